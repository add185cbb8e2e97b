import { Injectable } from '@nestjs/common';
import { Listeners } from '../audit/listeners.js';
import type { Actor } from '../common/access.js';
import type { RecommendationAction } from './steps/actions.js';
import type { Party } from './steps/workflow.js';

/** What has just been done to a recommendation, or about it. */
export interface RecommendationDeed {
  readonly actor: Actor;
  /** What the actor is to the recommendation. */
  readonly party: Party;
  readonly action: RecommendationAction;
  readonly recommendationId: string;
  readonly reason: string | null;
  /** Keys of the units whose work it is about, where it is about the work of some only. */
  readonly units?: readonly string[];
}

/** Who has to know of what becomes of recommendations. */
@Injectable()
export class RecommendationListeners extends Listeners<RecommendationDeed> {}
