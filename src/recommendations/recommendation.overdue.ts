import type { FilterField, SqlRow } from '../common/read/model.js';

/** Past its day while somebody is still to carry it out, over SQL of the two. Null where there is no day. */
export const isPastDue = (dueDate: string, status: string): string =>
  `(${dueDate} < current_date and ${status} in ('ACCEPTED', 'IN_PROGRESS'))`;

export const isOverdue = (row: SqlRow): string => isPastDue(row.column('dueDate'), row.column('status'));

/** Written as plain conditions, so that an index on the day helps. */
export const byOverdue = (description: string): FilterField => ({
  type: () => Boolean,
  description,
  sql: (row, value) => (value.now ? isOverdue(row) : `${isOverdue(row)} is not true`),
});
