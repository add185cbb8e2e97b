import { Rejected } from '../common/errors.js';

/** What the address of an upload asks for. */
export interface ImportQuery {
  dryRun: boolean;
  offset: number;
  wantsFailedRows: boolean;
}

/** Nothing is written unless the address says so. */
export function readImportQuery({ dryRun = 'true', offset = '0', failed }: Record<string, unknown>): ImportQuery {
  if (dryRun !== 'true' && dryRun !== 'false') throw unfit('dryRun', 'true, false');
  if (typeof offset !== 'string' || !/^\d{1,7}$/.test(offset)) throw unfit('offset', '0, 200, 400, …');
  if (failed !== undefined && failed !== 'xlsx') throw unfit('failed', 'xlsx');
  return { dryRun: dryRun === 'true', offset: Number(offset), wantsFailedRows: failed === 'xlsx' };
}

const unfit = (field: string, allowed: string): Rejected =>
  Rejected.because('BAD_PARAMETER', field, { field, allowed });
