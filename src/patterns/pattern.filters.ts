import { byDate, byText } from '../common/read/comparators.js';
import type { FilterField, FilterRow } from '../common/read/model.js';

/** Some obstacle of the pattern is of a unit or below it. */
export const byUnitsUnder = (description: string): FilterField => ({
  type: () => String,
  description,
  sql: (row, value) => `${row.column('unitCodes')} @> array[${value.param('text')}]`,
});

const byPatternCode = byText('pattern.code', 'Kode pola kendala. / Code of the pattern of obstacles.');

/** The obstacle belongs to a pattern. From the pattern to its obstacles there is an index, from all obstacles a long way. */
export const ofPattern: FilterField = {
  ...byPatternCode,
  sql: (row, value) => {
    const { eq, in: codes, ...others } = (value.now ?? {}) as Record<string, unknown>;
    const members = (condition: string): string =>
      `${row.column('id')} in (select m.obstacle_id from obstacle_pattern_members m join obstacle_patterns p on p.id = m.pattern_id where ${condition})`;
    const isPlain = Object.keys(others).length === 0;
    if (isPlain && codes === undefined && eq != null) return members(`p.code = ${value.param('text', 'eq')}`);
    if (isPlain && eq === undefined && codes != null) return members(`p.code = any(${value.param('text[]', 'in')})`);
    return byPatternCode.sql(row, value);
  },
};

/** It happened after a recommendation about the same obstacle, there or elsewhere, was reported done. */
export const recurredAfterDone: FilterField = {
  type: () => Boolean,
  description:
    'Terjadi setelah rekomendasi atas kendala yang sama dilaporkan selesai. / Happened after a recommendation about the same obstacle was reported done.',
  sql: (row, value) => {
    const recurred = `exists (select from obstacle_pattern_members m join obstacle_patterns p on p.id = m.pattern_id
      where m.obstacle_id = ${row.column('id')} and m.happened_on > p.first_done_on)`;
    return `${recurred} = ${value.param('boolean')}`;
  },
};

const byDay = byDate('happenedOn', '');

/** When it happened, or was reported where nobody said: what patterns go by. */
export const happenedOn: FilterField = {
  type: byDay.type,
  description:
    'Saat terjadi; bila tidak diisi, saat dilaporkan. Hanya yang diterbitkan. / When it happened, or was reported; of published ones.',
  sql: (row, value) => {
    const at = (predicate: (expression: string, castTo: string) => string): string =>
      `exists (select from obstacle_pattern_members m where m.obstacle_id = ${row.column('id')} and ${predicate('m.happened_on', 'date')})`;
    const member: FilterRow = {
      alias: row.alias,
      role: row.role,
      column: (property) => row.column(property),
      actor: (key, cast) => row.actor(key, cast),
      at: (_, predicate) => at(predicate),
      equals: (_, given, name) => at((expression, cast) => `${expression} = ${given.param(cast, name)}`),
    };
    return byDay.sql(member, value);
  },
};
