import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Role, type Actor } from '../../common/access.js';
import { Rejected } from '../../common/errors.js';
import { Reader } from '../../common/read/reader.js';
import { keyOf } from '../../common/write/references.js';
import { SatkerLevel } from '../../satker/satker.entity.js';
import type { ExperienceStatus } from '../experience.enums.js';
import { Experience } from '../experience.entity.js';
import { ReviewParty } from './workflow.js';

/** Where an experience stands, and who somebody is to it. */
export interface Standing {
  readonly status: ExperienceStatus;
  /** What the actor is for it; null for one who has no part in it. */
  readonly party: ReviewParty | null;
  /** Whether its unit has a province above it, which looks at it first. */
  readonly belowProvince: boolean;
  /** Code of the actor's own unit. */
  readonly unit: string | null;
}

interface StandingRow {
  status: ExperienceStatus;
  satkerId: string;
  parentId: string | null;
  level: SatkerLevel;
  unit: string | null;
}

/** Finds out for each step who may take it. */
@Injectable()
export class Standings {
  constructor(private readonly reader: Reader) {}

  /** The key inside a global id. One that the actor may not see is refused in the same words as one that never was. */
  async keyOf(actor: Actor, globalId: string, field: string): Promise<string> {
    const id = await this.reader.keyOf(actor, Experience, { id: keyOf(Experience, globalId, field) });
    if (id === null) throw Rejected.because('NOT_FOUND', field, { what: Experience.name, key: globalId });
    return id;
  }

  /** As `keyOf`, by the code that people know an experience by. */
  async byCode(actor: Actor, code: string, field: string): Promise<string> {
    const id = await this.reader.keyOf(actor, Experience, { code });
    if (id === null) throw Rejected.because('NOT_FOUND', field, { what: Experience.name, key: code });
    return id;
  }

  /** Call it with the row locked: what it says holds until the transaction ends. */
  async of(tx: EntityManager, actor: Actor, id: string): Promise<Standing> {
    const [row] = await tx.query<StandingRow[]>(
      `select e.status, e.satker_id as "satkerId", s.parent_id as "parentId", s.level,
         (select code from satkers where id = $2) as unit
       from experiences e join satkers s on s.id = e.satker_id where e.id = $1`,
      [id, actor.satkerId],
    );
    const { status, satkerId, parentId, level, unit } = row!;
    const belowProvince = level === SatkerLevel.REGENCY || level === SatkerLevel.CITY;
    return { status, party: partyOf(actor, satkerId, parentId), belowProvince, unit };
  }
}

function partyOf({ role, satkerId }: Actor, unit: string, parent: string | null): ReviewParty | null {
  if (role === Role.CONTRIBUTOR) return satkerId === unit ? ReviewParty.UNIT : null;
  if (role === Role.REVIEWER) return satkerId === parent ? ReviewParty.PROVINCE : null;
  return role === Role.ANALYST ? ReviewParty.CENTRE : null;
}
