import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accept,
  client,
  close,
  done,
  followUp,
  on,
  open,
  PLAN,
  proposals,
  refused,
  seenBy,
  start,
  trueOf,
  type Shown,
} from './accountability.js';

/** What is done about recommendations, what is found of it, and how lists of them are asked. */
beforeAll(open);
afterAll(close);

describe('what is sent again', () => {
  it('is done once', async () => {
    const experience = 'DEMO-000001';
    const input = { clientMutationId: 'usul-1', experience, text: ' Usul pusat ', remedy: 'TRAINING', obstacles: [1] };
    const made = await Promise.all(Array.from({ length: 5 }, () => done('analis', 'createRecommendation', input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made[0]).toMatchObject({ status: 'PROPOSED', remedy: 'TRAINING', obstacles: [{ ordinal: 1 }] });
    expect(made[0]!['number']).toMatch(/^REK-\d{6}$/);
    expect(await refused('analis', 'createRecommendation', { ...input, text: 'Lain' })).toEqual([
      'clientMutationId REPEATED_WITH_OTHER_INPUT',
    ]);
    expect(
      await refused('analis', 'createRecommendation', { ...input, clientMutationId: 'usul-2', obstacles: [7] }),
    ).toEqual(['obstacles NO_SUCH_OBSTACLE']);
    expect(
      await refused('analis', 'createRecommendation', {
        ...input,
        clientMutationId: 'usul-3',
        experience: 'EXP-999999',
      }),
    ).toEqual(['experience NOT_FOUND']);

    const again = on(made[0]!, { ...PLAN, clientMutationId: 'terima-1' });
    const accepted = await Promise.all(Array.from({ length: 5 }, () => done('analis', 'acceptRecommendation', again)));
    expect(new Set(accepted.map(({ version }) => version))).toEqual(new Set([made[0]!.version + 1]));
    const follow = followUp(accepted[0]!, { clientMutationId: 'tindak-1' });
    await Promise.all(Array.from({ length: 5 }, () => done('makassar', 'addFollowUp', follow)));
    expect((await seenBy('makassar', accepted[0]!))['followUps']).toHaveLength(1);
  });
});

describe('follow-ups', () => {
  it('are written by a unit for itself, by the centre for everybody', async () => {
    const accepted = await accept(proposals.pop()!, {
      addressees: [
        { satker: '73.71', role: 'LEAD' },
        { satker: '73.06', role: 'SUPPORT' },
      ],
    });
    const foreign = ['satker NOT_YOUR_SATKER'];
    expect(await refused('makassar', 'addFollowUp', followUp(accepted, { satker: '73.06' }))).toEqual(foreign);
    expect(await refused('makassar', 'addFollowUp', followUp(accepted, { organisation: 'Bawaslu' }))).toEqual(foreign);
    expect(await refused('analis', 'addFollowUp', followUp(accepted))).toEqual(['satker ONE_DOER']);
    const outside = await done('analis', 'addFollowUp', followUp(accepted, { organisation: 'Pemerintah daerah' }));
    const ours = await done('makassar', 'addFollowUp', followUp(accepted, { dueDate: '2025-01-31' }));
    expect(ours['isOverdue']).toBe(true);
    expect(await refused('gowa', 'updateFollowUp', on(ours, { progress: 50 }))).toEqual(foreign);
    expect(await refused('makassar', 'updateFollowUp', on(outside, { progress: 50 }))).toEqual(foreign);
    expect(await refused('makassar', 'updateFollowUp', on(ours, { satker: '73.06' }))).toEqual(foreign);
    expect(await refused('makassar', 'updateFollowUp', on(ours))).toEqual(['null NOTHING_TO_CHANGE']);
    const input = on(ours, { progress: 60, clientMutationId: 'maju-1' });
    expect((await done('makassar', 'updateFollowUp', input))['progress']).toBe(60);
    expect((await done('makassar', 'updateFollowUp', input))['version']).toBe(2);
    expect(await refused('makassar', 'updateFollowUp', on(ours, { progress: 70 }))).toEqual([
      'expectedVersion CONFLICT',
    ]);
    const moved = await done('analis', 'updateFollowUp', on(outside, { satker: '73' }));
    expect(moved).toMatchObject({ satker: { code: '73' }, organisation: null });
  });

  it('say nothing that cannot be', async () => {
    const accepted = await accept(proposals.pop()!);
    const wrong = { startDate: '2025-05-01', dueDate: '2025-04-01', doneOn: '2999-01-01', progress: 50 };
    expect(await refused('makassar', 'addFollowUp', followUp(accepted, wrong))).toEqual([
      'dueDate END_BEFORE_START',
      'doneOn IN_FUTURE',
      'progress DONE_BELOW_100',
    ]);
    const most = { progress: 101, evidenceUrl: 'bukan alamat', action: ' ' };
    const complaints = await refused('makassar', 'addFollowUp', followUp(accepted, most));
    expect(complaints.sort()).toEqual(['action REQUIRED', 'evidenceUrl BAD_URL', 'progress OUT_OF_RANGE']);
    const finished = await done('makassar', 'addFollowUp', followUp(accepted, { doneOn: '2025-05-01' }));
    expect(finished['progress']).toBe(100);
    expect(await refused('makassar', 'updateFollowUp', on(finished, { progress: 10 }))).toEqual([
      'progress DONE_BELOW_100',
    ]);
  });

  it('are closed once it is reported done, and open before it is accepted to nobody', async () => {
    expect(await refused('analis', 'addFollowUp', followUp(proposals[0]!, { satker: '73' }))).toEqual([
      'recommendation NOT_EDITABLE',
    ]);
    const started = await start(proposals.pop()!);
    const added = await done('makassar', 'addFollowUp', followUp(started, { evidence: 'Notulen' }));
    await done('makassar', 'reportRecommendationDone', on(started));
    expect(await refused('makassar', 'updateFollowUp', on(added, { evidence: null }))).toEqual(['id NOT_EDITABLE']);
  });
});

describe('an assessment', () => {
  const assess = (recommendation: Shown, fulfilment = 'FULLY'): Record<string, unknown> => ({
    clientMutationId: randomUUID(),
    recommendation: recommendation.id,
    fulfilment,
  });

  it('is not of one’s own work', async () => {
    const started = await start(proposals.pop()!);
    for (const who of ['makassar', 'sulsel', 'gowa']) {
      const query = `mutation ($input: AssessRecommendationInput!) { assessRecommendation(input: $input) { assessment { id } } }`;
      const { errors } = await client[who]!.answer(query, { input: assess(started) });
      expect([who, errors![0]!.extensions!.code]).toEqual([who, 'FORBIDDEN']);
    }
    expect(trueOf(await seenBy('analis', started))).toContain('assess');
    await done('analis', 'addFollowUp', followUp(started, { satker: '73.71', evidenceUrl: 'https://contoh.id/bukti' }));
    expect(trueOf(await seenBy('analis', started))).not.toContain('assess');
    expect(await refused('analis', 'assessRecommendation', assess(started))).toEqual(['recommendation OWN_WORK']);
    expect(trueOf(await seenBy('rekan', started))).toContain('assess');
    await done('rekan', 'assessRecommendation', assess(started, 'PARTLY'));

    await done('rekan', 'reportRecommendationDone', on(started));
    expect(await refused('rekan', 'assessRecommendation', assess(started))).toEqual(['recommendation OWN_WORK']);
    expect((await seenBy('viewer', started))['assessments']).toEqual([{ fulfilment: 'PARTLY', note: null }]);
  });

  it('is not of work that one has changed, whoever changed it after that', async () => {
    const started = await start(proposals.pop()!);
    const written = await done('makassar', 'addFollowUp', followUp(started));
    const changed = await done('analis', 'updateFollowUp', on(written, { progress: 20 }));
    await done('makassar', 'updateFollowUp', on(changed, { progress: 60 }));
    expect(trueOf(await seenBy('analis', started))).not.toContain('assess');
    expect(await refused('analis', 'assessRecommendation', assess(started))).toEqual(['recommendation OWN_WORK']);
    expect(trueOf(await seenBy('rekan', started))).toContain('assess');
  });

  it('needs something to assess', async () => {
    expect(await refused('analis', 'assessRecommendation', assess(proposals[0]!))).toEqual([
      'recommendation NOT_ASSESSABLE',
    ]);
  });
});

describe('lists of recommendations', () => {
  const find = async (filter: string, orderBy = '{ field: NUMBER }'): Promise<any[]> =>
    (
      await client['viewer']!.query(
        `{ recommendations(first: 100, filter: { ${filter} }, orderBy: [${orderBy}]) { nodes {
          number status dueDate priority isOverdue addressees { satker { code } } obstacles { cause { code } } } } }`,
      )
    ).recommendations.nodes;

  it('are found by what is overdue, by whom it is addressed to, by the cause of an obstacle', async () => {
    const overdue = await find('isOverdue: true');
    expect(overdue.length).toBeGreaterThan(0);
    expect(overdue.every(({ isOverdue, status }) => isOverdue && ['ACCEPTED', 'IN_PROGRESS'].includes(status))).toBe(
      true,
    );
    expect((await find('isOverdue: false')).some(({ isOverdue }) => isOverdue)).toBe(false);

    const under = await find('addressee: { under: "73" }');
    expect(under.length).toBeGreaterThan(0);
    for (const { addressees } of under)
      expect(addressees.some(({ satker }: any) => satker?.code.startsWith('73'))).toBe(true);
    const ours = (await start(proposals.pop()!))['number'];
    const own = await find('addressee: { eq: "73.71" }, status: { eq: IN_PROGRESS }');
    expect(own.map(({ number }) => number)).toContain(ours);
    const others = await find('addressee: { in: ["73.06", "51.07"] }, status: { eq: IN_PROGRESS }');
    expect(others.map(({ number }) => number)).not.toContain(ours);

    const byCause = await find('cause: { eq: "IT_SYSTEM" }');
    expect(byCause.length).toBeGreaterThan(0);
    for (const { obstacles } of byCause)
      expect(obstacles.some(({ cause }: any) => cause.code === 'IT_SYSTEM')).toBe(true);
  });

  it('stand by priority as people rank it, and by due date', async () => {
    const order = '{ field: PRIORITY, direction: DESC }, { field: DUE_DATE }';
    const listed = await find('status: { in: [ACCEPTED, IN_PROGRESS] }', order);
    const rank = ({ priority }: any): number => ['LOW', 'MEDIUM', 'HIGH'].indexOf(priority);
    expect(new Set(listed.map(rank)).size).toBeGreaterThan(1);
    const sorted = listed.toSorted(
      (a, b) => rank(b) - rank(a) || (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0),
    );
    expect(listed.map(({ priority, dueDate }) => [priority, dueDate])).toEqual(
      sorted.map(({ priority, dueDate }) => [priority, dueDate]),
    );
  });
});
