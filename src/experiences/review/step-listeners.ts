import { Injectable } from '@nestjs/common';
import { Listeners } from '../../audit/listeners.js';
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

/** Who has to know of the steps of experiences. */
@Injectable()
export class StepListeners extends Listeners<StepTaken> {}
