import { describe, expect, it } from '@jest/globals';
import { RecommendationStatus as Status } from '../recommendation.enums.js';
import { needsReason, nextSteps, Party, RecommendationStep, WORKFLOW, type Transition } from './workflow.js';

const ALL = Object.values(Status);

/** Every status that can be come to from another one. */
function reachable(transitions: readonly Transition[], start: Status): Set<Status> {
  const found = new Set([start]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { from, to } of transitions) if (from.some((status) => found.has(status))) found.add(to);
  }
  return found;
}

const stepsOf = (status: Status, party: Party): RecommendationStep[] =>
  nextSteps(status, party).map(({ step }) => step);

describe('the workflow of recommendations', () => {
  it('reaches every status from a proposal', () => {
    expect([...reachable(WORKFLOW, Status.PROPOSED)].sort()).toEqual([...ALL].sort());
  });

  it('would be found to have a status that nothing leads to', () => {
    const broken = WORKFLOW.filter(({ to }) => to !== Status.VERIFIED);
    expect(reachable(broken, Status.PROPOSED).has(Status.VERIFIED)).toBe(false);
  });

  it('has no end: whatever was decided can be taken up again', () => {
    for (const status of ALL) expect([status, stepsOf(status, Party.CENTRE)]).not.toEqual([status, []]);
    expect(reachable(WORKFLOW, Status.REJECTED).has(Status.VERIFIED)).toBe(true);
    expect(reachable(WORKFLOW, Status.VERIFIED).has(Status.IN_PROGRESS)).toBe(true);
  });

  it('does not take back that something was accepted', () => {
    const after = reachable(WORKFLOW, Status.ACCEPTED);
    expect([Status.PROPOSED, Status.DEFERRED, Status.REJECTED].filter((status) => after.has(status))).toEqual([]);
  });

  it('lets an addressee do the work and say so, and nothing else', () => {
    const own = WORKFLOW.filter(({ parties }) => parties.includes(Party.ADDRESSEE)).map(({ step }) => step);
    expect(own).toEqual([RecommendationStep.START, RecommendationStep.REPORT_DONE]);
  });

  it('leads each step from a status to one place', () => {
    for (const status of ALL)
      for (const party of Object.values(Party)) {
        const steps = stepsOf(status, party);
        expect([status, party, new Set(steps).size]).toEqual([status, party, steps.length]);
      }
  });

  it('wants a reason for what is put off, refused or taken up again, and for a report without evidence', () => {
    const reasoned = (hasEvidence: boolean): RecommendationStep[] => [
      ...new Set(WORKFLOW.filter((transition) => needsReason(transition, hasEvidence)).map(({ step }) => step)),
    ];
    const always = [RecommendationStep.DEFER, RecommendationStep.REJECT, RecommendationStep.REOPEN];
    expect(reasoned(true).sort()).toEqual([...always].sort());
    expect(reasoned(false).sort()).toEqual([...always, RecommendationStep.REPORT_DONE].sort());
  });
});
