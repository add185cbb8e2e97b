import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { members, startApi, type Client, type TestApi } from '../support/api.js';
import { draft, newMember, take } from '../support/experiences.js';
import { Inboxes } from '../support/inbox.js';
import { mutate } from '../support/mutation.js';

/** Who is told of what, and who reads it. */
let api: TestApi;
const client: Record<string, Client> = {};

beforeAll(async () => {
  api = await startApi();
  Object.assign(client, await members(api));
  const more: Record<string, object> = {
    rekanMakassar: { role: 'CONTRIBUTOR', satker: '73.71' },
    rekanSulsel: { role: 'REVIEWER', satker: '73' },
    provinsi: { role: 'CONTRIBUTOR', satker: '73' },
    analisLain: { role: 'ANALYST' },
  };
  for (const [name, of] of Object.entries(more))
    client[name] = (await newMember(client['admin']!, api.anonymous, of)).client;
});
afterAll(() => api.close());

const inboxes = new Inboxes(client);
const news = () => inboxes.news();
const inbox = (who: string, filter?: string) => inboxes.of(who, filter);

describe('each step is told', () => {
  it('on the whole way, to whom it concerns and to nobody else', async () => {
    await news();
    const started = await draft(client['makassar']!);
    expect(await news()).toEqual({});

    let now = await take(client['makassar']!, 'submitExperience', started);
    expect(await news()).toEqual({ rekanMakassar: ['SUBMITTED'], sulsel: ['SUBMITTED'], rekanSulsel: ['SUBMITTED'] });

    now = await take(client['sulsel']!, 'startExperienceReview', now);
    expect(await news()).toEqual({ makassar: ['REVIEW_STARTED'], rekanMakassar: ['REVIEW_STARTED'] });

    now = await take(client['sulsel']!, 'requestChanges', now, { reason: 'Lengkapi' });
    expect(await news()).toEqual({ makassar: ['RETURNED'], rekanMakassar: ['RETURNED'] });

    now = await take(client['rekanMakassar']!, 'submitExperience', now);
    expect(await news()).toEqual({ makassar: ['SUBMITTED'], sulsel: ['SUBMITTED'], rekanSulsel: ['SUBMITTED'] });

    now = await take(client['rekanSulsel']!, 'approveExperience', now);
    expect(await news()).toEqual({
      makassar: ['FORWARDED'],
      rekanMakassar: ['FORWARDED'],
      sulsel: ['FORWARDED'],
      analis: ['FORWARDED'],
      analisLain: ['FORWARDED'],
    });

    await take(client['analis']!, 'approveExperience', now);
    expect(await news()).toEqual({
      makassar: ['PUBLISHED'],
      rekanMakassar: ['PUBLISHED'],
      sulsel: ['PUBLISHED'],
      rekanSulsel: ['PUBLISHED'],
    });
  });

  it('when it is rejected, and when it is a duplicate', async () => {
    await news();
    const first = await take(client['makassar']!, 'submitExperience', await draft(client['makassar']!));
    await news();
    await take(client['sulsel']!, 'rejectExperience', first, { reason: 'Bukan pengalaman' });
    expect(await news()).toEqual({ makassar: ['REJECTED'], rekanMakassar: ['REJECTED'] });
    const second = await take(client['makassar']!, 'submitExperience', await draft(client['makassar']!));
    await news();
    await take(client['sulsel']!, 'markDuplicate', second, { of: first.code, reason: 'Sama' });
    expect(await news()).toEqual({ makassar: ['MARKED_DUPLICATE'], rekanMakassar: ['MARKED_DUPLICATE'] });
  });

  it('of a province to the centre, with no province between', async () => {
    await news();
    const own = await draft(client['provinsi']!);
    await take(client['provinsi']!, 'submitExperience', own);
    expect(await news()).toEqual({ analis: ['SUBMITTED'], analisLain: ['SUBMITTED'] });
  });

  it('to the desk from which it is withdrawn, which does not see it any more', async () => {
    const sent = await take(client['makassar']!, 'submitExperience', await draft(client['makassar']!), {
      reason: 'Rahasia kami',
    });
    await news();
    const [arrived] = (await inbox('sulsel')).nodes;
    expect(arrived).toMatchObject({ reason: 'Rahasia kami', experience: { code: sent.code } });
    const reason = 'Masih rahasia';
    await take(client['makassar']!, 'withdrawExperience', sent, { reason });
    expect(await news()).toEqual({
      rekanMakassar: ['WITHDRAWN'],
      sulsel: ['WITHDRAWN'],
      rekanSulsel: ['WITHDRAWN'],
    });
    const [left, before] = (await inbox('sulsel')).nodes;
    expect([left, before]).toMatchObject([
      { kind: 'EXPERIENCE_WITHDRAWN', reason: null, experience: null },
      { id: arrived!.id, reason: null, experience: null },
    ]);
    expect((await inbox('rekanMakassar')).nodes[0]).toMatchObject({ reason, experience: { code: sent.code } });
  });

  it('of a draft that is thrown away to its own unit only', async () => {
    await news();
    await take(client['makassar']!, 'withdrawExperience', await draft(client['makassar']!));
    expect(await news()).toEqual({ rekanMakassar: ['WITHDRAWN'] });
  });

  it('not to those who have gone, whatever they did before', async () => {
    const admin = client['admin']!;
    const reviewer = { role: 'REVIEWER', satker: '73' };
    const moved = await newMember(admin, api.anonymous, reviewer);
    const closed = await newMember(admin, api.anonymous, reviewer);
    let now = await take(client['makassar']!, 'submitExperience', await draft(client['makassar']!));
    now = await take(moved.client, 'startExperienceReview', now);
    now = await take(closed.client, 'approveExperience', now);
    const change = async ({ user }: typeof moved, what: object): Promise<void> => {
      const { version } = (await admin.query(`{ user(username: "${user.username}") { version } }`)).user;
      const input = { id: user.id, expectedVersion: version, ...what };
      expect((await mutate(admin, 'updateUser', input)).userErrors).toEqual([]);
    };
    await change(moved, { satker: '51' });
    await change(closed, { isActive: false });
    const toldOf = async ({ user }: typeof moved): Promise<number> => {
      const [{ count }] = await api.dataSource.query(
        `select count(*)::int from notifications n join users u on u.id = recipient_id where u.username = $1`,
        [user.username],
      );
      return count;
    };
    const before = [await toldOf(moved), await toldOf(closed)];
    expect(before).toEqual([2, 1]); // arrived, passed on by the other; arrived
    await take(client['analis']!, 'approveExperience', now);
    expect([await toldOf(moved), await toldOf(closed)]).toEqual(before);
  });

  it('together with the step or not at all', async () => {
    const sent = await take(client['makassar']!, 'submitExperience', await draft(client['makassar']!));
    await news();
    const stale = { ...sent, version: sent.version + 1 };
    await expect(take(client['sulsel']!, 'approveExperience', stale)).rejects.toThrow('CONFLICT');
    expect(await news()).toEqual({});
    const clientMutationId = 'terima-sekali';
    for (let time = 0; time < 3; time += 1)
      await take(client['sulsel']!, 'approveExperience', sent, { clientMutationId });
    expect((await news())['makassar']).toEqual(['FORWARDED']);
  });
});

describe('an inbox', () => {
  it('says which party acted, in the language asked for, and nobody’s name', async () => {
    const [told] = (await inbox('makassar')).nodes;
    expect(told).toMatchObject({
      party: 'PROVINCE',
      message: 'Provinsi menyetujui pengalaman dan meneruskannya ke pusat.',
    });
    const english = client['makassar']!.with({ 'accept-language': 'en' });
    const { viewer } = await english.query('{ viewer { notifications(first: 1) { nodes { message } } } }');
    expect(viewer.notifications.nodes[0].message).toBe(
      'The province approved an experience and passed it on to the centre.',
    );
  });

  it('is nobody else’s: not by id, not through the account, not by marking', async () => {
    const [own] = (await inbox('sulsel')).nodes;
    const read = 'query ($id: ID!) { node(id: $id) { ... on Notification { kind } } }';
    for (const who of Object.keys(client))
      expect([who, (await client[who]!.query(read, { id: own!.id })).node !== null]).toEqual([who, who === 'sulsel']);
    expect((await api.anonymous.query(read, { id: own!.id })).node).toBeNull();
    const ofAll = '{ users(first: 100) { nodes { username unreadNotifications notifications { totalCount } } } }';
    for (const who of ['admin', 'auditor']) {
      const { users } = await client[who]!.query(ofAll);
      expect(users.nodes.length).toBeGreaterThan(8);
      const some = users.nodes.filter((u: any) => u.unreadNotifications + u.notifications.totalCount > 0);
      expect([who, some]).toEqual([who, []]);
    }
    const mark = (id: string) => mutate(client['bali']!, 'markNotificationsRead', { ids: [id] });
    const never = Buffer.from('Notification:999999999').toString('base64');
    const [ofOthers, ofNobody] = [await mark(own!.id), await mark(never)];
    expect(ofOthers.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'ids.0' }]);
    expect(ofOthers.userErrors[0].message.replace(own!.id, '')).toBe(ofNobody.userErrors[0].message.replace(never, ''));
    expect((await inbox('sulsel')).nodes[0]!.isRead).toBe(false);
  });

  it('is read, one by one or up to one', async () => {
    const { nodes, unread, totalCount } = await inbox('makassar');
    expect(unread).toBe(totalCount);
    const PAYLOAD = 'marked viewer { unreadNotifications }';
    const mark = (input: object) => mutate(client['makassar']!, 'markNotificationsRead', input as never, PAYLOAD);
    const one = await mark({ ids: [nodes[0]!.id] });
    expect(one).toEqual({ marked: 1, viewer: { unreadNotifications: unread - 1 }, userErrors: [] });
    expect((await mark({ ids: [nodes[0]!.id] })).marked).toBe(0);
    const rest = await mark({ upTo: nodes[2]!.id });
    expect(rest).toMatchObject({ marked: totalCount - 2, viewer: { unreadNotifications: 1 } });
    expect((await inbox('makassar', 'isRead: false')).nodes.map(({ id }) => id)).toEqual([nodes[1]!.id]);
    expect((await inbox('makassar', 'kind: { eq: EXPERIENCE_REJECTED }')).totalCount).toBe(1);
    expect((await mark({})).userErrors).toMatchObject([{ code: 'REQUIRED', field: 'ids' }]);
    expect((await mark({ ids: ['bukan-id'] })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'ids.0' }]);
    expect((await mark({ ids: Array(101).fill(nodes[0]!.id) })).userErrors).toMatchObject([{ code: 'TOO_MANY' }]);
  });
});

describe('an account', () => {
  it('has an address that administrators set, and a wish of its own', async () => {
    const { client: member, user } = await newMember(client['admin']!, api.anonymous, {
      role: 'ANALYST',
      email: 'analis@kpu.example',
    });
    expect(user.email).toBe('analis@kpu.example');
    const { version, wantsDigest } = (await member.query('{ viewer { version wantsDigest } }')).viewer;
    expect(wantsDigest).toBe(true);
    const input = { expectedVersion: version, wantsDigest: false };
    const { user: changed } = await mutate(member, 'updateProfile', input, 'user { wantsDigest email }');
    expect(changed).toEqual({ wantsDigest: false, email: 'analis@kpu.example' });
    expect((await mutate(member, 'updateProfile', input)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const bad = { id: user.id, expectedVersion: version + 1, email: 'bukan surel' };
    expect((await mutate(client['admin']!, 'updateUser', bad)).userErrors).toMatchObject([
      { code: 'BAD_EMAIL', field: 'email' },
    ]);
  });
});
