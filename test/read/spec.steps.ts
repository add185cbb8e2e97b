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
