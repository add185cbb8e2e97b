import { Field, InputType } from '@nestjs/graphql';
import type { FilterField } from '../common/read/model.js';

@InputType({ description: 'Satker, dengan kodenya. / A work unit, by its code.' })
export class SatkerComparator {
  @Field(() => String, { nullable: true, description: 'Tepat satker ini. / Exactly this unit.' })
  eq?: string | null;

  @Field(() => [String], { nullable: true, description: 'Salah satu satker ini. / One of these units.' })
  in?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Satker ini dan semua di bawahnya. / This unit and all below it.',
  })
  under?: string | null;
}

/** Rows whose satker, reached by a to-one relation, is or lies under a unit. */
export const bySatker = (relation: string, description: string): FilterField => ({
  type: () => SatkerComparator,
  description,
  paths: [relation],
  sql: (row, value) => {
    const given = Object.entries((value.now ?? {}) as SatkerComparator);
    const conditions = given.map(([operator, operand]) => {
      // Every report has a satker, so none is without one.
      if (operand === null) return 'false';
      if (operator === 'eq') return row.equals(`${relation}.code`, value, 'eq');
      if (operator === 'in')
        return row.at(`${relation}.code`, (code) => `${code} = any(${value.param('text[]', 'in')})`);
      return row.at(`${relation}.lineage`, (lineage) => `${lineage} @> array[${value.param('text', 'under')}]`);
    });
    return conditions.join(' and ') || 'true';
  },
});

/** The unit itself lies under another. */
export const isUnder = (description: string): FilterField => ({
  type: () => String,
  description,
  sql: (row, value) => `${row.column('lineage')} @> array[${value.param('text')}]`,
});

const normalised = (text: string): string => `trim(regexp_replace(lower(replace(${text}, '.', '')), '\\s+', ' ', 'g'))`;

export const byName = (description: string): FilterField => ({
  type: () => String,
  description,
  sql: (row, value) => `${row.column('names')} @> array[${normalised(value.param('text'))}]`,
});

export const byContainedName = (description: string): FilterField => ({
  type: () => String,
  description,
  sql: (row, value) =>
    `exists (select 1 from unnest(${row.column('names')}) n where strpos(n, ${normalised(value.param('text'))}) > 0)`,
});
