import { literal } from '../common/read/tables.js';
import type { SqlRow } from '../common/read/model.js';
import { ObstacleDimension } from './dimension.enum.js';
import {
  BAND_LABELS,
  LEVEL_LABELS,
  MISSING,
  REGULATED_LABELS,
  STATUS_LABELS,
  type Labels,
  type Words,
} from './labels.js';
import { isMissing, isValue, isWithin, type Condition } from '../common/read/openings.js';
import { BANDS, bandSql } from './risk-bands.js';

/** SQL of what clients see of a group: over its key, and over `alias` where `join` put what the key refers to. */
interface Shown {
  value: string;
  label: string;
  labelEn: string;
  /** What the natural order goes by; missing values come last. */
  order: string;
  /** The condition that finds the group in the list. */
  condition: Condition;
}

/** One way to group obstacles. */
export interface Dimension {
  /** Properties of the facts or sums that the key needs, beside the unit. */
  readonly properties: readonly string[];
  /** The key of a row of facts or sums; null where the key is one of the unit. */
  readonly key: ((row: SqlRow) => string) | null;
  /** The key, over the alias of the unit. */
  readonly unitKey?: (unit: string) => string;
  readonly join?: (alias: string, key: string) => string;
  readonly show: (alias: string, key: string) => Shown;
}

const named = ({ id, en }: Words, value: string, label: string, labelEn: string): Pick<Shown, 'label' | 'labelEn'> => ({
  label: `case when ${value} is null then ${literal(id)} else ${label} end`,
  labelEn: `case when ${value} is null then ${literal(en)} else ${labelEn} end`,
});

interface Reference {
  property: string;
  table: string;
  field: string;
  missing: Words;
  code?: string;
  name?: string;
  nameEn?: string;
}

/** A record that the row refers to, by its business key. */
function reference({
  property,
  table,
  field,
  missing,
  code = 'code',
  name = 'name',
  nameEn = 'name_en',
}: Reference): Dimension {
  return {
    properties: [property],
    key: (row) => row.column(property),
    join: (alias, key) => `left join ${table} ${alias} on ${alias}.id = ${key}`,
    show: (alias) => {
      const value = `${alias}.${code}`;
      return {
        value,
        ...named(missing, value, `${alias}.${name}`, `${alias}.${nameEn}`),
        order: value,
        condition: isValue(field, value),
      };
    },
  };
}

/** The unit or its province, by code. */
function unit(unitKey: (unit: string) => string, name: string, condition: (code: string) => Condition): Dimension {
  return {
    properties: [],
    key: null,
    unitKey,
    join: (alias, key) => `left join satkers ${alias} on ${alias}.code = ${key}`,
    show: (alias, key) => ({
      value: key,
      label: `${alias}.${name}`,
      labelEn: `${alias}.${name}`,
      order: key,
      condition: condition(key),
    }),
  };
}

const choice =
  (labels: Labels, missing: Words, condition: (key: string) => Condition) =>
  (key: string): Shown => {
    const cases = (language: 'id' | 'en'): string =>
      `case ${key} ${Object.entries(labels)
        .map(([value, words]) => `when ${literal(value)} then ${literal(words[language])}`)
        .join(' ')} end`;
    return {
      value: `${key}::text`,
      ...named(missing, key, cases('id'), cases('en')),
      order: `array_position(array[${Object.keys(labels).map(literal).join(', ')}], ${key}::text)`,
      condition: condition(key),
    };
  };

/** One of a few values. */
function chosen(property: string, labels: Labels, missing: Words, condition: (key: string) => Condition): Dimension {
  const show = choice(labels, missing, condition);
  return { properties: [property], key: (row) => row.column(property), show: (_, key) => show(key) };
}

/** A number that is its own label. */
function numbered(property: string, missing: Words, condition: (key: string) => Condition): Dimension {
  return {
    properties: [property],
    key: (row) => row.column(property),
    show: (_, key) => ({
      value: `${key}::text`,
      ...named(missing, key, `${key}::text`, `${key}::text`),
      order: key,
      condition: condition(key),
    }),
  };
}

const showBand = choice(BAND_LABELS, MISSING.RISK_BAND, (key) => {
  const cases = Object.entries(BANDS).map(
    ([band, [least, most]]) => `when '${band}' then ${isWithin('riskScore', { gte: `${least}`, lte: `${most}` })}`,
  );
  return `case ${key} ${cases.join(' ')} else ${isMissing('riskScore')} end`;
});
const showLevel = choice(LEVEL_LABELS, MISSING.SATKER_LEVEL, (key) => isValue('satkerLevel', key));

const yearCondition = (key: string): Condition => {
  const day = (rest: string): string => `lpad(${key}::text, 4, '0') || '-${rest}'`;
  const within = isWithin('occurredOn', { gte: day('01-01'), lte: day('12-31') });
  return `case when ${key} is null then ${isMissing('occurredOn')} else ${within} end`;
};

/** The code of a unit's province; the centre stands for itself. */
export const provinceOf = (alias: string): string => `coalesce(${alias}.lineage[2], ${alias}.code)`;

const provinceCondition = (code: string): Condition =>
  `json_build_object('satker', json_build_object(case when ${code} = '00' then 'eq' else 'under' end, ${code}))`;

export const DIMENSIONS: Readonly<Record<ObstacleDimension, Dimension>> = {
  STAGE: reference({ property: 'stage', table: 'stages', field: 'stage', missing: MISSING.STAGE }),
  CYCLE: reference({
    property: 'cycle',
    table: 'election_cycles',
    field: 'cycle',
    nameEn: 'name',
    missing: MISSING.STAGE,
  }),
  TOPIC: reference({ property: 'topic', table: 'topics', field: 'topic', missing: MISSING.TOPIC }),
  CAUSE: reference({ property: 'cause', table: 'causes', field: 'cause', missing: MISSING.CAUSE }),
  EVENT: reference({
    property: 'event',
    table: 'events',
    field: 'event',
    code: 'slug',
    name: 'title',
    nameEn: 'title',
    missing: MISSING.EVENT,
  }),
  PROVINCE: unit(provinceOf, 'region', provinceCondition),
  SATKER: unit(
    (alias) => `${alias}.code`,
    'name',
    (code) => `json_build_object('satker', json_build_object('eq', ${code}))`,
  ),
  SATKER_LEVEL: {
    properties: [],
    key: null,
    unitKey: (alias) => `${alias}.level::text`,
    show: (_, key) => showLevel(key),
  },
  YEAR: numbered('year', MISSING.YEAR, yearCondition),
  REGULATED: chosen('regulated', REGULATED_LABELS, MISSING.REGULATED, (key) => isValue('regulated', key)),
  SEVERITY: numbered('impact', MISSING.SEVERITY, (key) => isValue('impact', key)),
  RISK_BAND: {
    properties: ['riskScore'],
    key: (row) => bandSql(row.column('riskScore')),
    show: (_, key) => showBand(key),
  },
  STATUS: chosen('status', STATUS_LABELS, MISSING.STATUS, (key) => isValue('status', key)),
};
