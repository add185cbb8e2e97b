import { RecommendationStep } from './workflow.js';

/** The mutation that takes a step, as the history names it. */
export const STEP_ACTIONS: Readonly<Record<RecommendationStep, string>> = {
  [RecommendationStep.ACCEPT]: 'acceptRecommendation',
  [RecommendationStep.DEFER]: 'deferRecommendation',
  [RecommendationStep.REJECT]: 'rejectRecommendation',
  [RecommendationStep.START]: 'startRecommendation',
  [RecommendationStep.REPORT_DONE]: 'reportRecommendationDone',
  [RecommendationStep.VERIFY]: 'verifyRecommendation',
  [RecommendationStep.REOPEN]: 'reopenRecommendation',
};

/** Every mutation whose subject is a recommendation. */
export const RECOMMENDATION_ACTIONS: readonly string[] = ['createRecommendation', ...Object.values(STEP_ACTIONS)];
export const FOLLOW_UP_ACTIONS: readonly string[] = ['addFollowUp', 'updateFollowUp'];
export const ASSESSMENT_ACTIONS: readonly string[] = ['assessRecommendation'];
