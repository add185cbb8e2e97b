import type { Viewer } from './spec.visibility.js';
import type { Row, World } from './world.js';

const DECIDE = ['APPROVE', 'REQUEST_CHANGES', 'REJECT', 'MARK_DUPLICATE'];
const IN_HAND = ['DRAFT', 'CHANGES_REQUESTED', 'WITHDRAWN'];
const WITH_REVIEWERS = ['SUBMITTED', 'PROVINCE_REVIEW', 'CENTRAL_REVIEW'];

/** What somebody may do next with an experience, from the words of the specification. */
export function stepsOf(world: World, { role, satkerId }: Viewer, { status, satkerId: unit }: Row): string[] {
  const at = status as string;
  if (role === 'CONTRIBUTOR' && unit === satkerId) {
    const submit = IN_HAND.includes(at) ? ['SUBMIT'] : [];
    const canBeWithdrawn = WITH_REVIEWERS.includes(at) || (IN_HAND.includes(at) && at !== 'WITHDRAWN');
    return canBeWithdrawn ? [...submit, 'WITHDRAW'] : submit;
  }
  if (role === 'REVIEWER' && world.get('Satker', unit)!['parentId'] === satkerId) {
    if (at === 'SUBMITTED') return ['START_REVIEW', ...DECIDE];
    return at === 'PROVINCE_REVIEW' ? DECIDE : [];
  }
  return role === 'ANALYST' && at === 'CENTRAL_REVIEW' ? DECIDE : [];
}

const REASONED = ['REQUEST_CHANGES', 'REJECT', 'MARK_DUPLICATE'];

export const allowedTransitions = (world: World, viewer: Viewer, experience: Row): unknown =>
  stepsOf(world, viewer, experience).map((name) => ({ name, requiresReason: REASONED.includes(name) }));

export function viewerCan(world: World, viewer: Viewer, experience: Row): unknown {
  const steps = stepsOf(world, viewer, experience);
  const isOwn = viewer.role === 'CONTRIBUTOR' && experience['satkerId'] === viewer.satkerId;
  return {
    update: isOwn && IN_HAND.includes(experience['status'] as string),
    submit: steps.includes('SUBMIT'),
    withdraw: steps.includes('WITHDRAW'),
    review: steps.includes('APPROVE'),
  };
}

// --- recommendations ---

const DECISIONS: Readonly<Record<string, string[]>> = {
  PROPOSED: ['ACCEPT', 'DEFER', 'REJECT'],
  DEFERRED: ['ACCEPT', 'REJECT'],
  REJECTED: ['REOPEN'],
  REPORTED_DONE: ['VERIFY', 'REOPEN'],
  VERIFIED: ['REOPEN'],
};
const WORK: Readonly<Record<string, string[]>> = { ACCEPTED: ['START'], IN_PROGRESS: ['REPORT_DONE'] };

/** Decides, does the work, or only reads. */
function partIn(world: World, { role, satkerId }: Viewer, recommendation: Row): 'decides' | 'works' | null {
  if (world.get('Experience', recommendation['experienceId'])!['status'] !== 'PUBLISHED') return null;
  if (role === 'ANALYST') return 'decides';
  const isMember = role === 'CONTRIBUTOR' || role === 'REVIEWER';
  const addressees = world.where('RecommendationAddressee', 'recommendationId', recommendation['id']);
  return isMember && addressees.some((one) => one['satkerId'] === satkerId) ? 'works' : null;
}

function recommendationSteps(world: World, viewer: Viewer, recommendation: Row): string[] {
  const part = partIn(world, viewer, recommendation);
  const status = recommendation['status'] as string;
  const decisions = part === 'decides' ? (DECISIONS[status] ?? []) : [];
  return part ? [...(WORK[status] ?? []), ...decisions] : [];
}

const followUpsOf = (world: World, recommendation: Row): readonly Row[] =>
  world.where('FollowUp', 'recommendationId', recommendation['id']);

export const allowedRecommendationSteps = (world: World, viewer: Viewer, recommendation: Row): unknown =>
  recommendationSteps(world, viewer, recommendation).map((name) => ({
    name,
    requiresReason:
      name === 'REPORT_DONE'
        ? followUpsOf(world, recommendation).every(
            ({ evidence, evidenceUrl }) => evidence === null && evidenceUrl === null,
          )
        : ['DEFER', 'REJECT', 'REOPEN'].includes(name),
  }));

/** Had a hand in the work, or said that it was done. */
function isOwnWork(world: World, { userId }: Viewer, recommendation: Row): boolean {
  const acts = (type: string, key: unknown): readonly Row[] =>
    world
      .where('AuditEntry', 'subjectId', key)
      .filter(({ subjectType, actorId }) => subjectType === type && actorId === userId);
  const worked = followUpsOf(world, recommendation).some(
    ({ id, createdById, updatedById }) =>
      createdById === userId || updatedById === userId || acts('FollowUp', id).length > 0,
  );
  const reports = acts('Recommendation', recommendation['id']).filter(
    ({ action }) => action === 'reportRecommendationDone',
  );
  return worked || reports.length > 0;
}

export function recommendationViewerCan(world: World, viewer: Viewer, recommendation: Row): unknown {
  const steps = recommendationSteps(world, viewer, recommendation);
  const part = partIn(world, viewer, recommendation);
  const isAtWork = ['ACCEPTED', 'IN_PROGRESS'].includes(recommendation['status'] as string);
  const isAfter = ['REPORTED_DONE', 'VERIFIED'].includes(recommendation['status'] as string);
  return {
    accept: steps.includes('ACCEPT'),
    defer: steps.includes('DEFER'),
    reject: steps.includes('REJECT'),
    start: steps.includes('START'),
    addFollowUp: part !== null && isAtWork,
    reportDone: steps.includes('REPORT_DONE'),
    verify: steps.includes('VERIFY'),
    reopen: steps.includes('REOPEN'),
    assess: part === 'decides' && (isAtWork || isAfter) && !isOwnWork(world, viewer, recommendation),
  };
}
