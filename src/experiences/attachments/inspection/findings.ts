import { Rejected } from '../../../common/errors.js';

/** Reasons to refuse a file whose type is one that is accepted. All are about the field `file`. */
export const mixed = (): Rejected => Rejected.because('FILE_MIXED', 'file');
export const damaged = (): Rejected => Rejected.because('FILE_DAMAGED', 'file');
export const active = (what: string): Rejected => Rejected.because('FILE_ACTIVE', 'file', { what });
export const locked = (): Rejected => Rejected.because('FILE_LOCKED', 'file');
