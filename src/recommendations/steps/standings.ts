import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/access.js';
import { Rejected } from '../../common/errors.js';
import type { StoredEntity } from '../../common/entity.js';
import { Reader } from '../../common/read/reader.js';
import { keyOf } from '../../common/write/references.js';
import { Recommendation } from '../recommendation.entity.js';
import type { RecommendationStatus } from '../recommendation.enums.js';
import { hasEvidence, isAddressedTo, isOwnWork, isPublished } from './circumstances.js';
import { partyOf } from './next-steps.js';
import { Party } from './workflow.js';

/** Where a recommendation stands, and who somebody is to it. */
export interface Standing {
  readonly status: RecommendationStatus;
  readonly party: Party;
  readonly hasEvidence: boolean;
  /** The actor had a hand in the work or in the report that it is done. */
  readonly isOwnWork: boolean;
}

type StandingRow = Omit<Standing, 'party'> & { isPublished: boolean; isAddressed: boolean };

/** Finds out for each step who may take it. */
@Injectable()
export class RecommendationStandings {
  constructor(private readonly reader: Reader) {}

  /** The key inside a global id. One that the actor may not see is refused in the same words as one that never was. */
  async keyOf(actor: Actor, entity: new () => StoredEntity, globalId: string, field: string): Promise<string> {
    const id = await this.reader.keyOf(actor, entity, { id: keyOf(entity, globalId, field) });
    if (id === null) throw Rejected.because('NOT_FOUND', field, { what: entity.name, key: globalId });
    return id;
  }

  /**
   * Locks the recommendation against steps until the transaction ends, so that what it says holds as long. Rejects who has
   * no part in it, and everybody as long as its experience is not published.
   */
  async of(tx: EntityManager, actor: Actor, id: string, field: string): Promise<Standing> {
    const [row] = await tx.query<StandingRow[]>(
      `select r.status, ${isPublished('r.experience_id')} as "isPublished", ${isAddressedTo('r.id', '$2')} as "isAddressed",
         ${hasEvidence('r.id')} as "hasEvidence", ${isOwnWork('r.id', '$3')} as "isOwnWork"
       from recommendations r where r.id = $1 for share`,
      [id, actor.satkerId, actor.userId],
    );
    if (!row) throw Rejected.because('NOT_FOUND', field, { what: Recommendation.name, key: id });
    const party = partyOf(actor.role);
    if (party === null || (party === Party.ADDRESSEE && !row.isAddressed))
      throw Rejected.because('NOT_ADDRESSED', field);
    if (!row.isPublished) throw Rejected.because('EXPERIENCE_UNPUBLISHED', field);
    return { ...row, party };
  }
}
