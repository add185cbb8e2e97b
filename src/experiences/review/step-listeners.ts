import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/access.js';
import type { ExperienceStatus } from '../experience.enums.js';
import type { ExperienceStep, ReviewParty } from './workflow.js';

/** A step that an experience has just taken. */
export interface StepTaken {
  readonly actor: Actor;
  /** What the actor is to the experience. */
  readonly party: ReviewParty;
  readonly step: ExperienceStep;
  readonly experienceId: string;
  readonly from: ExperienceStatus;
  readonly to: ExperienceStatus;
  readonly reason: string | null;
}

/** Runs in the transaction of the step: what it writes happens with the step, and what it throws undoes it. */
export type StepListener = (tx: EntityManager, taken: StepTaken) => Promise<void>;

/** Who has to know of each step. Floors above add themselves at start, so that this one need not know them. */
@Injectable()
export class StepListeners {
  private readonly added: StepListener[] = [];

  add(listener: StepListener): void {
    this.added.push(listener);
  }

  async tell(tx: EntityManager, taken: StepTaken): Promise<void> {
    for (const listener of this.added) await listener(tx, taken);
  }
}
