import type { ListLink } from './read/model.js';

/** Citations, conflicts and history belong to a record of any type: by its type's name and its key. */
export const about =
  (subjectType: string): ListLink =>
  (child, parent) =>
    `${child.column('subjectType')} = '${subjectType}' and ${child.column('subjectId')} = ${parent.column('id')}`;
