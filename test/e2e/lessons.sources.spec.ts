import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mutate } from '../support/mutation.js';
import { Desk, errorsOf, once, READERS } from './lessons.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.api.close());

describe('sources', () => {
  it('are experiences, obstacles, statements and documents, each once; the strength follows', async () => {
    const lesson = await desk.endorsed();
    const { event, sources } = await desk.analyst.query(
      `{ event(slug: "rakornas-berbagi-pengalaman-2025") { statements { id } } sources(first: 1) { nodes { id } } }`,
    );
    const [statement, document] = [event.statements[0].id, sources.nodes[0].id];
    const rows = [
      await desk.planted('73.71'),
      await desk.planted('73.06'),
      await desk.planted('73.71', 'PUBLISHED', 'PILKADA-A2'),
      await desk.planted('51.07'),
    ];
    for (const subject of [
      rows[0].obstacle,
      rows[0].experience,
      rows[1].experience,
      rows[2].obstacle,
      statement,
      document,
    ])
      expect((await desk.link(lesson, subject)).userErrors).toEqual([]);
    expect((await desk.link(lesson, rows[3].obstacle, 'CONTRADICTS')).userErrors).toEqual([]);
    expect(await errorsOf(desk.link(lesson, rows[0].obstacle, 'CONTRADICTS'))).toEqual(['SOURCE_LINKED subject']);
    expect(await errorsOf(desk.link(lesson, statement))).toEqual(['SOURCE_LINKED subject']);
    for (const bad of ['x', lesson.id, Buffer.from('Experience:999999').toString('base64')])
      expect(await errorsOf(desk.link(lesson, bad))).toEqual(['SOURCE_KIND subject']);
    expect(
      await desk.told(desk.api.anonymous, lesson.code, 'strength { score satkerCount cycleCount contradicting }'),
    ).toEqual({
      strength: { score: 3, satkerCount: 2, cycleCount: 2, contradicting: 1 },
    });
    const { lessons } = await desk.api.anonymous.query(
      `{ lessons(filter: { code: { eq: "${lesson.code}" }, strength: { gte: 3 } }) { totalCount } }`,
    );
    expect(lessons.totalCount).toBe(1);
    const { node } = await desk.api.anonymous.query(
      `{ node(id: "${statement}") { ... on Statement { lessons { code } } } }`,
    );
    expect(node.lessons).toContainEqual({ code: lesson.code });
    const { node: doc } = await desk.api.anonymous.query(
      `{ node(id: "${document}") { ... on SourceDocument { lessons { code } } } }`,
    );
    expect(doc.lessons).toContainEqual({ code: lesson.code });
  });

  it('are unlinked with the version, and the history keeps what they were', async () => {
    const lesson = await desk.candidate();
    const one = await desk.planted('73.71');
    const { source } = await desk.link(lesson, one.obstacle, 'REFINES');
    expect(await errorsOf(desk.step('unlinkLessonSource', { ...lesson, version: 9 }, { source: source.id }))).toEqual([
      'CONFLICT expectedVersion',
    ]);
    const other = await desk.candidate();
    expect(await errorsOf(desk.step('unlinkLessonSource', other, { source: source.id }))).toEqual(['NOT_FOUND source']);
    const after = await desk.taken('unlinkLessonSource', lesson, { source: source.id, reason: 'Salah sumber' });
    expect(after.version).toBe(2);
    const { sources, history } = await desk.told(
      desk.analyst,
      lesson.code,
      'sources { id } history(first: 1) { nodes { action changes { before after } } }',
    );
    expect(sources).toEqual([]);
    expect(history.nodes[0]).toEqual({
      action: 'unlinkLessonSource',
      changes: [{ before: `REFINES ${one.code} #1`, after: null }],
    });
  });

  it('that one may not see are not there: neither in the list nor in the strength nor in what leads to them', async () => {
    const lesson = await desk.endorsed();
    const [open, closed] = [await desk.planted('73.71'), await desk.planted('73.06', 'SUBMITTED')];
    await desk.link(lesson, open.obstacle);
    await desk.link(lesson, closed.obstacle);
    const selection = 'strength { score } sources { experience { code } obstacle { text } } recommendations { number }';
    const whole = await desk.told(desk.analyst, lesson.code, selection);
    expect(whole.sources.map(({ experience }: any) => experience.code)).toEqual([open.code, closed.code]);
    expect(whole.recommendations.map(({ number }: any) => number)).toEqual([open.code, closed.code]);
    expect(whole.strength.score).toBe(2);
    for (const name of ['anonymous', 'viewer', 'admin', 'kontributor.7371']) {
      const part = await desk.told(desk.seen[name]!, lesson.code, selection);
      expect([name, JSON.stringify(part).includes(closed.code), part.sources.length, part.strength.score]).toEqual([
        name,
        false,
        1,
        1,
      ]);
    }
    // The province sees what was handed in to it.
    expect((await desk.told(desk.seen['reviewer.73']!, lesson.code, selection)).sources).toHaveLength(2);
    expect(await errorsOf(desk.link(lesson, (await desk.planted('73.06', 'DRAFT')).obstacle))).toEqual([
      'SOURCE_KIND subject',
    ]);
  });
});

describe('candidates', () => {
  const TEXT = 'Perahu pengangkut bilik suara karam di muara yang surut';

  it('are patterns of several units that no lesson is taken from, with the reason and the obstacles', async () => {
    await desk.planted('73.71', 'PUBLISHED', 'PEMILU-09', TEXT);
    await desk.planted('51.07', 'PUBLISHED', 'PILKADA-A2', TEXT);
    await desk.planted('73.06', 'SUBMITTED', 'PEMILU-09', TEXT);
    const query = `{ lessonCandidates(filter: { text: "perahu pengangkut" }) { totalCount nodes { code reason satkerCount obstacles(first: 5) { nodes { text experience { code } } } } } }`;
    const { nodes } = (await desk.analyst.query(query)).lessonCandidates;
    expect(nodes).toHaveLength(1);
    expect(nodes[0].reason).toMatch(/^2 satker di 2 provinsi, 2 siklus; kata bersama: /);
    expect(nodes[0].obstacles.nodes).toHaveLength(2);
    expect((await desk.seen['auditor']!.query(query)).lessonCandidates.totalCount).toBe(1);
    for (const name of ['anonymous', ...READERS])
      await expect(desk.seen[name]!.query(query)).rejects.toThrow(/FORBIDDEN|UNAUTHENTICATED/);

    const lesson = await desk.candidate({ fromPattern: nodes[0].code, title: null });
    expect(lesson.title).toBe(TEXT);
    expect(
      await desk.told(
        desk.analyst,
        lesson.code,
        'strength { score satkerCount } sources { relation obstacle { text } }',
      ),
    ).toEqual({
      strength: { score: 2, satkerCount: 2 },
      sources: [1, 2].map(() => ({ relation: 'SUPPORTS', obstacle: { text: TEXT } })),
    });
    expect((await desk.analyst.query(query)).lessonCandidates.totalCount).toBe(0);
    const { lessons } = await desk.analyst.query(
      `{ lessons(filter: { pattern: { eq: "${nodes[0].code}" } }) { nodes { code } } }`,
    );
    expect(lessons.nodes).toEqual([{ code: lesson.code }]);
    expect(
      await errorsOf(mutate(desk.analyst, 'createLesson', { clientMutationId: once(), fromPattern: 'POLA-999999' })),
    ).toEqual(['NOT_FOUND fromPattern']);
    expect(await errorsOf(mutate(desk.analyst, 'createLesson', { clientMutationId: once() }))).toEqual([
      'REQUIRED title',
    ]);
  });
});

describe('the chain', () => {
  it('leads from a source to the obstacle, the lesson, the recommendation, and what became of it, in one query and back', async () => {
    const one = await desk.planted('73.71');
    const lesson = await desk.endorsed();
    await desk.link(lesson, one.obstacle);
    await desk.apply(desk.makassar, lesson);
    const whole = await desk.told(
      desk.api.anonymous,
      lesson.code,
      `sources { relation obstacle { text experience { code satker { name } } recommendations { number status followUps { action } assessments { fulfilment } } }
         statement { gist } sourceDocument { title } }
       applications { outcome satker { name } } recommendations { number recurredAfterDone }`,
    );
    expect(whole.sources[0].obstacle).toMatchObject({
      experience: { code: one.code },
      recommendations: [{ number: one.code, status: 'PROPOSED', followUps: [] }],
    });
    expect(whole.recommendations).toEqual([{ number: one.code, recurredAfterDone: 0 }]);
    const back = await desk.api.anonymous.query(
      `{ experience(code: "${one.code}") { lessons { code } obstacles { lessons { code } } recommendations { lessons { code } } } }`,
    );
    const known = [{ code: lesson.code }];
    expect(back.experience).toEqual({
      lessons: known,
      obstacles: [{ lessons: known }],
      recommendations: [{ lessons: known }],
    });
  });
});

describe('merging', () => {
  it('lets sources and applications count for the target, and puts nothing elsewhere', async () => {
    const [merged, target] = [await desk.endorsed(), await desk.endorsed()];
    await desk.link(merged, (await desk.planted('73.71')).obstacle);
    await desk.link(target, (await desk.planted('51.07')).obstacle);
    await desk.apply(desk.makassar, merged);
    const selection = 'strength { score } sources { lesson { code } } applications { outcome } merged { code }';
    const before = await desk.told(desk.analyst, target.code, selection);
    const gone = await desk.taken('mergeLessons', merged, { into: target.code, reason: 'Sama' });
    expect(gone.mergedInto).toEqual({ code: target.code });
    expect(await desk.told(desk.analyst, target.code, selection)).toEqual({
      strength: { score: 2 },
      sources: expect.arrayContaining([{ lesson: { code: merged.code } }, { lesson: { code: target.code } }]),
      applications: [{ outcome: 'HELPED' }],
      merged: [{ code: merged.code }],
    });
    expect(
      await desk.told(desk.analyst, merged.code, 'viewerCan { update unmerge } allowedTransitions { name }'),
    ).toEqual({
      viewerCan: { update: false, unmerge: true },
      allowedTransitions: [],
    });
    for (const [name, more] of [
      ['updateLesson', { title: 'Lain' }],
      ['retireLesson', { reason: 'x' }],
      ['supersedeLesson', { by: target.code }],
      ['mergeLessons', { into: target.code }],
    ] as const)
      expect([name, await errorsOf(desk.step(name, gone, more))]).toEqual([name, ['LESSON_MERGED id']]);
    expect(await errorsOf(desk.link(merged, (await desk.planted('73.06')).obstacle))).toEqual(['LESSON_MERGED lesson']);
    const third = await desk.endorsed();
    expect(await errorsOf(desk.step('mergeLessons', third, { into: merged.code }))).toEqual(['LESSON_MERGED into']);
    expect(await errorsOf(desk.step('mergeLessons', target, { into: third.code }))).toEqual(['LESSON_HOLDS_OTHERS id']);
    expect(await errorsOf(desk.step('mergeLessons', third, { into: third.code }))).toEqual(['SAME_LESSON into']);
    const { lessons } = await desk.analyst.query(
      `{ lessons(filter: { isMerged: true, code: { eq: "${merged.code}" } }) { totalCount } }`,
    );
    expect(lessons.totalCount).toBe(1);
    const { history } = await desk.told(
      desk.analyst,
      target.code,
      'history(first: 1) { nodes { action reason changes { field before after } } }',
    );
    expect(history.nodes[0]).toEqual({
      action: 'mergeLessons',
      reason: 'Sama',
      changes: [{ field: 'merged', before: null, after: merged.code }],
    });
    await desk.taken('unmergeLessons', gone);
    expect(await desk.told(desk.analyst, target.code, selection)).toEqual(before);
  });

  it('of two that are merged into each other at once, one is', async () => {
    const [one, other] = [await desk.endorsed(), await desk.endorsed()];
    const results = await Promise.all([
      desk.step('mergeLessons', one, { into: other.code }),
      desk.step('mergeLessons', other, { into: one.code }),
    ]);
    expect(results.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  });

  it('ends where it began after any number of merges and unmerges', async () => {
    const lessons: any[] = [];
    for (let i = 0; i < 6; i += 1) {
      const lesson = await desk.endorsed({ title: `Gabung ${i}` });
      for (const unit of ['73.71', '73.06', '51.07'].slice(i % 3))
        await desk.link(lesson, (await desk.planted(unit)).obstacle);
      if (i % 2 === 0) await desk.apply(desk.makassar, lesson);
      lessons.push(lesson);
    }
    const SELECTION = `code title status mergedInto { code } strength { score satkerCount cycleCount contradicting } sources { id relation }
      applications { id outcome } merged { code } recommendations { number } allowedTransitions { name } viewerCan { update link merge unmerge }`;
    const state = (): Promise<any[]> =>
      Promise.all(lessons.map(({ code }) => desk.told(desk.analyst, code, SELECTION)));
    const before = await state();
    let seed = 20_261_124;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const into = new Map<number, number>();
    let merges = 0;
    for (let i = 0; i < 120; i += 1) {
      const [at, to] = [random(6), random(6)];
      const isFree = at !== to && !into.has(at) && !into.has(to) && ![...into.values()].includes(at);
      const isMerge = !into.has(at);
      const { lesson, userErrors } = isMerge
        ? await desk.step('mergeLessons', lessons[at], { into: lessons[to].code })
        : await desk.step('unmergeLessons', lessons[at]);
      expect([i, isMerge, userErrors.length === 0]).toEqual([i, isMerge, isMerge ? isFree : true]);
      if (!lesson) continue;
      lessons[at] = lesson;
      if (isMerge) into.set(at, to);
      else into.delete(at);
      merges += 1;
    }
    expect(merges).toBeGreaterThan(40);
    // While some are merged the state is another; a comparison that saw no difference would be worth nothing.
    if (into.size === 0)
      lessons[0] = await desk
        .taken('mergeLessons', lessons[0], { into: lessons[1].code })
        .then((one) => (into.set(0, 1), one));
    expect(await state()).not.toEqual(before);
    for (const at of into.keys()) lessons[at] = await desk.taken('unmergeLessons', lessons[at]);
    expect(await state()).toEqual(before);
  });
});
