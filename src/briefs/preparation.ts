import type { DataSource } from 'typeorm';
import { ARE_BEHIND } from '../audit/changed-records.js';
import { STATE_OF_DATA, type StateOfData } from '../database/answer-memory.js';
import { askForJson } from '../database/run-statement.js';
import type { Satker } from '../satker/satker.entity.js';
import { onlyUnit, soughtBy } from '../satker/satker.service.js';
import { relatedStages, STAGES, type StageRow } from './related-stages.js';

/** A unit as briefs know it; `province` is the code of its province, which a province itself has, too, but the centre has not. */
export interface BriefUnit extends Pick<Satker, 'id' | 'code' | 'name' | 'level' | 'region'> {
  readonly province: string | null;
}

/** All that a brief needs to know before it is read. */
export interface Preparation {
  readonly stages: readonly [StageRow, ...StageRow[]];
  readonly unit: BriefUnit;
  readonly province: BriefUnit | null;
  /** Whether what briefs are read from lacks something that was written. */
  readonly isBehind: boolean;
  readonly state: StateOfData;
}

interface Answer {
  stages: StageRow[];
  units: BriefUnit[];
  provinces: BriefUnit[];
  isBehind: boolean;
  state: StateOfData;
}

/** Looks up a stage, by its code, and a unit, by its code or an unambiguous name. Rejects, naming the argument, what is neither. */
export async function prepare(dataSource: DataSource, stage: string, satker: string): Promise<Preparation> {
  const { code, name } = soughtBy(satker);
  const statement = { name: 'brief_preparation', text: PREPARATION, values: [code, name] };
  const { stages, units, provinces, isBehind, state } = await askForJson<Answer>(dataSource, statement);
  const related = relatedStages(stages, stage);
  const unit = onlyUnit(units, satker, 'satker');
  const province = provinces.find((other) => other.code === unit.province) ?? null;
  return { stages: related, unit, province, isBehind, state };
}

const UNITS = `select id::text, code, name, level, region, lineage[2] as province from satkers`;

const PREPARATION = `
  with units as (${UNITS} where code = $1::text or names @> array[$2::text])
  select json_build_object(
    'stages', (select json_agg(s) from (${STAGES}) s),
    'units', (select coalesce(json_agg(u order by u.code), '[]') from units u),
    'provinces', (select coalesce(json_agg(p), '[]') from (${UNITS} where code in (select province from units)) p),
    'isBehind', ${ARE_BEHIND},
    'state', ${STATE_OF_DATA})`;
