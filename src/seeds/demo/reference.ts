import type { DataSource } from 'typeorm';

export interface Unit {
  id: string;
  code: string;
  level: 'PROVINCE' | 'REGENCY' | 'CITY';
  region: string;
}

export interface StageDates {
  start: string | null;
  end: string | null;
}

/** What the rows refer to: fetched once, so that a batch needs no look-up. Units are ordered by code. */
export interface Reference {
  units: Unit[];
  centreId: string;
  stageDates: Map<string, StageDates>;
  stageIds: Map<string, string>;
  topicIds: Map<string, string>;
  causeIds: Map<string, string>;
}

export async function readReference(dataSource: DataSource): Promise<Reference> {
  const units = await dataSource.query<Unit[]>(
    `select id, code, level, region from satkers where level <> 'CENTRAL' order by code collate "C"`,
  );
  const [centre] = await dataSource.query<{ id: string }[]>(`select id from satkers where level = 'CENTRAL'`);
  const stages = await dataSource.query<(StageDates & { id: string; code: string })[]>(
    'select id, code, start_date::text as start, end_date::text as end from stages',
  );
  if (units.length === 0 || !centre || stages.length === 0)
    throw new Error(
      'The reference data (work units, stages, topics, causes) is not in the database yet. Load it first: npm run seed',
    );
  return {
    units,
    centreId: centre.id,
    stageDates: new Map(stages.map(({ code, start, end }) => [code, { start, end }])),
    stageIds: new Map(stages.map(({ code, id }) => [code, id])),
    topicIds: await idsOf(dataSource, 'topics'),
    causeIds: await idsOf(dataSource, 'causes'),
  };
}

async function idsOf(dataSource: DataSource, table: 'topics' | 'causes'): Promise<Map<string, string>> {
  const rows = await dataSource.query<{ id: string; code: string }[]>(`select id, code from ${table}`);
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** An id that has to be there: a missing one means that the reference data is not the one the corpus was made for. */
export function idOf(ids: Map<string, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined)
    throw new Error(`The reference data does not contain "${code}", which demonstration data needs.`);
  return id;
}
