import type { EntityManager } from 'typeorm';
import type { FieldChange } from '../audit/audit-entry.entity.js';
import { change } from '../audit/field-changes.js';
import { Rejected, type Complaint } from '../common/errors.js';
import type { Satker } from '../satker/satker.entity.js';
import type { SatkerService } from '../satker/satker.service.js';
import { RecommendationAddressee } from './addressee.entity.js';
import type { Recommendation } from './recommendation.entity.js';
import type { AddresseeInput } from './recommendation.inputs.js';
import type { AddresseeRole } from './recommendation.enums.js';

/** Who acts: a unit, or an organisation outside. */
export interface Doer {
  satker: Satker | null;
  organisation: string | null;
}

type Given = { satker?: string | null; organisation?: string | null };

/** The unit or organisation of an input, which has to name one of the two. `prefix` leads to the input's fields. */
export async function doerOf(
  tx: EntityManager,
  satkers: SatkerService,
  { satker, organisation }: Given,
  prefix = '',
): Promise<Doer> {
  if ((satker == null) === (organisation == null)) throw Rejected.because('ONE_DOER', `${prefix}satker`);
  return {
    satker: satker == null ? null : await satkers.get(tx, satker, `${prefix}satker`),
    organisation: organisation?.trim() ?? null,
  };
}

type Addressee = Doer & { role: AddresseeRole };

/** Everybody a recommendation is to be addressed to. Rejects with everything that is wrong. */
export async function addresseesOf(
  tx: EntityManager,
  satkers: SatkerService,
  inputs: readonly AddresseeInput[],
): Promise<Addressee[]> {
  const complaints: Complaint[] = [];
  const found = new Map<string, Addressee>();
  for (const [index, input] of inputs.entries()) {
    try {
      const doer = await doerOf(tx, satkers, input, `addressees.${index}.`);
      const key = nameOf(doer);
      const field = `addressees.${index}.${doer.satker ? 'satker' : 'organisation'}`;
      if (found.has(key)) complaints.push({ code: 'DUPLICATE', field, params: { value: key } });
      found.set(key, { ...doer, role: input.role });
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      complaints.push(...error.complaints);
    }
  }
  if (complaints.length > 0) throw new Rejected(complaints);
  return [...found.values()];
}

/** Addresses a recommendation to others than before, and says what that changed. */
export async function replaceAddressees(
  tx: EntityManager,
  recommendation: Recommendation,
  addressees: readonly Addressee[],
): Promise<FieldChange[]> {
  const where = { recommendation: { id: recommendation.id } };
  const before = await tx.find(RecommendationAddressee, { where, relations: { satker: true }, order: { id: 'ASC' } });
  await tx.delete(RecommendationAddressee, where);
  await tx.insert(
    RecommendationAddressee,
    addressees.map((one) => ({ ...one, recommendation: { id: recommendation.id } })),
  );
  return [change('addressees', inWords(before), inWords(addressees))];
}

const nameOf = ({ satker, organisation }: Doer): string => satker?.code ?? organisation!;

/** "LEAD 73.71, SUPPORT Bawaslu". */
const inWords = (addressees: readonly Addressee[]): string | null =>
  addressees.map((one) => `${one.role} ${nameOf(one)}`).join(', ') || null;
