import type { FilterField, SqlRow } from '../common/read/model.js';

/** Past its day while somebody is still to carry it out. Null where there is no day. */
export const isOverdue = (row: SqlRow): string =>
  `(${row.column('dueDate')} < current_date and ${row.column('status')} in ('ACCEPTED', 'IN_PROGRESS'))`;

/** Written as plain conditions, so that an index on the day helps. */
export const byOverdue = (description: string): FilterField => ({
  type: () => Boolean,
  description,
  sql: (row, value) => (value.now ? isOverdue(row) : `${isOverdue(row)} is not true`),
});
