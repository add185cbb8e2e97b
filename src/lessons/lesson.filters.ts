import { byEnum, byText, byTexts } from '../common/read/comparators.js';
import type { FilterField } from '../common/read/model.js';
import { SatkerLevel } from '../satker/satker.entity.js';
import { familyOf } from './lesson.strength.js';

export const byLevel = (description: string): FilterField => ({
  ...byTexts('levels', description),
  type: byEnum(SatkerLevel, 'SatkerLevel', 'levels', description).type,
});

export const byMerged = (description: string): FilterField => ({
  type: () => Boolean,
  description,
  sql: (row, value) => `(${row.column('mergedInto')} is not null) = ${value.param('boolean')}`,
});

/** Some source of the lesson is an obstacle of a pattern. Obstacles of patterns are published, so nothing is hidden. */
export const byPattern = (description: string): FilterField => {
  const { type } = byText('code', description);
  return {
    type,
    description,
    sql: (row, value) => {
      const codes = `(select p.code from lesson_sources s
        join obstacle_pattern_members m on m.obstacle_id = s.obstacle_id
        join obstacle_patterns p on p.id = m.pattern_id
        where s.lesson_id in ${familyOf(row.column('id'))})`;
      const given = Object.entries((value.now ?? {}) as Record<string, unknown>);
      const conditions = given.flatMap(([operator, operand]) => {
        if (operator === 'isNull') return operand === null ? [] : `${operand ? 'not ' : ''}exists ${codes}`;
        if (operator === 'in') return operand === null ? 'false' : `array${codes} && ${value.param('text[]', 'in')}`;
        const equal = operand === null ? `not exists ${codes}` : `${value.param('text', operator)} in ${codes}`;
        return operator === 'eq' ? equal : `not (${equal})`;
      });
      return conditions.join(' and ') || 'true';
    },
  };
};
