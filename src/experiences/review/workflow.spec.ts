import { describe, expect, it } from '@jest/globals';
import { ExperienceStatus as Status } from '../experience.enums.js';
import {
  ExperienceStep,
  IN_HAND,
  nextSteps,
  ReviewParty,
  transitionOf,
  WORKFLOW,
  type Transition,
} from './workflow.js';

const ALL = Object.values(Status);

/** Every status that can be come to from a draft. */
function reachable(transitions: readonly Transition[], belowProvince: boolean): Set<Status> {
  const found = new Set([Status.DRAFT]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { from, to, belowProvince: only = belowProvince } of transitions)
      if (only === belowProvince && from.some((status) => found.has(status))) found.add(to);
  }
  return found;
}

describe('the workflow', () => {
  it('reaches every status from a draft of a regency, and all but the province’s from one of a province', () => {
    expect([...reachable(WORKFLOW, true)].sort()).toEqual([...ALL].sort());
    const without = ALL.filter((status) => status !== Status.SUBMITTED && status !== Status.PROVINCE_REVIEW);
    expect([...reachable(WORKFLOW, false)].sort()).toEqual(without.sort());
  });

  it('would be found to have a status that nothing leads to', () => {
    const broken = WORKFLOW.filter(({ to }) => to !== Status.PUBLISHED);
    expect(reachable(broken, true).has(Status.PUBLISHED)).toBe(false);
  });

  it('ends in what was decided, and nowhere else', () => {
    const ends = ALL.filter((status) => WORKFLOW.every(({ from }) => !from.includes(status)));
    expect(ends.sort()).toEqual([Status.DUPLICATE, Status.PUBLISHED, Status.REJECTED].sort());
  });

  it('wants a reason for what the unit will not like', () => {
    const reasoned = WORKFLOW.filter(({ requiresReason }) => requiresReason).map(({ to }) => to);
    expect([...new Set(reasoned)].sort()).toEqual([Status.CHANGES_REQUESTED, Status.DUPLICATE, Status.REJECTED].sort());
  });

  it('leaves no doubt where a step leads', () => {
    for (const status of ALL)
      for (const party of Object.values(ReviewParty))
        for (const belowProvince of [true, false])
          for (const step of Object.values(ExperienceStep)) {
            const found = WORKFLOW.filter(
              (transition) => transition === transitionOf(step, status, party, belowProvince),
            );
            expect(found.length).toBeLessThanOrEqual(1);
          }
    expect(transitionOf(ExperienceStep.SUBMIT, Status.DRAFT, ReviewParty.UNIT, true)!.to).toBe(Status.SUBMITTED);
    expect(transitionOf(ExperienceStep.SUBMIT, Status.DRAFT, ReviewParty.UNIT, false)!.to).toBe(Status.CENTRAL_REVIEW);
  });

  it('lets a unit submit what is in its hand, and only that', () => {
    for (const status of ALL) {
      const steps = nextSteps(status, ReviewParty.UNIT).map(({ step }) => step);
      expect([status, steps.includes(ExperienceStep.SUBMIT)]).toEqual([status, IN_HAND.includes(status)]);
      expect(new Set(steps).size).toBe(steps.length);
    }
  });
});
