import { CENTRAL_STAFF, Role } from '../common/access.js';
import { visibleWhere, type RowScope } from '../common/read/model.js';

/** What a unit wrote and nobody else may see until it is submitted. */
const PRIVATE = `('DRAFT', 'WITHDRAWN')`;

/**
 * Published experiences exist for every reader. Beyond that a unit sees its own, a province its subtree's submissions,
 * the centre everything that was submitted, an auditor everything.
 */
export const experienceScope: RowScope = visibleWhere((row, role) => {
  const published = `${row.column('status')} = 'PUBLISHED'`;
  const own = (): string => `${row.column('satker')} = ${row.actor('satkerId', 'bigint')}`;
  if (role === Role.AUDITOR) return 'true';
  if (CENTRAL_STAFF.includes(role)) return `${row.column('status')} not in ${PRIVATE}`;
  if (role === Role.CONTRIBUTOR) return `${published} or ${own()}`;
  if (role !== Role.REVIEWER) return published;
  const below = `${row.column('satker')} = any(array(select id from satkers where parent_id = ${row.actor('satkerId', 'bigint')}))`;
  return `${published} or ${own()} or (${below} and ${row.column('status')} not in ${PRIVATE})`;
});
