import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { COMPLETE } from '../support/experiences.js';
import { mutate } from '../support/mutation.js';
import { Sockets, type Received } from '../support/sockets.js';

/** One experience, from an office with a bad line to the analyst who finds it, and back to whoever wrote it. */
let api: TestApi;
let sockets: Sockets;
let regency: Client;
let province: Client;
let centre: Client;
let reader: Client;
let live: Received;

beforeAll(async () => {
  api = await startApi();
  sockets = new Sockets(api);
  [regency, province, centre, reader] = (await Promise.all(
    ['kontributor.7371', 'reviewer.73', 'analis', 'viewer'].map((account) => api.as(account)),
  )) as [Client, Client, Client, Client];
  live = await sockets.subscribe(regency, 'subscription { notificationAdded { kind experience { code } } }');
});
afterAll(async () => {
  await sockets.close();
  await api.close();
});

const WORD = 'perahumotorberpengawal';
const SHOWN = 'experience { id code version status reviews { step comments { field text } changes { field } } }';
const type = (name: string): string =>
  ['createExperience', 'updateExperience', 'requestChanges'].includes(name)
    ? `${name[0]!.toUpperCase()}${name.slice(1)}Input`
    : 'ExperienceStepInput';

/** Sends a step as often as an unsure client does, at once and again; every answer has to be the same. */
async function send(client: Client, name: string, input: Record<string, unknown>, times = 1): Promise<any> {
  const text = `mutation ($input: ${type(name)}!) { ${name}(input: $input) { ${SHOWN} userErrors { code field message } } }`;
  const once = async (): Promise<any> => (await client.query(text, { input }))[name];
  const answers = await Promise.all(Array.from({ length: times }, once));
  if (times > 1) answers.push(await once());
  for (const { experience, userErrors } of answers) {
    expect([name, userErrors]).toEqual([name, []]);
    expect(experience.id).toBe(answers[0].experience.id);
  }
  return answers.at(-1).experience;
}

const found = async (client: Client): Promise<string[]> =>
  (await client.query(`{ experiences(filter: { text: "${WORD}" }) { nodes { code } } }`)).experiences.nodes.map(
    ({ code }: { code: string }) => code,
  );

describe('an experience', () => {
  it('is drafted over a bad line, returned, mended, published, found, and its author is told of each step', async () => {
    // The line broke so often that the client sent the draft five times, and did not know of any answer.
    const first = await send(regency, 'createExperience', { clientMutationId: 'konsep-luring-1', ...COMPLETE }, 4);
    expect(first.status).toBe('DRAFT');
    const drafts = '{ experiences(filter: { status: { eq: DRAFT } }) { totalCount } }';
    expect((await regency.query(drafts)).experiences.totalCount).toBe(1);
    const step = ({ id, version }: typeof first, clientMutationId: string, more: object = {}) => ({
      id,
      expectedVersion: version,
      clientMutationId,
      ...more,
    });
    let now = await send(regency, 'submitExperience', step(first, 'kirim-1'), 3);
    expect(now.reviews.map((r: any) => r.step)).toEqual(['SUBMIT']);

    // Its province returns it with comments.
    const inbox =
      '{ viewer { notifications(filter: { isRead: false }) { nodes { id kind experience { id code version } } } } }';
    const [arrived] = (await province.query(inbox)).viewer.notifications.nodes;
    expect(arrived).toMatchObject({ kind: 'EXPERIENCE_SUBMITTED', experience: { code: first.code } });
    const comments = [{ field: 'happened', text: 'Berapa lama, dan bagaimana kotak suara dijaga?' }];
    now = await send(province, 'requestChanges', {
      ...step(arrived.experience, 'kembalikan-1'),
      reason: 'Mohon dilengkapi',
      comments,
    });

    // The unit hears of it at once, reads why, mends it and hands it in again.
    expect((await live.atLeast(1))[0].notificationAdded).toEqual({
      kind: 'EXPERIENCE_RETURNED',
      experience: { code: first.code },
    });
    const { experience: seen } = await regency.query(
      `{ experience(code: "${first.code}") { id version reviews { comments { field text } } } }`,
    );
    expect(seen.reviews.at(-1).comments).toEqual(comments);
    const happened = `Kapal tertahan cuaca lima hari; kotak suara menyusul dengan ${WORD}.`;
    now = await send(regency, 'updateExperience', { id: seen.id, expectedVersion: seen.version, happened });
    now = await send(regency, 'submitExperience', step(now, 'kirim-2'), 3);
    expect(now.reviews.at(-1).changes).toEqual([{ field: 'happened' }]);

    // Nobody else finds it before it is published; then everybody does.
    now = await send(province, 'approveExperience', step(now, 'setujui-provinsi'), 2);
    expect([await found(reader), await found(centre)]).toEqual([[], [first.code]]);
    now = await send(centre, 'approveExperience', step(now, 'terbitkan'), 2);
    expect(now.status).toBe('PUBLISHED');
    expect([await found(reader), await found(centre)]).toEqual([[first.code], [first.code]]);

    // The author was told of each step once, however often it was sent.
    const told = ['EXPERIENCE_RETURNED', 'EXPERIENCE_FORWARDED', 'EXPERIENCE_PUBLISHED'];
    expect((await live.atLeast(3)).map((event) => event.notificationAdded.kind)).toEqual(told);
    const own = '{ viewer { unreadNotifications notifications { nodes { id kind message experience { status } } } } }';
    const { viewer } = await regency.query(own);
    expect(viewer.unreadNotifications).toBe(3);
    expect(viewer.notifications.nodes.map((n: any) => n.kind)).toEqual(told.toReversed());
    expect(viewer.notifications.nodes[0]).toMatchObject({
      message: 'Pusat menerbitkan pengalaman.',
      experience: { status: 'PUBLISHED' },
    });
    const upTo = viewer.notifications.nodes[0].id;
    expect((await mutate(regency, 'markNotificationsRead', { upTo }, 'marked')).marked).toBe(3);
  });
});
