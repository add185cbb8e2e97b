import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accept,
  client,
  close,
  done,
  followUp,
  mutate,
  namesOf,
  on,
  open,
  PLAN,
  proposals,
  refused,
  seenBy,
  SHOWN,
  start,
  trueOf,
} from './accountability.js';

/** Did we do what was recommended? From a decision to what was found of the work. */
beforeAll(open);
afterAll(close);

describe('a recommendation that is carried out', () => {
  it('is accepted with a plan, started, followed up, reported done, assessed, verified, and reopened', async () => {
    const proposal = proposals.pop()!;
    expect(namesOf(proposal)).toEqual(['ACCEPT', 'DEFER', 'REJECT']);
    const accepted = await accept(proposal, {
      addressees: [
        { satker: 'KPU Kota Makassar', role: 'LEAD' },
        { organisation: ' Pemerintah daerah ', role: 'SUPPORT' },
      ],
      reason: 'Rapat pleno',
    });
    expect(accepted).toMatchObject({
      status: 'ACCEPTED',
      remedy: 'SOP',
      priority: 'HIGH',
      isOverdue: false,
      addressees: [
        { role: 'LEAD', organisation: null, satker: { code: '73.71' } },
        { role: 'SUPPORT', organisation: 'Pemerintah daerah', satker: null },
      ],
    });
    expect(Date.parse(accepted['acceptedAt'])).toBeGreaterThan(Date.now() - 60_000);

    const theirs = await seenBy('makassar', accepted);
    expect([namesOf(theirs), trueOf(theirs)]).toEqual([['START'], ['start', 'addFollowUp']]);
    const others = await seenBy('gowa', accepted);
    expect([namesOf(others), trueOf(others)]).toEqual([[], []]);

    const started = await done('makassar', 'startRecommendation', on(accepted));
    expect(started['allowedTransitions']).toEqual([{ name: 'REPORT_DONE', requiresReason: true }]);
    expect(await refused('makassar', 'reportRecommendationDone', on(started))).toEqual(['reason EVIDENCE_REQUIRED']);
    const added = await done('makassar', 'addFollowUp', followUp(started, { startDate: '2025-01-01', progress: 40 }));
    expect(added).toMatchObject({ progress: 40, satker: { code: '73.71' }, organisation: null });
    expect(await refused('makassar', 'reportRecommendationDone', on(started))).toEqual(['reason EVIDENCE_REQUIRED']);
    const proof = { evidence: 'Notulen', evidenceUrl: 'https://contoh.id/notulen', doneOn: '2025-02-01' };
    expect(await done('makassar', 'updateFollowUp', on(added, proof))).toMatchObject({
      progress: 100,
      doneOn: '2025-02-01',
    });
    expect((await seenBy('makassar', started))['allowedTransitions']).toEqual([
      { name: 'REPORT_DONE', requiresReason: false },
    ]);
    const reported = await done('makassar', 'reportRecommendationDone', on(started));
    expect([reported['status'], reported['allowedTransitions']]).toEqual(['REPORTED_DONE', []]);

    const { recommendation: assessed } = (await done('analis', 'assessRecommendation', {
      clientMutationId: randomUUID(),
      recommendation: reported.id,
      fulfilment: 'MOSTLY',
      note: 'Tinggal penyebaran',
    })) as any;
    expect(assessed.assessments).toEqual([{ fulfilment: 'MOSTLY', note: 'Tinggal penyebaran' }]);
    const verified = await done('analis', 'verifyRecommendation', on(reported));
    expect([verified['status'], namesOf(verified)]).toEqual(['VERIFIED', ['REOPEN']]);
    expect(verified['verifiedAt']).not.toBeNull();

    expect(await refused('analis', 'reopenRecommendation', on(verified))).toEqual(['reason REQUIRED']);
    const reopened = await done('analis', 'reopenRecommendation', on(verified, { reason: 'Terulang di Pilkada' }));
    expect(reopened).toMatchObject({
      status: 'IN_PROGRESS',
      verifiedAt: null,
      reportedDoneAt: reported['reportedDoneAt'],
    });
    const again = await done('makassar', 'reportRecommendationDone', on(reopened));
    expect(again['reportedDoneAt']).toBe(reported['reportedDoneAt']);
  });

  it('leaves every step in the history: who, when, what, why', async () => {
    const deferred = await done('analis', 'deferRecommendation', on(proposals.pop()!, { reason: 'Tunggu anggaran' }));
    const accepted = await accept(deferred, { reason: 'Anggaran ada' });
    await done('makassar', 'addFollowUp', followUp(accepted));
    const { node } = await client['auditor']!.query(
      `query ($id: ID!) { node(id: $id) { ... on Recommendation {
        history { nodes { actor action reason changes { field before after } } } followUps { history { nodes { actor action } } } } } }`,
      { id: accepted.id },
    );
    const [added, second, first] = node.history.nodes;
    expect(first).toEqual({
      actor: 'analis',
      action: 'deferRecommendation',
      reason: 'Tunggu anggaran',
      changes: [{ field: 'status', before: 'PROPOSED', after: 'DEFERRED' }],
    });
    expect(second).toMatchObject({ action: 'acceptRecommendation', reason: 'Anggaran ada' });
    expect(second.changes).toContainEqual({ field: 'addressees', before: null, after: 'LEAD 73.71' });
    expect(second.changes.map(({ field }: any) => field)).not.toContain('priorityRank');
    expect(added).toMatchObject({ actor: 'kontributor.7371', action: 'addFollowUp' });
    expect(node.followUps[0].history.nodes).toEqual([{ actor: 'kontributor.7371', action: 'addFollowUp' }]);
  });

  it('may be reported done without evidence if there is a reason', async () => {
    const started = await start(proposals.pop()!);
    const reported = await done(
      'makassar',
      'reportRecommendationDone',
      on(started, { reason: 'Sudah berlaku sejak 2023' }),
    );
    expect(reported['status']).toBe('REPORTED_DONE');
  });
});

describe('steps that cannot be taken', () => {
  it('name those that can', async () => {
    const proposal = proposals.pop()!;
    const { userErrors } = await mutate('analis', 'verifyRecommendation', on(proposal));
    expect(userErrors[0]).toMatchObject({ code: 'ILLEGAL_STEP', field: 'id' });
    expect(userErrors[0]!.message).toContain('ACCEPT, DEFER, REJECT');
    for (const name of ['deferRecommendation', 'rejectRecommendation'])
      expect([name, await refused('analis', name, on(proposal))]).toEqual([name, ['reason REQUIRED']]);
    const rejected = await done('analis', 'rejectRecommendation', on(proposal, { reason: 'Bukan wewenang KPU' }));
    expect(await refused('analis', 'acceptRecommendation', on(rejected, PLAN))).toEqual(['id ILLEGAL_STEP']);
    const reopened = await done('analis', 'reopenRecommendation', on(rejected, { reason: 'Keliru' }));
    expect(reopened['status']).toBe('PROPOSED');
  });

  it('are refused with everything that a plan lacks', async () => {
    const proposal = proposals.pop()!;
    const plan = { ...PLAN, dueDate: '2020-01-01', addressees: [] };
    expect(await refused('analis', 'acceptRecommendation', on(proposal, plan))).toEqual([
      'dueDate IN_PAST',
      'addressees LEAD_REQUIRED',
    ]);
    const addressees = [
      { satker: '73.71', role: 'LEAD' },
      { satker: 'KPU Kota Makassar', role: 'SUPPORT' },
      { satker: '99.99', role: 'SUPPORT' },
      { role: 'SUPPORT' },
      { satker: '73', organisation: 'Bersama', role: 'SUPPORT' },
    ];
    expect(await refused('analis', 'acceptRecommendation', on(proposal, { ...PLAN, addressees }))).toEqual([
      'addressees.1.satker DUPLICATE',
      'addressees.2.satker NOT_FOUND',
      'addressees.3.satker ONE_DOER',
      'addressees.4.satker ONE_DOER',
    ]);
    expect(await seenBy('analis', proposal)).toEqual(proposal);
  });

  it('by units that it is not addressed to, or that may not decide', async () => {
    const accepted = await accept(proposals.pop()!);
    expect(await refused('gowa', 'startRecommendation', on(accepted))).toEqual(['id NOT_ADDRESSED']);
    expect(await refused('sulsel', 'startRecommendation', on(accepted))).toEqual(['id NOT_ADDRESSED']);
    expect(await refused('gowa', 'addFollowUp', followUp(accepted))).toEqual(['recommendation NOT_ADDRESSED']);
    expect((await done('analis', 'startRecommendation', on(accepted)))['status']).toBe('IN_PROGRESS');
    const provincial = await accept(proposals.pop()!, { addressees: [{ satker: '73', role: 'LEAD' }] });
    expect((await done('sulsel', 'startRecommendation', on(provincial)))['status']).toBe('IN_PROGRESS');
  });

  it.each(['viewer', 'auditor', 'admin'])('by the role of %s, which only reads', async (who) => {
    const proposal = proposals[0]!;
    const shown = await seenBy(who, proposal);
    expect([namesOf(shown), trueOf(shown)]).toEqual([[], []]);
    for (const name of [
      'startRecommendation',
      'reportRecommendationDone',
      'verifyRecommendation',
      'deferRecommendation',
    ]) {
      const query = `mutation ($input: RecommendationStepInput!) { ${name}(input: $input) { recommendation { id } } }`;
      const { errors } = await client[who]!.answer(query, { input: on(proposal, { reason: 'x' }) });
      expect([name, errors![0]!.extensions!.code]).toEqual([name, 'FORBIDDEN']);
    }
  });

  it('while the experience is not published', async () => {
    const { experience } = (
      await client['makassar']!.query(
        `mutation ($input: CreateExperienceInput!) { createExperience(input: $input) { experience { id version } userErrors { code } } }`,
        {
          input: {
            clientMutationId: randomUUID(),
            title: 'Belum terbit',
            stage: 'PEMILU-09',
            happened: 'x',
            actionTaken: 'x',
            obstacles: [{ text: 'x', cause: 'GEOGRAPHY', likelihood: 1, impact: 1, regulated: 'PARTLY' }],
            recommendations: [{ text: 'Usul' }],
          },
        },
      )
    ).createExperience;
    const query = `mutation ($input: ExperienceStepInput!) { submitExperience(input: $input) { experience { code recommendations { ${SHOWN} } } userErrors { code } } }`;
    const { submitExperience } = await client['makassar']!.query(query, { input: on(experience) });
    const { code, recommendations } = submitExperience.experience;
    const seen = await seenBy('analis', recommendations[0]);
    expect([namesOf(seen), trueOf(seen)]).toEqual([[], []]);
    expect(await refused('analis', 'acceptRecommendation', on(seen, PLAN))).toEqual(['id EXPERIENCE_UNPUBLISHED']);
    const input = { clientMutationId: randomUUID(), experience: code, text: 'Usul pusat' };
    expect(await refused('analis', 'createRecommendation', input)).toEqual(['experience EXPERIENCE_UNPUBLISHED']);
  });

  it('of a version that somebody changed meanwhile; of many at once one wins', async () => {
    const proposal = proposals.pop()!;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        mutate('analis', 'acceptRecommendation', on(proposal, { ...PLAN, reason: `Alasan ${index}` })),
      ),
    );
    expect(answers.filter(({ shown }) => shown)).toHaveLength(1);
    expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'CONFLICT')).toHaveLength(19);
    expect((await seenBy('analis', proposal))['addressees']).toHaveLength(1);
  });
});
