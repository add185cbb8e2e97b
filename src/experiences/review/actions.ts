import { ExperienceStep } from './workflow.js';

/** The mutation that takes a step, as the history names it. */
export const STEP_ACTIONS: Readonly<Record<ExperienceStep, string>> = {
  [ExperienceStep.SUBMIT]: 'submitExperience',
  [ExperienceStep.WITHDRAW]: 'withdrawExperience',
  [ExperienceStep.START_REVIEW]: 'startExperienceReview',
  [ExperienceStep.APPROVE]: 'approveExperience',
  [ExperienceStep.REQUEST_CHANGES]: 'requestChanges',
  [ExperienceStep.REJECT]: 'rejectExperience',
  [ExperienceStep.MARK_DUPLICATE]: 'markDuplicate',
};

/** Every mutation whose subject is an experience. */
export const EXPERIENCE_ACTIONS: readonly string[] = [
  'createExperience',
  'updateExperience',
  'importExperiences',
  ...Object.values(STEP_ACTIONS),
];
