import { Injectable } from '@nestjs/common';
import { Raw, type EntityManager } from 'typeorm';
import { Rejected } from '../common/errors.js';
import { Satker } from './satker.entity.js';
import { normaliseName } from './satker.names.js';

const CODE = /^\d{2}(\.\d{2})?$/;

@Injectable()
export class SatkerService {
  /** All units that a name, an alias or a bare name may mean, by code. */
  named(tx: EntityManager, name: string): Promise<Satker[]> {
    const names = Raw((column) => `${column} @> array[:name]`, { name: normaliseName(name) });
    return tx.find(Satker, { where: { names }, order: { code: 'ASC' } });
  }

  /** The one unit that a code or a name means. Rejects, naming the input field, when there is none or more than one. */
  async get(tx: EntityManager, key: string, field: string): Promise<Satker> {
    const found = CODE.test(key) ? await tx.findBy(Satker, { code: key }) : await this.named(tx, key);
    if (found.length === 1) return found[0]!;
    if (found.length === 0) throw Rejected.because('NOT_FOUND', field, { what: 'Satker', key });
    throw Rejected.because('AMBIGUOUS', field, {
      key,
      matches: found.map((unit) => `${unit.code} ${unit.name}`).join(', '),
    });
  }

  /** As `get`, for an input that may be left out or emptied. */
  getOptional(tx: EntityManager, key: string | null | undefined, field: string): Promise<Satker> | null | undefined {
    return key == null ? (key as null | undefined) : this.get(tx, key, field);
  }
}
