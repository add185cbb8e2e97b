import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { createBatch, createdBefore } from '../audit/creation-batches.js';
import { Creations, type WholeCreation } from '../audit/creations.service.js';
import type { Actor } from '../common/access.js';
import type { PayloadRead, Shown } from '../common/read/payload-read.js';
import { DraftChecks } from './draft-checks.js';
import { ExperienceParts } from './experience-parts.js';
import { Experience } from './experience.entity.js';
import type { CreateExperienceInput } from './experience.inputs.js';
import { DRAFT_REFERENCES } from './experience.statements.js';

/** Owns experiences and their obstacles. */
@Injectable()
export class ExperiencesService {
  private readonly drafts: WholeCreation<CreateExperienceInput>;

  constructor(
    private readonly creations: Creations,
    private readonly checks: DraftChecks,
    { parts, tables }: ExperienceParts,
  ) {
    const subject = { type: Experience.name, table: 'experiences' };
    this.drafts = { action: 'createExperience', subject, lookUp: DRAFT_REFERENCES, parts, tables };
  }

  /** Writes a draft of the writer's own unit. */
  async create(actor: Actor, input: CreateExperienceInput, payload: PayloadRead): Promise<Shown> {
    await this.checks.refuseUnfit(actor, input);
    const explain = (): Promise<void> => this.checks.refuseUnknown(actor, input);
    return this.creations.create(this.drafts, { actor, input, payload, explain });
  }

  /**
   * Writes drafts of the writer's own unit that were checked before, in a transaction that is under way. What the unit has
   * sent already, under the same id, stays as it is. Returns how many are new.
   */
  import(tx: EntityManager, actor: Actor, inputs: readonly CreateExperienceInput[]): Promise<number> {
    return createBatch(tx, { ...this.drafts, action: 'importExperiences' }, { actor, inputs });
  }

  /** Which of these ids the unit has sent already. */
  sentBefore(tx: EntityManager, actor: Actor, clientMutationIds: readonly string[]): Promise<Set<string>> {
    return createdBefore(tx, this.drafts, { actor, clientMutationIds });
  }
}
