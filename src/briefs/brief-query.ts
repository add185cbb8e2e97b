import { Rejected } from '../common/errors.js';

export interface BriefQuery {
  stage: string;
  satker: string;
}

/** What the address of a brief asks for: both, and each once. */
export function readBriefQuery({ stage, satker }: Record<string, unknown>): BriefQuery {
  return { stage: one('stage', stage, 'PEMILU-09, PILKADA-B7, …'), satker: one('satker', satker, '00, 73, 73.71, …') };
}

function one(field: string, value: unknown, allowed: string): string {
  if (typeof value !== 'string' || value === '') throw Rejected.because('BAD_PARAMETER', field, { field, allowed });
  return value;
}
