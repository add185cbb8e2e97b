import { ExperienceStatus as Status } from '../experience.enums.js';

/** What is done to an experience on its way; each is a mutation of its own. */
export enum ExperienceStep {
  SUBMIT = 'SUBMIT',
  WITHDRAW = 'WITHDRAW',
  START_REVIEW = 'START_REVIEW',
  APPROVE = 'APPROVE',
  REQUEST_CHANGES = 'REQUEST_CHANGES',
  REJECT = 'REJECT',
  MARK_DUPLICATE = 'MARK_DUPLICATE',
}

/** Who takes a step: the unit that wrote, the province above it, the centre. */
export enum ReviewParty {
  UNIT = 'UNIT',
  PROVINCE = 'PROVINCE',
  CENTRE = 'CENTRE',
}

export interface Transition {
  readonly step: ExperienceStep;
  readonly party: ReviewParty;
  readonly from: readonly Status[];
  readonly to: Status;
  readonly requiresReason: boolean;
  /** Only for units that have a province above them, or only for those that have none; for all unless given. */
  readonly belowProvince?: boolean;
}

/** With its unit, which may write in it. */
export const IN_HAND: readonly Status[] = [Status.DRAFT, Status.CHANGES_REQUESTED, Status.WITHDRAWN];

const AT_PROVINCE = [Status.SUBMITTED, Status.PROVINCE_REVIEW];
const AT_CENTRE = [Status.CENTRAL_REVIEW];

/** A step of a reviewer, the same at the province and at the centre. */
const decision = (step: ExperienceStep, to: Status): Transition[] => [
  { step, party: ReviewParty.PROVINCE, from: AT_PROVINCE, to, requiresReason: true },
  { step, party: ReviewParty.CENTRE, from: AT_CENTRE, to, requiresReason: true },
];

const unitStep = { party: ReviewParty.UNIT, requiresReason: false } as const;

/**
 * The life of an experience. A regency's or a city's waits at its own province first, a province's or the centre's own goes
 * straight to the centre. A published, rejected or duplicate one stays what it is.
 */
export const WORKFLOW: readonly Transition[] = [
  { ...unitStep, step: ExperienceStep.SUBMIT, from: IN_HAND, to: Status.SUBMITTED, belowProvince: true },
  { ...unitStep, step: ExperienceStep.SUBMIT, from: IN_HAND, to: Status.CENTRAL_REVIEW, belowProvince: false },
  {
    ...unitStep,
    step: ExperienceStep.WITHDRAW,
    from: [Status.DRAFT, ...AT_PROVINCE, ...AT_CENTRE, Status.CHANGES_REQUESTED],
    to: Status.WITHDRAWN,
  },
  {
    step: ExperienceStep.START_REVIEW,
    party: ReviewParty.PROVINCE,
    from: [Status.SUBMITTED],
    to: Status.PROVINCE_REVIEW,
    requiresReason: false,
  },
  {
    step: ExperienceStep.APPROVE,
    party: ReviewParty.PROVINCE,
    from: AT_PROVINCE,
    to: Status.CENTRAL_REVIEW,
    requiresReason: false,
  },
  {
    step: ExperienceStep.APPROVE,
    party: ReviewParty.CENTRE,
    from: AT_CENTRE,
    to: Status.PUBLISHED,
    requiresReason: false,
  },
  ...decision(ExperienceStep.REQUEST_CHANGES, Status.CHANGES_REQUESTED),
  ...decision(ExperienceStep.REJECT, Status.REJECTED),
  ...decision(ExperienceStep.MARK_DUPLICATE, Status.DUPLICATE),
];

/** What a party may do next, each step once. */
export function nextSteps(status: Status, party: ReviewParty): Transition[] {
  const possible = WORKFLOW.filter((transition) => transition.party === party && transition.from.includes(status));
  return possible.filter(({ step }, index) => possible.findIndex((other) => other.step === step) === index);
}

/** The transition that a step is, or undefined where it is not allowed. */
export function transitionOf(
  step: ExperienceStep,
  status: Status,
  party: ReviewParty,
  belowProvince: boolean,
): Transition | undefined {
  return WORKFLOW.find(
    (transition) =>
      transition.step === step &&
      transition.party === party &&
      transition.from.includes(status) &&
      (transition.belowProvince ?? belowProvince) === belowProvince,
  );
}
