import { Injectable } from '@nestjs/common';
import { Raw, type EntityManager } from 'typeorm';
import { Rejected } from '../common/errors.js';
import { Satker } from './satker.entity.js';
import { normaliseName } from './satker.names.js';

const CODE = /^\d{2}(\.\d{2})?$/;

/** What a unit is looked up by, which is its code or any of its `names`. */
export const soughtBy = (key: string): { code: string; name: null } | { code: null; name: string } =>
  CODE.test(key) ? { code: key, name: null } : { code: null, name: normaliseName(key) };

/** The one unit that was found by a key. Rejects, naming the input field, when there is none or more than one. */
export function onlyUnit<T extends Pick<Satker, 'code' | 'name'>>(found: readonly T[], key: string, field: string): T {
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw Rejected.because('NOT_FOUND', field, { what: 'Satker', key });
  const matches = found.map((unit) => `${unit.code} ${unit.name}`).join(', ');
  throw Rejected.because('AMBIGUOUS', field, { key, matches });
}

@Injectable()
export class SatkerService {
  /** All units that a name, an alias or a bare name may mean, by code. */
  named(tx: EntityManager, name: string): Promise<Satker[]> {
    const names = Raw((column) => `${column} @> array[:name]`, { name: normaliseName(name) });
    return tx.find(Satker, { where: { names }, order: { code: 'ASC' } });
  }

  /** The one unit that a code or a name means. Rejects, naming the input field, when there is none or more than one. */
  async get(tx: EntityManager, key: string, field: string): Promise<Satker> {
    const { code, name } = soughtBy(key);
    return onlyUnit(name === null ? await tx.findBy(Satker, { code }) : await this.named(tx, name), key, field);
  }

  /** As `get`, for an input that may be left out or emptied. */
  getOptional(tx: EntityManager, key: string | null | undefined, field: string): Promise<Satker> | null | undefined {
    return key == null ? (key as null | undefined) : this.get(tx, key, field);
  }
}
