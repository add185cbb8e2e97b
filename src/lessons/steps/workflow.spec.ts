import { describe, expect, it } from '@jest/globals';
import { LessonStatus as Status } from '../lesson.enums.js';
import { IN_FORCE, LIVE, nextSteps, transitionOf, WORKFLOW, LessonStep, type Transition } from './workflow.js';

const ALL = Object.values(Status);

/** Every status that can be come to from a candidate. */
function reachable(transitions: readonly Transition[]): Set<Status> {
  const found = new Set([Status.CANDIDATE]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { from, to } of transitions) if (from.some((status) => found.has(status))) found.add(to);
  }
  return found;
}

describe('the life of a lesson', () => {
  it('reaches every status from a candidate', () => {
    expect([...reachable(WORKFLOW)].sort()).toEqual([...ALL].sort());
    expect(reachable(WORKFLOW.filter(({ to }) => to !== Status.ENDORSED)).has(Status.LEARNED)).toBe(false);
  });

  it('ends superseded or retired, and nowhere else', () => {
    expect(ALL.filter((status) => nextSteps(status).length === 0).sort()).toEqual([Status.RETIRED, Status.SUPERSEDED]);
    expect(ALL.filter((status) => !LIVE.includes(status)).sort()).toEqual([Status.RETIRED, Status.SUPERSEDED]);
  });

  it('comes to be learned only by way of an endorsement', () => {
    expect(WORKFLOW.filter(({ to }) => to === Status.LEARNED).flatMap(({ from }) => from)).toEqual([Status.ENDORSED]);
    expect(IN_FORCE).not.toContain(Status.CANDIDATE);
  });

  it('leaves no doubt where a step leads, and wants a reason for what takes a lesson away', () => {
    for (const status of ALL)
      for (const step of Object.values(LessonStep))
        expect(WORKFLOW.filter((one) => one.step === step && one.from.includes(status)).length).toBeLessThanOrEqual(1);
    expect(transitionOf(LessonStep.RETIRE, Status.LEARNED)!.requiresReason).toBe(true);
    expect(transitionOf(LessonStep.ENDORSE, Status.LEARNED)).toBeUndefined();
  });
});
