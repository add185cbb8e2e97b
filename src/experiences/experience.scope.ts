import { CENTRAL_STAFF, Role } from '../common/access.js';
import { snakeCase } from '../common/entity.js';
import { visibleWhere, type RowScope, type SqlRow } from '../common/read/model.js';

/** What a unit wrote and nobody else may see until it is submitted. */
const PRIVATE = `('DRAFT', 'WITHDRAWN')`;

/** The experience is of the actor's own unit. */
export const isOwn = (row: SqlRow): string => `${row.column('satker')} = ${row.actor('satkerId', 'bigint')}`;

/** The experience is of a unit directly below the actor's. */
export const isBelow = (row: SqlRow): string =>
  `${row.column('satker')} = any(array(select id from satkers where parent_id = ${row.actor('satkerId', 'bigint')}))`;

/**
 * Experiences of which a reader may see how they came about, published or not: a unit its own, a province its subtree's
 * submissions, the centre everything that was submitted, an auditor everything.
 */
export function isInsider(row: SqlRow, role: Role | null): string {
  const submitted = `${row.column('status')} not in ${PRIVATE}`;
  if (role === Role.AUDITOR) return 'true';
  if (CENTRAL_STAFF.includes(role)) return submitted;
  if (role === Role.CONTRIBUTOR) return isOwn(row);
  if (role === Role.REVIEWER) return `(${isOwn(row)} or (${isBelow(row)} and ${submitted}))`;
  return 'false';
}

/** As `isInsider`, of the experience that a row of another table belongs to. */
export function isInsiderOf(row: SqlRow, role: Role | null): string {
  const experience: SqlRow = {
    alias: 'e',
    role,
    column: (property) => `e.${property === 'satker' ? 'satker_id' : snakeCase(property)}`,
    actor: (key, cast) => row.actor(key, cast),
  };
  return `exists (select from experiences e where e.id = ${row.column('experience')} and ${isInsider(experience, role)})`;
}

/** Published experiences exist for every reader, the others for insiders. */
export const experienceScope: RowScope = visibleWhere(
  (row, role) => `${row.column('status')} = 'PUBLISHED' or ${isInsider(row, role)}`,
);
