import { CENTRAL_STAFF } from '../common/access.js';
import { snakeCase } from '../common/entity.js';
import { visibleWhere, type RowScope, type SqlRow } from '../common/read/model.js';
import { experienceScope } from '../experiences/experience.scope.js';

/** Lessons exist for readers once they were endorsed; what is still being thought about, for the centre. */
const isKnown = (row: SqlRow): string =>
  CENTRAL_STAFF.includes(row.role) ? 'true' : `${row.column('endorsedAt')} is not null`;

export const lessonScope: RowScope = visibleWhere(isKnown);

/** A row of a table under an alias, for predicates that are written over the properties of its entity. */
const under = (alias: string, row: SqlRow): SqlRow => ({
  alias,
  role: row.role,
  column: (property) => `${alias}.${RELATIONS[property] ?? snakeCase(property)}`,
  actor: (key, cast) => row.actor(key, cast),
});

const RELATIONS: Readonly<Record<string, string>> = { satker: 'satker_id' };

/** SQL of what of a source may be seen, over the aliases of its row and, where it is of one, of its experience. */
export const experienceIsVisible = (alias: string, row: SqlRow): string =>
  experienceScope.kind === 'predicate' ? `(${experienceScope.sql(under(alias, row), row.role)})` : 'true';

/** A source exists for those for whom both the lesson and what it is taken from exist. */
export const sourceScope: RowScope = visibleWhere(
  (row) => `exists (select from lessons l where l.id = ${row.column('lesson')} and ${isKnown(under('l', row))})
    and (${row.column('experience')} is null or exists (
      select from experiences e where e.id = ${row.column('experience')} and ${experienceIsVisible('e', row)}))`,
);
