import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/api.js';
import { mutate } from '../support/mutation.js';
import { Desk, errorsOf, LESSON, once, STAFF } from './lessons.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.api.close());

describe('the life of a lesson', () => {
  it('begins as a candidate that only the centre sees, and is for all once endorsed', async () => {
    const lesson = await desk.candidate({ stages: ['PEMILU-09'], levels: ['CITY'] });
    expect(lesson).toMatchObject({ status: 'CANDIDATE', endorsedAt: null, code: expect.stringMatching(/^LES-\d{6}$/) });
    for (const [name, client] of Object.entries(desk.seen))
      expect([name, (await desk.told(client, lesson.code, 'code')) !== null]).toEqual([name, STAFF.includes(name)]);
    const after = await desk.taken('endorseLesson', lesson);
    expect(after.endorsedAt).not.toBeNull();
    for (const [name, client] of Object.entries(desk.seen))
      expect([name, await desk.told(client, lesson.code, 'status levels stages { code }')]).toEqual([
        name,
        { status: 'ENDORSED', levels: ['CITY'], stages: [{ code: 'PEMILU-09' }] },
      ]);
  });

  it('needs to be complete to be endorsed, and proven to be learned', async () => {
    const bare = await desk.candidate({ insight: null, practice: null });
    expect(await errorsOf(desk.step('endorseLesson', bare))).toEqual([
      'LESSON_INCOMPLETE insight',
      'LESSON_INCOMPLETE practice',
    ]);
    const lesson = await desk.endorsed();
    expect(await errorsOf(desk.step('markLessonLearned', lesson))).toEqual(['LESSON_NOT_PROVEN id']);
    const [one, hidden, other] = [
      await desk.planted('73.71'),
      await desk.planted('73.06', 'SUBMITTED'),
      await desk.planted('51.07'),
    ];
    await desk.link(lesson, one.obstacle);
    await desk.link(lesson, hidden.obstacle);
    await desk.link(lesson, other.obstacle, 'REFINES');
    expect(await errorsOf(desk.step('markLessonLearned', lesson))).toEqual(['LESSON_NOT_PROVEN id']);
    await desk.link(lesson, other.experience);
    expect((await desk.taken('markLessonLearned', lesson)).status).toBe('LEARNED');
    const helped = await desk.endorsed();
    expect((await desk.apply(desk.makassar, helped)).userErrors).toEqual([]);
    expect((await desk.taken('markLessonLearned', helped)).status).toBe('LEARNED');
  });

  it('refuses steps out of turn, and leaves the lesson as it was', async () => {
    const lesson = await desk.candidate();
    expect(await errorsOf(desk.step('markLessonLearned', lesson))).toEqual(['ILLEGAL_STEP id']);
    expect(await errorsOf(desk.step('supersedeLesson', lesson, { by: lesson.code }))).toEqual(['ILLEGAL_STEP id']);
    expect(await errorsOf(desk.step('retireLesson', lesson))).toEqual(['REQUIRED reason']);
    expect(await errorsOf(desk.step('endorseLesson', { ...lesson, version: 7 }))).toEqual(['CONFLICT expectedVersion']);
    expect(await errorsOf(desk.step('unmergeLessons', lesson))).toEqual(['LESSON_NOT_MERGED id']);
    expect(await desk.told(desk.analyst, lesson.code, 'version status')).toEqual({ version: 1, status: 'CANDIDATE' });
    const retired = await desk.taken('retireLesson', lesson, { reason: 'Keliru' });
    for (const name of ['endorseLesson', 'markLessonLearned'])
      expect(await errorsOf(desk.step(name, retired))).toEqual(['ILLEGAL_STEP id']);
    expect(await errorsOf(desk.step('updateLesson', retired, { title: 'Lain' }))).toEqual(['LESSON_STATUS id']);
    // A candidate that never was endorsed stays a matter of the centre.
    expect(await desk.told(desk.seen['viewer']!, lesson.code, 'status')).toBeNull();
    expect(await desk.told(desk.seen['auditor']!, lesson.code, 'status')).toEqual({ status: 'RETIRED' });
  });

  it('is superseded by one that is in force, and never lost', async () => {
    const [old, fresh, idle] = [await desk.endorsed(), await desk.endorsed(), await desk.candidate()];
    expect(await errorsOf(desk.step('supersedeLesson', old, { by: 'LES-999999' }))).toEqual(['NOT_FOUND by']);
    expect(await errorsOf(desk.step('supersedeLesson', old, { by: old.code }))).toEqual(['SAME_LESSON by']);
    expect(await errorsOf(desk.step('supersedeLesson', old, { by: idle.code }))).toEqual(['LESSON_STATUS by']);
    await desk.taken('supersedeLesson', old, { by: fresh.code });
    expect(await errorsOf(desk.step('supersedeLesson', fresh, { by: old.code }))).toEqual(['LESSON_STATUS by']);
    for (const client of Object.values(desk.seen)) {
      expect(await desk.told(client, old.code, 'status supersededBy { code }')).toEqual({
        status: 'SUPERSEDED',
        supersededBy: { code: fresh.code },
      });
      expect(await desk.told(client, fresh.code, 'supersedes { code }')).toEqual({ supersedes: [{ code: old.code }] });
    }
  });

  it('of two that supersede each other at once, one stays', async () => {
    const [one, other] = [await desk.endorsed(), await desk.endorsed()];
    const results = await Promise.all([
      desk.step('supersedeLesson', one, { by: other.code }),
      desk.step('supersedeLesson', other, { by: one.code }),
    ]);
    expect(results.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  });

  it('is done once however often it is sent', async () => {
    const input = { clientMutationId: once(), title: 'Sekali' };
    const [one, again] = [
      await mutate(desk.analyst, 'createLesson', input, LESSON),
      await mutate(desk.analyst, 'createLesson', input, LESSON),
    ];
    expect(again.lesson.code).toBe(one.lesson.code);
    expect(await errorsOf(mutate(desk.analyst, 'createLesson', { ...input, title: 'Lain' }))).toEqual([
      'REPEATED_WITH_OTHER_INPUT clientMutationId',
    ]);
    const lesson = await desk.candidate();
    const id = once();
    await desk.taken('endorseLesson', lesson, { clientMutationId: id });
    expect((await desk.taken('endorseLesson', lesson, { clientMutationId: id })).version).toBe(2);
  });

  it('says what one may do, and that is what one may do', async () => {
    const lesson = await desk.candidate();
    const may = 'allowedTransitions { name requiresReason } viewerCan { update link merge unmerge recordApplication }';
    const nothing = { update: false, link: false, merge: false, unmerge: false, recordApplication: false };
    expect(await desk.told(desk.analyst, lesson.code, may)).toEqual({
      allowedTransitions: [
        { name: 'ENDORSE', requiresReason: false },
        { name: 'RETIRE', requiresReason: true },
      ],
      viewerCan: { ...nothing, update: true, link: true, merge: true },
    });
    expect(await desk.told(desk.seen['auditor']!, lesson.code, may)).toEqual({
      allowedTransitions: [],
      viewerCan: nothing,
    });
    const after = await desk.taken('endorseLesson', lesson);
    expect((await desk.told(desk.makassar, lesson.code, may)).viewerCan).toEqual({
      ...nothing,
      recordApplication: true,
    });
    expect((await desk.told(desk.seen['viewer']!, lesson.code, may)).viewerCan).toEqual(nothing);
    expect((await desk.told(desk.analyst, lesson.code, may)).allowedTransitions.map(({ name }: any) => name)).toEqual([
      'MARK_LEARNED',
      'SUPERSEDE',
      'RETIRE',
    ]);
    await desk.taken('retireLesson', after, { reason: 'Sudah tidak berlaku' });
    expect(await desk.told(desk.analyst, lesson.code, may)).toEqual({ allowedTransitions: [], viewerCan: nothing });
  });

  it('is written by analysts alone', async () => {
    const lesson = await desk.endorsed();
    for (const name of ['viewer', 'kontributor.7371', 'reviewer.73', 'admin', 'auditor'])
      await expect(desk.step('retireLesson', lesson, { reason: 'x' }, desk.seen[name])).rejects.toThrow('FORBIDDEN');
    await expect(desk.apply(desk.analyst, lesson)).rejects.toThrow('FORBIDDEN');
  });

  it('keeps its history: what was changed, linked, merged', async () => {
    const lesson = await desk.candidate();
    const changed = await desk.taken('updateLesson', lesson, {
      title: 'Judul baru',
      stages: ['PEMILU-10'],
      levels: null,
      reason: 'Diperjelas',
    });
    expect(changed.title).toBe('Judul baru');
    const one = await desk.planted('73.71');
    await desk.link(lesson, one.obstacle);
    const history = (
      await desk.told(
        desk.analyst,
        lesson.code,
        'history(first: 10) { nodes { action reason changes { field before after } } }',
      )
    ).history.nodes;
    expect(history.map(({ action }: any) => action)).toEqual(['linkLessonSource', 'updateLesson', 'createLesson']);
    expect(history[0].changes).toEqual([{ field: 'sources', before: null, after: `SUPPORTS ${one.code} #1` }]);
    expect(history[1].changes).toEqual([
      { field: 'title', before: 'Uji pelajaran', after: 'Judul baru' },
      { field: 'stages', before: null, after: 'PEMILU-10' },
    ]);
    expect(await errorsOf(desk.step('updateLesson', changed, { stages: ['PEMILU-99'] }))).toEqual(['NOT_FOUND stages']);
    expect(await errorsOf(desk.step('updateLesson', changed, { title: null }))).toEqual(['REQUIRED title']);
  });
});

describe('applications', () => {
  it('are recorded by a unit for itself, once for each cycle, and can be changed', async () => {
    const lesson = await desk.endorsed();
    const { application, userErrors } = await desk.apply(desk.makassar, lesson);
    expect(userErrors).toEqual([]);
    expect(application).toMatchObject({ outcome: 'HELPED', satker: { code: '73.71' } });
    expect(await errorsOf(desk.apply(desk.makassar, lesson))).toEqual(['APPLICATION_RECORDED cycle']);
    expect((await desk.apply(desk.makassar, lesson, { cycle: 'PILKADA-2024' })).userErrors).toEqual([]);
    const { id, version } = application;
    const change = (client: Client, more: object): Promise<any> =>
      mutate(
        client,
        'updateLessonApplication',
        { id, expectedVersion: version, ...more },
        'application { outcome version }',
      );
    expect(await errorsOf(change(await desk.api.as('kontributor.5107'), { outcome: 'NO_EFFECT' }))).toEqual([
      'NOT_YOUR_SATKER id',
    ]);
    expect(await errorsOf(change(desk.makassar, { evidence: null }))).toEqual(['REQUIRED evidence']);
    expect(await errorsOf(change(desk.makassar, { outcome: null }))).toEqual(['REQUIRED outcome']);
    expect((await change(desk.makassar, { outcome: 'NO_EFFECT', evidence: null })).application).toEqual({
      outcome: 'NO_EFFECT',
      version: 2,
    });
    expect(await errorsOf(change(desk.makassar, { outcome: 'HELPED' }))).toEqual(['CONFLICT expectedVersion']);
    expect(
      await desk.told(desk.api.anonymous, lesson.code, 'applications { outcome satker { code } cycle { code } }'),
    ).toEqual({
      applications: [
        { outcome: 'NO_EFFECT', satker: { code: '73.71' }, cycle: { code: 'PEMILU-2024' } },
        { outcome: 'HELPED', satker: { code: '73.71' }, cycle: { code: 'PILKADA-2024' } },
      ],
    });
  });

  it('say what came of it in full', async () => {
    const lesson = await desk.endorsed();
    expect(await errorsOf(desk.apply(desk.makassar, lesson, { evidence: null, appliedOn: null }))).toEqual([
      'REQUIRED evidence',
      'REQUIRED appliedOn',
    ]);
    expect(await errorsOf(desk.apply(desk.makassar, lesson, { outcome: 'NOT_APPLICABLE' }))).toEqual([
      'NOT_APPLIED_DATE appliedOn',
    ]);
    expect(await errorsOf(desk.apply(desk.makassar, lesson, { appliedOn: '2999-01-01' }))).toEqual([
      'IN_FUTURE appliedOn',
    ]);
    expect(await errorsOf(desk.apply(desk.makassar, lesson, { cycle: 'PEMILU-1899' }))).toEqual(['NOT_FOUND cycle']);
  });

  it('are of lessons in force that one may see', async () => {
    const idle = await desk.candidate();
    expect(await errorsOf(desk.apply(desk.makassar, idle))).toEqual(['NOT_FOUND lesson']);
    expect(await errorsOf(desk.apply(desk.makassar, { code: 'LES-999999' }))).toEqual(['NOT_FOUND lesson']);
    const retired = await desk.taken('retireLesson', await desk.endorsed(), { reason: 'x' });
    expect(await errorsOf(desk.apply(desk.makassar, retired))).toEqual(['LESSON_STATUS lesson']);
    const [merged, target] = [await desk.endorsed(), await desk.candidate()];
    await desk.taken('mergeLessons', merged, { into: target.code });
    const { userErrors } = await desk.apply(desk.makassar, merged);
    expect(userErrors[0]).toMatchObject({ code: 'LESSON_MERGED', field: 'lesson' });
    // The target is a candidate: its code is nobody's business yet.
    expect(userErrors[0].message).not.toContain(target.code);
  });
});
