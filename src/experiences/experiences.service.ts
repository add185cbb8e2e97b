import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import { createBatch, createdBefore } from '../audit/creation-batches.js';
import type { WholeCreation } from '../audit/creation-statement.js';
import { Creations } from '../audit/creations.service.js';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import type { PayloadRead, Shown } from '../common/read/payload-read.js';
import { DraftChecks } from './draft-checks.js';
import { draftColumns, rewriteObstacles } from './draft-text.js';
import { ExperienceParts } from './experience-parts.js';
import { Experience } from './experience.entity.js';
import type { CreateExperienceInput, UpdateExperienceInput } from './experience.inputs.js';
import { DRAFT_REFERENCES } from './experience.statements.js';
import { Obstacle } from './obstacle.entity.js';
import { Standings } from './review/standings.js';
import { IN_HAND, ReviewParty } from './review/workflow.js';

/** The accounts of a unit hand in for it, whichever of them sends a workbook. */
const peersOf = (account: string): string =>
  `select id from users where satker_id = (select satker_id from users where id = ${account})`;

/** Owns experiences and their obstacles while they are in the hand of their unit. */
@Injectable()
export class ExperiencesService {
  private readonly drafts: WholeCreation<CreateExperienceInput>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly creations: Creations,
    private readonly changes: Changes,
    private readonly checks: DraftChecks,
    private readonly standings: Standings,
    private readonly parts: ExperienceParts,
  ) {
    const subject = { type: Experience.name, table: 'experiences' };
    const { creations: rows, tables } = parts;
    this.drafts = { action: 'createExperience', subject, lookUp: DRAFT_REFERENCES, parts: rows, tables, peersOf };
  }

  /** Writes a draft of the writer's own unit. */
  async create(actor: Actor, input: CreateExperienceInput, payload: PayloadRead): Promise<Shown> {
    await this.checks.refuseUnfit(actor, input);
    const explain = (): Promise<void> => this.checks.refuse(actor, input);
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

  /** Changes what is still, or again, in the hand of its unit. */
  async update(actor: Actor, input: UpdateExperienceInput): Promise<Experience> {
    const id = await this.standings.keyOf(actor, input.id, 'id');
    const obstacles = await this.dataSource.manager.countBy(Obstacle, { experience: { id } });
    await this.checks.refuse(actor, input, obstacles);
    return this.changes.edit({
      actor,
      action: 'updateExperience',
      entity: Experience,
      id,
      expectedVersion: input.expectedVersion,
      reason: input.reason,
      input,
      patch: async (tx) => {
        await this.refuseUnlessInHand(tx, actor, id);
        return draftColumns(tx, input);
      },
      parts: async (tx, experience) => [
        ...(input.obstacles === undefined ? [] : await rewriteObstacles(tx, actor, experience, input.obstacles ?? [])),
        ...(await this.parts.rewrite(tx, actor, experience, input)),
      ],
    });
  }

  private async refuseUnlessInHand(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const { status, party, unit } = await this.standings.of(tx, actor, id);
    if (party !== ReviewParty.UNIT) throw Rejected.because('NOT_YOUR_SATKER', 'id', { own: unit ?? '–' });
    if (!IN_HAND.includes(status))
      throw Rejected.because('NOT_EDITABLE', 'id', { status, allowed: IN_HAND.join(', ') });
  }
}
