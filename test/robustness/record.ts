import type pg from 'pg';
import type { Obstacle, Proposal, Written } from './submissions.js';

/** What is known of one experience, by whoever sent it or by the database. */
export interface Row {
  code: string;
  account: string;
  status: string;
  version: number;
  /** Fields as they are kept, empty ones as null. */
  fields: Record<string, string | null>;
  obstacles: (Record<keyof Obstacle, unknown> & { ordinal: number })[];
  recommendations: (Record<keyof Proposal, unknown> & { ordinal: number; obstacles: number[] })[];
  /** Actions of its history, review steps, and ids of the requests it was made by; in their order. */
  history: string[];
  reviews: string[];
  requests: string[];
}

/** What the database holds: the experiences, and what belongs to none. */
export interface Kept {
  rows: Row[];
  strays: string[];
}

/** An office's own book: what it sent and which codes it was told. */
export type Ledger = ReadonlyMap<string, Row>;

const FIELDS = {
  title: 'e.title',
  kind: 'e.kind',
  stage: '(select code from stages where id = e.stage_id)',
  topic: '(select code from topics where id = e.topic_id)',
  event: '(select slug from events where id = e.event_id)',
  expected: 'e.expected',
  happened: 'e.happened',
  actionTaken: 'e.action_taken',
  result: 'e.result',
  occurredOn: 'e.occurred_on::text',
} satisfies Record<Exclude<keyof Written, 'obstacles' | 'recommendations'>, string>;

const OURS = `'createExperience', 'updateExperience', 'submitExperience'`;

const ROWS = `
  with
    told as (
      select experience_id, json_agg(json_build_object('ordinal', ordinal, 'text', text, 'cause', causes.code,
        'likelihood', likelihood, 'impact', impact, 'regulated', regulated) order by ordinal) as list
      from obstacles left join causes on causes.id = cause_id group by experience_id),
    linked as (
      select recommendation_id, json_agg(ordinal order by ordinal) as list
      from recommendation_obstacles join obstacles on obstacles.id = obstacle_id group by recommendation_id),
    proposed as (
      select experience_id, json_agg(json_build_object('ordinal', ordinal, 'text', text, 'remedy', remedy,
        'obstacles', coalesce(linked.list, '[]')) order by ordinal) as list
      from recommendations left join linked on linked.recommendation_id = recommendations.id group by experience_id),
    entries as (
      select subject_id, json_agg(action order by id) as list
      from audit_entries where subject_type = 'Experience' group by subject_id),
    steps as (select experience_id, json_agg(step order by id) as list from reviews group by experience_id),
    requested as (
      select subject_id, json_agg(client_mutation_id order by array_position(array[${OURS}], action)) as list
      from client_mutations where action in (${OURS}) group by subject_id)
  select e.code, users.username as account, e.status, e.version,
    json_build_object(${Object.entries(FIELDS)
      .map(([name, sql]) => `'${name}', ${sql}`)
      .join(', ')}) as fields,
    coalesce(told.list, '[]') as obstacles, coalesce(proposed.list, '[]') as recommendations,
    coalesce(entries.list, '[]') as history, coalesce(steps.list, '[]') as reviews,
    coalesce(requested.list, '[]') as requests
  from experiences e
  left join users on users.id = e.created_by_id
  left join told on told.experience_id = e.id
  left join proposed on proposed.experience_id = e.id
  left join entries on entries.subject_id = e.id
  left join steps on steps.experience_id = e.id
  left join requested on requested.subject_id = e.id
  where e.id > $1 order by e.id`;

const STRAYS = `
  select 'request ' || client_mutation_id as stray from client_mutations
  where action in (${OURS}) and not exists (select from experiences where id = subject_id)
  union all
  select 'history ' || action || ' of ' || subject_id from audit_entries
  where subject_type = 'Experience' and not exists (select from experiences where id = subject_id)`;

/** Reads all experiences with keys beyond one; the demonstration's own come before. */
export async function readRecord(client: pg.Client, after: string): Promise<Kept> {
  const { rows } = await client.query<Row>(ROWS, [after]);
  const { rows: strays } = await client.query<{ stray: string }>(STRAYS);
  return { rows, strays: strays.map(({ stray }) => stray) };
}

/** What has to be in the database of what an office wrote. */
export function contentOf(written: Written): Pick<Row, 'fields' | 'obstacles' | 'recommendations'> {
  const fields = Object.keys(FIELDS).map((name) => [name, written[name as keyof typeof FIELDS]?.trim() || null]);
  return {
    fields: { ...(Object.fromEntries(fields) as Row['fields']), kind: written.kind ?? 'OBSTACLE' },
    obstacles: written.obstacles.map(({ text, cause, likelihood, impact, regulated }, index) => ({
      ordinal: index + 1,
      text: text.trim(),
      cause: cause ?? null,
      likelihood: likelihood ?? null,
      impact: impact ?? null,
      regulated: regulated ?? null,
    })),
    recommendations: written.recommendations.map(({ text, remedy, obstacles }, index) => ({
      ordinal: index + 1,
      text: text.trim(),
      remedy: remedy ?? null,
      obstacles: obstacles?.toSorted((a, b) => a - b) ?? written.obstacles.map((_, at) => at + 1),
    })),
  };
}

/** Everything in which the record is not what was acknowledged. */
export function faultsIn({ rows, strays }: Kept, ledger: Ledger): string[] {
  const faults = strays.map((stray) => `${stray} belongs to nothing`);
  const found = new Map<string, Row>();
  for (const row of rows) {
    if (found.has(row.code)) faults.push(`${row.code} is there twice`);
    if (!ledger.has(row.code)) faults.push(`${row.code} was never acknowledged`);
    found.set(row.code, row);
  }
  for (const [code, sent] of ledger) {
    const kept = found.get(code);
    if (!kept) faults.push(`${code} was acknowledged and is not there`);
    else faults.push(...differences(sent, kept).map((field) => `${code} is not what was sent: ${field}`));
  }
  return faults;
}

/** Names of the parts that differ. */
const differences = (sent: Row, kept: Row): string[] =>
  (Object.keys(sent) as (keyof Row)[]).filter((part) => inOrder(sent[part]) !== inOrder(kept[part]));

/** JSON with keys in one order. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
