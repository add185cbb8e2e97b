import { LessonStatus as Status } from '../lesson.enums.js';

/** What becomes of a lesson; each is a mutation of its own. */
export enum LessonStep {
  ENDORSE = 'ENDORSE',
  MARK_LEARNED = 'MARK_LEARNED',
  SUPERSEDE = 'SUPERSEDE',
  RETIRE = 'RETIRE',
}

export interface Transition {
  readonly step: LessonStep;
  readonly from: readonly Status[];
  readonly to: Status;
  readonly requiresReason: boolean;
}

/** While it is written on, linked, merged. */
export const LIVE: readonly Status[] = [Status.CANDIDATE, Status.ENDORSED, Status.LEARNED];

/** While units say whether it helped them, and others can be superseded by it. */
export const IN_FORCE: readonly Status[] = [Status.ENDORSED, Status.LEARNED];

/** The life of a lesson. What was superseded or retired stays as it is, for whoever wonders what was thought before. */
export const WORKFLOW: readonly Transition[] = [
  { step: LessonStep.ENDORSE, from: [Status.CANDIDATE], to: Status.ENDORSED, requiresReason: false },
  { step: LessonStep.MARK_LEARNED, from: [Status.ENDORSED], to: Status.LEARNED, requiresReason: false },
  { step: LessonStep.SUPERSEDE, from: IN_FORCE, to: Status.SUPERSEDED, requiresReason: false },
  { step: LessonStep.RETIRE, from: LIVE, to: Status.RETIRED, requiresReason: true },
];

export const nextSteps = (status: Status): Transition[] => WORKFLOW.filter(({ from }) => from.includes(status));

export const transitionOf = (step: LessonStep, status: Status): Transition | undefined =>
  nextSteps(status).find((transition) => transition.step === step);
