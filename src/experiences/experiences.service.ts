import { Injectable } from '@nestjs/common';
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
}
