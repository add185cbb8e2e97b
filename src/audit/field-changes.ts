import type { FieldChange } from './audit-entry.entity.js';

/** The change of one field, worded for people. */
export function change(field: string, before: unknown, after: unknown): FieldChange {
  return { field, before: worded(before), after: worded(after) };
}

/** What people know records by, the most telling first; an obstacle by its number in the experience. */
const WORDS = ['code', 'slug', 'number', 'name', 'title', 'ordinal', 'id'];

/** A value as the history shows it: a record by the key people know it by. */
function worded(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length > 0 ? value.map(worded).join(', ') : null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object') return String(value);
  const record = value as Record<string, unknown>;
  const key = WORDS.find((field) => record[field] != null);
  return String(key && record[key]);
}

/** That a secret was set, never what it is: the history speaks of a password, not of the hash that is kept of it. */
export const secretChange = (field: string): FieldChange => ({
  field: field.replace(/Hash$/, ''),
  before: null,
  after: '•••',
});
