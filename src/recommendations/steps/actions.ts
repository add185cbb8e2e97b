import { RecommendationStep } from './workflow.js';

/** The mutation that takes a step, as the history names it. */
export const STEP_ACTIONS = {
  [RecommendationStep.ACCEPT]: 'acceptRecommendation',
  [RecommendationStep.DEFER]: 'deferRecommendation',
  [RecommendationStep.REJECT]: 'rejectRecommendation',
  [RecommendationStep.START]: 'startRecommendation',
  [RecommendationStep.REPORT_DONE]: 'reportRecommendationDone',
  [RecommendationStep.VERIFY]: 'verifyRecommendation',
  [RecommendationStep.REOPEN]: 'reopenRecommendation',
} as const satisfies Readonly<Record<RecommendationStep, string>>;

/** Every mutation whose subject is a recommendation. */
export const RECOMMENDATION_ACTIONS = ['createRecommendation', ...Object.values(STEP_ACTIONS)] as const;
export const FOLLOW_UP_ACTIONS = ['addFollowUp', 'updateFollowUp'] as const;
export const ASSESSMENT_ACTIONS = ['assessRecommendation'] as const;

/** Everything that is done to a recommendation, or about it. */
export type RecommendationAction = (
  typeof RECOMMENDATION_ACTIONS | typeof FOLLOW_UP_ACTIONS | typeof ASSESSMENT_ACTIONS
)[number];
