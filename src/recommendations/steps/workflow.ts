import { RecommendationStatus as Status } from '../recommendation.enums.js';

/** What becomes of a recommendation; each is a mutation of its own. */
export enum RecommendationStep {
  ACCEPT = 'ACCEPT',
  DEFER = 'DEFER',
  REJECT = 'REJECT',
  START = 'START',
  REPORT_DONE = 'REPORT_DONE',
  VERIFY = 'VERIFY',
  REOPEN = 'REOPEN',
}

/** Who takes a step: the centre that decides, or a unit that the recommendation is addressed to. */
export enum Party {
  CENTRE = 'CENTRE',
  ADDRESSEE = 'ADDRESSEE',
}

/** When a step needs a reason. */
export enum Reason {
  NEVER = 'NEVER',
  ALWAYS = 'ALWAYS',
  /** Unless one of the follow-ups has evidence. */
  WITHOUT_EVIDENCE = 'WITHOUT_EVIDENCE',
}

export interface Transition {
  readonly step: RecommendationStep;
  readonly parties: readonly Party[];
  readonly from: readonly Status[];
  readonly to: Status;
  readonly reason: Reason;
}

const byCentre = { parties: [Party.CENTRE], reason: Reason.NEVER } as const;
const byDoer = { parties: [Party.CENTRE, Party.ADDRESSEE], reason: Reason.NEVER } as const;

/**
 * The life of a recommendation. What was reported done may turn out not to be, even after it was verified: then the work
 * goes on. A rejection may turn out wrong: then it is a proposal again. What was deferred is decided anew as it is.
 */
export const WORKFLOW: readonly Transition[] = [
  { ...byCentre, step: RecommendationStep.ACCEPT, from: [Status.PROPOSED, Status.DEFERRED], to: Status.ACCEPTED },
  {
    ...byCentre,
    step: RecommendationStep.DEFER,
    from: [Status.PROPOSED],
    to: Status.DEFERRED,
    reason: Reason.ALWAYS,
  },
  {
    ...byCentre,
    step: RecommendationStep.REJECT,
    from: [Status.PROPOSED, Status.DEFERRED],
    to: Status.REJECTED,
    reason: Reason.ALWAYS,
  },
  { ...byDoer, step: RecommendationStep.START, from: [Status.ACCEPTED], to: Status.IN_PROGRESS },
  {
    ...byDoer,
    step: RecommendationStep.REPORT_DONE,
    from: [Status.IN_PROGRESS],
    to: Status.REPORTED_DONE,
    reason: Reason.WITHOUT_EVIDENCE,
  },
  { ...byCentre, step: RecommendationStep.VERIFY, from: [Status.REPORTED_DONE], to: Status.VERIFIED },
  {
    ...byCentre,
    step: RecommendationStep.REOPEN,
    from: [Status.REPORTED_DONE, Status.VERIFIED],
    to: Status.IN_PROGRESS,
    reason: Reason.ALWAYS,
  },
  {
    ...byCentre,
    step: RecommendationStep.REOPEN,
    from: [Status.REJECTED],
    to: Status.PROPOSED,
    reason: Reason.ALWAYS,
  },
];

/** While follow-ups are written and changed. */
export const AT_WORK: readonly Status[] = [Status.ACCEPTED, Status.IN_PROGRESS];

/** While it can be said how far it was carried out. */
export const ASSESSABLE: readonly Status[] = [...AT_WORK, Status.REPORTED_DONE, Status.VERIFIED];

/** What a party may do next. */
export const nextSteps = (status: Status, party: Party): Transition[] =>
  WORKFLOW.filter(({ from, parties }) => from.includes(status) && parties.includes(party));

/** Whether a transition needs a reason. */
export const needsReason = ({ reason }: Transition, hasEvidence: boolean): boolean =>
  reason === Reason.ALWAYS || (reason === Reason.WITHOUT_EVIDENCE && !hasEvidence);
