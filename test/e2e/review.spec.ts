import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { members, startApi, type Client, type TestApi } from '../support/api.js';
import { COMPLETE } from '../support/experiences.js';

/** From a unit's draft to what everybody reads. */
let api: TestApi;
const client: Record<string, Client> = {};

beforeAll(async () => {
  api = await startApi();
  Object.assign(client, await members(api));
});
afterAll(() => api.close());

const SHOWN = `id code version status title
  allowedTransitions { name requiresReason } viewerCan { update submit withdraw review }
  reviews { party step fromStatus toStatus reason comments { field text } changes { field before after } }`;

interface Shown {
  id: string;
  code: string;
  version: number;
  status: string;
  title: string;
  allowedTransitions: { name: string; requiresReason: boolean }[];
  viewerCan: Record<string, boolean>;
  reviews: {
    party: string;
    step: string;
    fromStatus: string;
    toStatus: string;
    reason: string | null;
    comments: any[];
    changes: any[];
  }[];
}
interface Answer {
  experience: Shown | null;
  userErrors: { code: string; field: string; message: string }[];
}

async function mutate(who: string, name: string, input: Record<string, unknown>): Promise<Answer> {
  const type =
    {
      createExperience: 'CreateExperienceInput',
      updateExperience: 'UpdateExperienceInput',
      requestChanges: 'RequestChangesInput',
      markDuplicate: 'MarkDuplicateInput',
    }[name] ?? 'ExperienceStepInput';
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { experience { ${SHOWN} } userErrors { code field message } } }`;
  return (await client[who]!.query<Record<string, Answer>>(query, { input }))[name]!;
}

/** A step that has to succeed. */
async function take(
  who: string,
  name: string,
  { id, version }: Shown,
  more: Record<string, unknown> = {},
): Promise<Shown> {
  const { experience, userErrors } = await mutate(who, name, { id, expectedVersion: version, ...more });
  expect([name, userErrors]).toEqual([name, []]);
  return experience!;
}

async function refused(
  who: string,
  name: string,
  { id, version }: Pick<Shown, 'id' | 'version'>,
  more: Record<string, unknown> = {},
): Promise<string[]> {
  const { experience, userErrors } = await mutate(who, name, { id, expectedVersion: version, ...more });
  expect(experience).toBeNull();
  return userErrors.map(({ field, code }) => `${field} ${code}`);
}

async function draft(who = 'makassar', more: Record<string, unknown> = {}): Promise<Shown> {
  const { experience } = await mutate(who, 'createExperience', {
    clientMutationId: randomUUID(),
    ...COMPLETE,
    ...more,
  });
  return experience!;
}

const seenBy = async (who: string, { id }: Shown): Promise<Shown | null> =>
  (await client[who]!.query(`query ($id: ID!) { node(id: $id) { ... on Experience { ${SHOWN} } } }`, { id })).node;

describe('an experience on its way', () => {
  it('goes from a regency through its province to the centre, is returned, changed, sent again and published', async () => {
    const started = await draft();
    expect(started.allowedTransitions.map(({ name }) => name)).toEqual(['SUBMIT', 'WITHDRAW']);
    expect(started.viewerCan).toEqual({ update: true, submit: true, withdraw: true, review: false });
    expect(await seenBy('sulsel', started)).toBeNull();

    const sent = await take('makassar', 'submitExperience', started, { reason: 'Mohon diperiksa' });
    expect([sent.status, sent.viewerCan['update']]).toEqual(['SUBMITTED', false]);
    expect(await seenBy('bali', sent)).toBeNull();
    expect(await seenBy('gowa', sent)).toBeNull();
    const atProvince = (await seenBy('sulsel', sent))!;
    expect(atProvince.allowedTransitions).toEqual([
      { name: 'START_REVIEW', requiresReason: false },
      { name: 'APPROVE', requiresReason: false },
      { name: 'REQUEST_CHANGES', requiresReason: true },
      { name: 'REJECT', requiresReason: true },
      { name: 'MARK_DUPLICATE', requiresReason: true },
    ]);
    const reviewed = await take('sulsel', 'startExperienceReview', sent);
    expect(reviewed.status).toBe('PROVINCE_REVIEW');
    const returned = await take('sulsel', 'requestChanges', reviewed, {
      reason: 'Lengkapi',
      comments: [{ field: 'happened', text: 'Berapa lama?' }],
    });
    expect(returned.status).toBe('CHANGES_REQUESTED');

    const mine = (await seenBy('makassar', returned))!;
    expect(mine.reviews.at(-1)).toMatchObject({
      party: 'PROVINCE',
      step: 'REQUEST_CHANGES',
      reason: 'Lengkapi',
      comments: [{ field: 'happened', text: 'Berapa lama?' }],
    });
    const changed = await take('makassar', 'updateExperience', mine, { happened: 'Kapal tertahan cuaca empat hari.' });
    const changedAgain = await take('makassar', 'updateExperience', changed, {
      happened: 'Kapal tertahan cuaca lima hari.',
      title: COMPLETE.title,
    });
    const again = await take('makassar', 'submitExperience', changedAgain);
    expect(again.reviews.at(-1)!.changes).toEqual([
      { field: 'happened', before: COMPLETE.happened, after: 'Kapal tertahan cuaca lima hari.' },
    ]);

    const passed = await take('sulsel', 'approveExperience', again);
    expect(passed.status).toBe('CENTRAL_REVIEW');
    expect(await seenBy('viewer', passed)).toBeNull();
    const published = await take('analis', 'approveExperience', passed);
    expect([published.status, published.allowedTransitions]).toEqual(['PUBLISHED', []]);
    const read = (await seenBy('viewer', published))!;
    expect([read.status, read.reviews, read.allowedTransitions]).toEqual(['PUBLISHED', [], []]);
    expect((await seenBy('makassar', published))!.reviews.map(({ step }) => step)).toEqual([
      'SUBMIT',
      'START_REVIEW',
      'REQUEST_CHANGES',
      'SUBMIT',
      'APPROVE',
      'APPROVE',
    ]);
  });

  it('of a province goes straight to the centre', async () => {
    await api.dataSource.query(
      `insert into users (username, display_name, role, is_demo, password_hash, satker_id)
       select 'kontributor.73', display_name, role, is_demo, password_hash, (select id from satkers where code = '73')
       from users where username = 'kontributor.7306'`,
    );
    client['province'] = await api.as('kontributor.73');
    const sent = await take('province', 'submitExperience', await draft('province'));
    expect(sent.status).toBe('CENTRAL_REVIEW');
    expect(await refused('sulsel', 'approveExperience', sent)).toEqual(['id ILLEGAL_STEP']);
    expect((await take('analis', 'approveExperience', sent)).status).toBe('PUBLISHED');
  });

  it('tells everything that is missing when it is submitted, each by its field', async () => {
    const bare = await draft('makassar', {
      stage: null,
      happened: ' ',
      actionTaken: null,
      obstacles: [{ text: 'Belum dinilai' }],
    });
    expect(await refused('makassar', 'submitExperience', bare)).toEqual([
      'stage REQUIRED',
      'happened REQUIRED',
      'actionTaken REQUIRED',
      'obstacles.0.cause REQUIRED',
      'obstacles.0.likelihood REQUIRED',
      'obstacles.0.impact REQUIRED',
      'obstacles.0.regulated REQUIRED',
    ]);
    const empty = await draft('makassar', { obstacles: [] });
    expect(await refused('makassar', 'submitExperience', empty)).toEqual(['obstacles OBSTACLE_REQUIRED']);
    const praise = await draft('makassar', { kind: 'GOOD_PRACTICE', obstacles: [] });
    expect(await refused('makassar', 'submitExperience', praise)).toEqual(['result REQUIRED']);
  });

  it('refuses steps that are not possible, and names those that are', async () => {
    const started = await draft();
    const sent = await take('makassar', 'submitExperience', started);
    const { userErrors } = await mutate('makassar', 'submitExperience', { id: sent.id, expectedVersion: sent.version });
    expect(userErrors[0]).toMatchObject({ code: 'ILLEGAL_STEP', field: 'id' });
    expect(userErrors[0]!.message).toContain('WITHDRAW');
    expect(await refused('analis', 'approveExperience', sent)).toEqual(['id ILLEGAL_STEP']);
    expect(await refused('makassar', 'updateExperience', sent, { title: 'Lain' })).toEqual(['id NOT_EDITABLE']);
    for (const name of ['requestChanges', 'rejectExperience'])
      expect([name, await refused('sulsel', name, sent)]).toEqual([name, ['reason REQUIRED']]);
    expect(
      await refused('sulsel', 'requestChanges', sent, { reason: 'x', comments: [{ field: 'tidakAda', text: 'x' }] }),
    ).toEqual(['comments.0.field UNKNOWN_FIELD']);
    expect((await take('makassar', 'withdrawExperience', sent)).status).toBe('WITHDRAWN');
  });

  it('may be rejected, or be the duplicate of one that is there', async () => {
    const original = await take('makassar', 'submitExperience', await draft());
    const copy = await take('makassar', 'submitExperience', await draft());
    expect(await refused('sulsel', 'markDuplicate', copy, { of: copy.code, reason: 'x' })).toEqual([
      'of SAME_EXPERIENCE',
    ]);
    expect(await refused('sulsel', 'markDuplicate', copy, { of: 'EXP-999999', reason: 'x' })).toEqual(['of NOT_FOUND']);
    const marked = await take('sulsel', 'markDuplicate', copy, { of: original.code, reason: 'Sama' });
    expect(marked.status).toBe('DUPLICATE');
    const { node } = await client['makassar']!.query(
      `query ($id: ID!) { node(id: $id) { ... on Experience { duplicateOf { code } } } }`,
      { id: copy.id },
    );
    expect(node.duplicateOf.code).toBe(original.code);
    expect((await take('sulsel', 'rejectExperience', original, { reason: 'Di luar lingkup' })).status).toBe('REJECTED');
  });
});

describe('a draft that is changed', () => {
  it('keeps what is not said, and replaces lists by number', async () => {
    const started = await draft();
    const changed = await take('makassar', 'updateExperience', started, {
      title: ' Judul baru ',
      topic: 'LOGISTIK',
      obstacles: [{ text: 'Cuaca buruk', cause: 'GEOGRAPHY', likelihood: 5, impact: 5 }, { text: 'Kapal tidak ada' }],
      recommendations: [{ text: 'Sewa kapal', obstacles: [2] }],
    });
    const { node } = await client['makassar']!.query(
      `query ($id: ID!) { node(id: $id) { ... on Experience { title happened stage { code } topic { code } severity riskScore
        obstacles { ordinal text likelihood } recommendations { number text remedy obstacles { ordinal } } } } }`,
      { id: changed.id },
    );
    expect(node).toMatchObject({
      title: 'Judul baru',
      happened: COMPLETE.happened,
      stage: { code: 'PEMILU-09' },
      topic: { code: 'LOGISTIK' },
      severity: 5,
      riskScore: 25,
      obstacles: [
        { ordinal: 1, text: 'Cuaca buruk', likelihood: 5 },
        { ordinal: 2, text: 'Kapal tidak ada', likelihood: null },
      ],
      recommendations: [{ text: 'Sewa kapal', remedy: null, obstacles: [{ ordinal: 2 }] }],
    });
    const emptied = await take('makassar', 'updateExperience', changed, { obstacles: null, recommendations: [] });
    const { node: after } = await client['makassar']!.query(
      `query ($id: ID!) { node(id: $id) { ... on Experience { severity obstacles { text } recommendations { text } } } }`,
      { id: emptied.id },
    );
    expect(after).toEqual({ severity: null, obstacles: [], recommendations: [] });
  });

  it('says all that is wrong, and changes nothing then', async () => {
    const started = await draft();
    expect(
      await refused('makassar', 'updateExperience', started, {
        title: 'Lain',
        stage: 'PEMILU-99',
        recommendations: [{ text: 'x', obstacles: [2] }],
      }),
    ).toEqual(['stage UNKNOWN_CODE', 'recommendations.0.obstacles NO_SUCH_OBSTACLE']);
    expect(await refused('makassar', 'updateExperience', started, { title: null })).toEqual(['title REQUIRED']);
    expect(await refused('makassar', 'updateExperience', started)).toEqual(['null NOTHING_TO_CHANGE']);
    expect(await seenBy('makassar', started)).toEqual(started);
  });

  it('of one version by a hundred at once: one wins, the others learn the current version', async () => {
    const started = await draft();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        mutate('makassar', 'updateExperience', {
          id: started.id,
          expectedVersion: started.version,
          title: `Judul ${index}`,
        }),
      ),
    );
    const winners = answers.filter(({ experience }) => experience);
    const losers = answers.filter(({ userErrors }) => userErrors[0]?.code === 'CONFLICT');
    expect([winners.length, losers.length]).toEqual([1, 99]);
    expect(losers[0]!.userErrors[0]).toMatchObject({ field: 'expectedVersion' });
    expect(losers[0]!.userErrors[0]!.message).toContain(`versi sekarang ${started.version + 1}`);
  });

  it('and sent ten times over a bad line is changed once', async () => {
    const started = await draft();
    const input = {
      id: started.id,
      expectedVersion: started.version,
      clientMutationId: 'ubah-1',
      title: 'Sekali saja',
    };
    const answers = await Promise.all(Array.from({ length: 10 }, () => mutate('makassar', 'updateExperience', input)));
    expect(new Set(answers.map(({ experience }) => experience?.version))).toEqual(new Set([started.version + 1]));
    const submit = { id: started.id, expectedVersion: started.version + 1, clientMutationId: 'kirim-1' };
    const sent = await Promise.all(Array.from({ length: 5 }, () => mutate('makassar', 'submitExperience', submit)));
    expect(sent.map(({ experience }) => experience?.status)).toEqual(Array(5).fill('SUBMITTED'));
    expect((await seenBy('makassar', started))!.reviews).toHaveLength(1);
  });

  it('at the moment a colleague submits it: one of both goes first, the other is told', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id, version } = await draft();
      const input = { id, expectedVersion: version };
      const submit = (): Promise<Answer> => mutate('makassar', 'submitExperience', input);
      const change = (): Promise<Answer> => mutate('makassar', 'updateExperience', { ...input, title: `No. ${round}` });
      const answers = await Promise.all(round % 2 === 0 ? [submit(), change()] : [change(), submit()]);
      const [winner] = answers.flatMap(({ experience }) => experience ?? []);
      const [loser] = answers.filter(({ experience }) => !experience);
      expect(loser?.userErrors[0]?.code).toBe('CONFLICT');
      const { status, title } = winner!;
      expect(await seenBy('makassar', winner!)).toMatchObject({ version: version + 1, status, title });
    }
  });
});

describe('what one may not see', () => {
  const STEPS = [
    'updateExperience',
    'submitExperience',
    'withdrawExperience',
    'approveExperience',
    'requestChanges',
    'rejectExperience',
    'startExperienceReview',
    'markDuplicate',
  ];

  it('cannot be told from what never was, by no step and no role', async () => {
    const hidden = await draft();
    const never = { id: Buffer.from('Experience:999999').toString('base64'), version: 1 };
    const roles = ['gowa', 'karangasem', 'sulsel', 'bali', 'analis'];
    for (const who of roles)
      for (const name of STEPS) {
        const more = name === 'markDuplicate' ? { of: hidden.code, reason: 'x' } : { reason: 'x' };
        const text = async (target: Pick<Shown, 'id' | 'version'>): Promise<string> => {
          const { data, errors } = await client[who]!.answer(
            `mutation ($input: ${name === 'updateExperience' ? 'UpdateExperienceInput' : name === 'requestChanges' ? 'RequestChangesInput' : name === 'markDuplicate' ? 'MarkDuplicateInput' : 'ExperienceStepInput'}!) {
              ${name}(input: $input) { experience { id } userErrors { code field message } } }`,
            { input: { id: target.id, expectedVersion: target.version, ...more } },
          );
          return JSON.stringify([data, errors?.map(({ message }) => message)]).replaceAll(target.id, 'ID');
        };
        expect([who, name, await text(hidden)]).toEqual([who, name, await text(never)]);
      }
    // The control: the unit itself is answered otherwise.
    const { userErrors } = await mutate('makassar', 'updateExperience', {
      id: hidden.id,
      expectedVersion: hidden.version,
    });
    expect(userErrors[0]!.code).toBe('NOTHING_TO_CHANGE');
  });
});
