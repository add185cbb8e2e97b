import { snakeToCamel } from '../entity.js';
import { Rejected } from '../errors.js';

interface DatabaseError {
  code?: string;
  detail?: string;
}

/** What PostgreSQL refuses although our own checks let it pass, such as a key taken a moment ago by somebody else. */
export function rejectedByDatabase(error: unknown): Rejected | null {
  // TypeORM wraps what the driver threw.
  const { driverError = error } = (error ?? {}) as { driverError?: unknown };
  const { code, detail = '' } = (driverError ?? {}) as DatabaseError;
  if (typeof code !== 'string') return null;
  if (code === '23505') {
    const [, columns = '', value = ''] = /^Key \((.+?)\)=\((.*?)\)/.exec(detail) ?? [];
    const field = snakeToCamel(columns.split(', ').at(-1)!.replace(/_id$/, ''));
    return Rejected.because('DUPLICATE', field, { value });
  }
  if (code === '23514' || /^22...$/.test(code)) return Rejected.because('BAD_INPUT', null);
  return code === '23503' ? Rejected.because('IN_USE', null) : null;
}
