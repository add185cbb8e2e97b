import { ExperienceKind, ExperienceStatus, Regulated } from '../../experiences/experience.enums.js';
import { Fulfilment, Priority, RecommendationStatus } from '../../recommendations/recommendation.enums.js';
import { Weighted } from './random.js';

/*
 * The numbers behind the rows. They are assumptions chosen to look like a working knowledge base, not measurements;
 * README.md in this folder gives the reason for each.
 */

/** Reports per hundred, by stage of Pemilu 2024; '' spans several stages. */
export const STAGE_WEIGHTS: Record<string, number> = {
  'PEMILU-01': 7,
  'PEMILU-02': 14,
  'PEMILU-03': 6,
  'PEMILU-04': 1,
  'PEMILU-05': 4,
  'PEMILU-06': 13,
  'PEMILU-07': 11,
  'PEMILU-08': 8,
  'PEMILU-09': 21,
  'PEMILU-10': 5,
  'PEMILU-11': 3,
  '': 7,
};

/** Chance that an obstacle both elections know is reported for the regional ones: makes a third of all rows. */
export const MOVED_TO_PILKADA = 0.49;

export const STATUSES = new Weighted<ExperienceStatus>([
  [ExperienceStatus.PUBLISHED, 940],
  [ExperienceStatus.DRAFT, 15],
  [ExperienceStatus.SUBMITTED, 12],
  [ExperienceStatus.PROVINCE_REVIEW, 8],
  [ExperienceStatus.CENTRAL_REVIEW, 7],
  [ExperienceStatus.CHANGES_REQUESTED, 7],
  [ExperienceStatus.REJECTED, 6],
  [ExperienceStatus.WITHDRAWN, 5],
]);

/** Good practice and innovation fall back to an obstacle where a unit could not have acted on its own. */
export const KINDS = new Weighted<ExperienceKind>([
  [ExperienceKind.OBSTACLE, 72],
  [ExperienceKind.GOOD_PRACTICE, 16],
  [ExperienceKind.INNOVATION, 7],
  [ExperienceKind.NEAR_MISS, 5],
]);

export const OBSTACLE_COUNTS = new Weighted<1 | 2 | 3>([
  [1, 62],
  [2, 28],
  [3, 10],
]);

/** Where there are two obstacles or more, whether the second one's recommendation is made too. */
export const SECOND_RECOMMENDATION = 0.7;

/** Means of likelihood and impact, each 1–5, by cause. */
export const RISK: Record<string, readonly [likelihood: number, impact: number]> = {
  REGULATION: [2.9, 3.1],
  IT_SYSTEM: [3.3, 3.2],
  LOGISTICS: [2.7, 3.4],
  HR_ADHOC: [3.2, 2.9],
  BUDGET: [2.7, 2.8],
  COORDINATION: [2.8, 2.5],
  GEOGRAPHY: [2.6, 3.1],
  SECURITY: [1.4, 4.0],
  VOTER_DATA: [3.2, 2.8],
  LEGAL_DISPUTE: [2.2, 3.5],
  SCHEDULE: [2.8, 2.9],
  PARTICIPANT: [3.1, 2.4],
  PUBLIC_INFO: [2.9, 2.3],
  INFRASTRUCTURE: [2.5, 2.8],
  HEALTH: [1.9, 3.9],
  INCLUSION: [2.3, 2.7],
};

/** Added to both where the unit is hard to reach. */
export const HARD_TO_REACH: Record<string, readonly [likelihood: number, impact: number]> = {
  GEOGRAPHY: [0.7, 0.8],
  LOGISTICS: [0.5, 0.6],
  INFRASTRUCTURE: [0.6, 0.5],
  IT_SYSTEM: [0.3, 0.2],
  BUDGET: [0.3, 0.2],
};

/** Width of the spread around a mean: three uniform numbers added, a standard deviation of 1.1. */
export const RISK_SPREAD = 2.2;

const regulated = (yes: number, partly: number, no: number): Weighted<Regulated> =>
  new Weighted<Regulated>([
    [Regulated.REGULATED, yes],
    [Regulated.PARTLY, partly],
    [Regulated.UNREGULATED, no],
  ]);

const FIELD_CONDITIONS = regulated(10, 30, 60);
export const REGULATED_OTHERWISE = regulated(20, 33, 47);

/** Whether rules foresaw it, by cause. */
export const REGULATED: Record<string, Weighted<Regulated>> = {
  REGULATION: regulated(5, 45, 50),
  IT_SYSTEM: regulated(10, 35, 55),
  GEOGRAPHY: FIELD_CONDITIONS,
  SECURITY: FIELD_CONDITIONS,
  HEALTH: FIELD_CONDITIONS,
  INFRASTRUCTURE: FIELD_CONDITIONS,
  BUDGET: regulated(35, 35, 30),
  PARTICIPANT: regulated(40, 35, 25),
  LEGAL_DISPUTE: regulated(35, 40, 25),
};

/** What became of a published experience's recommendation; an unpublished one's is only proposed. */
export const RECOMMENDATION_STATUSES = new Weighted<RecommendationStatus>([
  [RecommendationStatus.PROPOSED, 42],
  [RecommendationStatus.ACCEPTED, 18],
  [RecommendationStatus.IN_PROGRESS, 14],
  [RecommendationStatus.REPORTED_DONE, 8],
  [RecommendationStatus.VERIFIED, 6],
  [RecommendationStatus.DEFERRED, 7],
  [RecommendationStatus.REJECTED, 5],
]);

/** By the greatest risk score of the experience; few enough are HIGH for the word to mean something. */
export const priorityOf = (riskScore: number): Priority =>
  riskScore >= 15 ? Priority.HIGH : riskScore >= 6 ? Priority.MEDIUM : Priority.LOW;

/** Chance that somebody supports who answers for a recommendation. */
export const SUPPORTED = 0.35;
/** Chance that what is accepted has a follow-up planned before the work starts. */
export const PLANNED_AHEAD = 0.3;
/** Chance of a second follow-up once the work has started. */
export const SECOND_FOLLOW_UP = 0.35;

/** How far it was found to be carried out; null: not assessed. */
export const FULFILMENT: Partial<Record<RecommendationStatus, Weighted<Fulfilment | null>>> = {
  [RecommendationStatus.IN_PROGRESS]: new Weighted<Fulfilment | null>([
    [null, 85],
    [Fulfilment.NOT, 5],
    [Fulfilment.PARTLY, 10],
  ]),
  [RecommendationStatus.REPORTED_DONE]: new Weighted<Fulfilment | null>([
    [null, 60],
    [Fulfilment.PARTLY, 10],
    [Fulfilment.MOSTLY, 20],
    [Fulfilment.FULLY, 8],
    [Fulfilment.NO_LONGER_APPLICABLE, 2],
  ]),
  [RecommendationStatus.VERIFIED]: new Weighted<Fulfilment | null>([
    [Fulfilment.MOSTLY, 25],
    [Fulfilment.FULLY, 75],
  ]),
};

export const OUTCOMES = new Weighted<'resolved' | 'partly' | 'unresolved'>([
  ['resolved', 45],
  ['partly', 37],
  ['unresolved', 18],
]);
