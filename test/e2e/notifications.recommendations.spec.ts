import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draft, newMember, take, type Taken } from '../support/experiences.js';
import { Inboxes } from '../support/inbox.js';
import { Sockets, type Received } from '../support/sockets.js';
import { api, client, close, done, followUp, mutate, on, open, PLAN, type Shown } from './accountability.js';

/** Who is told what became of recommendations. Written by Gowa, addressed to Makassar, supported by the province. */
const inboxes = new Inboxes(client);
const news = (): Promise<Record<string, string[]>> => inboxes.news();
let sockets: Sockets;

beforeAll(async () => {
  await open();
  const more: Record<string, object> = {
    rekanMakassar: { role: 'CONTRIBUTOR', satker: '73.71' },
    rekanGowa: { role: 'CONTRIBUTOR', satker: '73.06' },
  };
  for (const [name, of] of Object.entries(more))
    client[name] = (await newMember(client['admin']!, api.anonymous, of)).client;
  sockets = new Sockets(api);
});
afterAll(async () => {
  await sockets.close();
  await close();
});

const ADDRESSEES = [
  { satker: '73.71', role: 'LEAD' },
  { satker: '73', role: 'SUPPORT' },
];
const REVISION = 'Belum terlihat hasilnya';

async function published(): Promise<Taken> {
  let now = await take(client['gowa']!, 'submitExperience', await draft(client['gowa']!));
  now = await take(client['sulsel']!, 'approveExperience', now);
  return take(client['analis']!, 'approveExperience', now);
}

/** What Gowa proposes in an experience that has just been published; nothing told so far is news any more. */
async function proposal(): Promise<Shown> {
  const { code } = await published();
  const { experience } = await client['analis']!.query(
    `{ experience(code: "${code}") { recommendations { id number version } } }`,
  );
  await news();
  return experience.recommendations[0];
}

/** A step of somebody, and who was told of it. */
async function telling(who: string, name: string, input: Record<string, unknown>): Promise<[Shown, object]> {
  const shown = await done(who, name, input);
  return [shown, await news()];
}

describe('what becomes of a recommendation is told', () => {
  it('from its acceptance to its verification, to whom it concerns and to nobody else', async () => {
    let now = await proposal();
    let told: object;
    [now, told] = await telling('analis', 'acceptRecommendation', on(now, { ...PLAN, addressees: ADDRESSEES }));
    expect(told).toEqual({
      makassar: ['ADDRESSED'],
      rekanMakassar: ['ADDRESSED'],
      sulsel: ['ADDRESSED'],
      gowa: ['ACCEPTED'],
      rekanGowa: ['ACCEPTED'],
    });

    [now, told] = await telling('makassar', 'startRecommendation', on(now));
    const others = (kind: string) => ({
      rekanMakassar: [kind],
      sulsel: [kind],
      gowa: [kind],
      rekanGowa: [kind],
      analis: [kind],
    });
    expect(told).toEqual(others('STARTED'));

    [now, told] = await telling('makassar', 'reportRecommendationDone', on(now, { reason: 'Sudah dikerjakan' }));
    expect(told).toEqual({ ...others('REPORTED_DONE'), rekan: ['REPORTED_DONE'] }); // any analyst may verify it

    [now, told] = await telling('rekan', 'reopenRecommendation', on(now, { reason: REVISION }));
    expect(told).toEqual({ makassar: ['REOPENED'], ...others('REOPENED') });

    now = await done('rekanMakassar', 'reportRecommendationDone', on(now, { reason: 'Kini terlihat' }));
    await news();
    [now, told] = await telling('analis', 'verifyRecommendation', on(now));
    expect(told).toEqual({ makassar: ['VERIFIED'], ...others('VERIFIED'), analis: undefined, rekan: ['VERIFIED'] });

    const assessment = { clientMutationId: randomUUID(), recommendation: now.id, fulfilment: 'FULLY' };
    [, told] = await telling('analis', 'assessRecommendation', assessment);
    expect(told).toEqual({ makassar: ['ASSESSED'], ...others('ASSESSED'), analis: undefined, rekan: ['ASSESSED'] });
  });

  it('when it is put off or refused, and when the centre adds one, to those who proposed', async () => {
    const reason = 'Menunggu anggaran';
    let [now, told] = await telling('analis', 'deferRecommendation', on(await proposal(), { reason }));
    expect(told).toEqual({ gowa: ['DEFERRED'], rekanGowa: ['DEFERRED'] });
    [now, told] = await telling('rekan', 'rejectRecommendation', on(now, { reason }));
    expect(told).toEqual({ gowa: ['REJECTED'], rekanGowa: ['REJECTED'], analis: ['REJECTED'] });
    const { code: experience } = await published();
    await news();
    const added = { clientMutationId: randomUUID(), experience, text: 'Susun prosedur' };
    [, told] = await telling('analis', 'createRecommendation', added);
    expect(told).toEqual({ gowa: ['ADDED'], rekanGowa: ['ADDED'] });
  });

  it('together with the step or not at all, and once', async () => {
    const first = await proposal();
    const input = on(first, { ...PLAN, clientMutationId: 'terima-kabar' });
    for (let time = 0; time < 3; time += 1) await done('analis', 'acceptRecommendation', input);
    expect((await news())['makassar']).toEqual(['ADDRESSED']);
    expect((await mutate('makassar', 'startRecommendation', on(first))).userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    expect(await news()).toEqual({});
  });
});

describe('follow-ups', () => {
  it('are told to the unit whose work they are and to the analysts who planned it', async () => {
    const plan = { ...PLAN, addressees: ADDRESSEES };
    const accepted = await done('analis', 'acceptRecommendation', on(await proposal(), plan));
    await news();
    let [work, told] = await telling('makassar', 'addFollowUp', followUp(accepted));
    expect(told).toEqual({ rekanMakassar: ['FOLLOW_UP_ADDED'], analis: ['FOLLOW_UP_ADDED'] });
    [work, told] = await telling('rekan', 'updateFollowUp', on(work, { progress: 40, reason: 'Menurut laporan' }));
    expect(told).toEqual({
      makassar: ['FOLLOW_UP_UPDATED'],
      rekanMakassar: ['FOLLOW_UP_UPDATED'],
      analis: ['FOLLOW_UP_UPDATED'],
    });
    [, told] = await telling('analis', 'updateFollowUp', on(work, { satker: '73' }));
    expect(told).toEqual({
      makassar: ['FOLLOW_UP_UPDATED'],
      rekanMakassar: ['FOLLOW_UP_UPDATED'],
      sulsel: ['FOLLOW_UP_UPDATED'],
      rekan: ['FOLLOW_UP_UPDATED'],
    });
  });
});

describe('what is told', () => {
  it('is which recommendation, by which party and why, to those who take part', async () => {
    const { number } = (await inboxes.of('rekanMakassar', 'kind: { eq: RECOMMENDATION_REOPENED }')).nodes[0]!
      .recommendation!;
    const about = `recommendation: { eq: "${number}" }`;
    const { nodes } = await inboxes.of('rekanMakassar', about);
    expect(nodes.map(({ kind }) => kind.replace('RECOMMENDATION_', ''))).toEqual([
      ...['ASSESSED', 'VERIFIED', 'REOPENED', 'REPORTED_DONE', 'STARTED', 'ADDRESSED'],
    ]);
    const [assessed, , reopened, , , addressed] = nodes;
    expect(assessed!.recommendation).toEqual({ number, status: 'VERIFIED' });
    expect(reopened).toMatchObject({
      party: 'CENTRE',
      message: 'Pusat membuka kembali rekomendasi.',
      reason: REVISION,
      fromStatus: 'PUBLISHED',
      toStatus: 'PUBLISHED',
    });
    expect(addressed!.message).toBe('Pusat menujukan rekomendasi kepada satker Anda.');
    const [started] = (await inboxes.of('gowa', `${about} kind: { eq: RECOMMENDATION_STARTED }`)).nodes;
    expect(started).toMatchObject({ party: 'UNIT', message: 'Satker yang dituju mulai mengerjakan rekomendasi.' });
  });

  it('comes live, to each his own', async () => {
    const query = 'subscription { notificationAdded { kind recommendation { number } } }';
    const listening = ['makassar', 'gowa', 'bali', 'analis'];
    const heard: Received[] = [];
    for (const who of listening) heard.push(await sockets.subscribe(client[who]!, query));
    const before = await proposal();
    await done('analis', 'acceptRecommendation', on(before, PLAN));
    const about = { recommendation: { number: before['number'] } };
    const [makassar, gowa, bali, analis] = heard;
    expect((await makassar!.atLeast(1)).map((event) => event.notificationAdded)).toEqual([
      { kind: 'RECOMMENDATION_ADDRESSED', ...about },
    ]);
    await gowa!.atLeast(3); // passed on and published before that
    expect(gowa!.events.at(-1).notificationAdded).toEqual({ kind: 'RECOMMENDATION_ACCEPTED', ...about });
    expect(bali!.events).toEqual([]);
    expect((await analis!.atLeast(1)).map((event) => event.notificationAdded.recommendation)).toEqual([null]); // it arrived there
    heard.forEach(({ stop }) => stop());
  });
});
