import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '../support/api.js';

/** What an analyst may record and change, and what happens when two of them do it at once. */
let api: TestApi;
let analyst: Client;

beforeAll(async () => {
  api = await startApi();
  analyst = await api.as('analis');
});
afterAll(() => api.close());

/** Runs one mutation and returns its payload. */
async function run(name: string, input: Record<string, unknown>, selection: string, client = analyst): Promise<any> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return (
    await client.query(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code field message } } }`,
      { input },
    )
  )[name];
}

const newEvent = (slug: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  clientMutationId: randomUUID(),
  slug,
  kind: 'FGD',
  title: 'FGD evaluasi logistik',
  startDate: '2025-09-01',
  status: 'SCHEDULED',
  organiser: '73',
  ...more,
});

async function createEvent(slug: string, more: Record<string, unknown> = {}): Promise<any> {
  const { event, userErrors } = await run('createEvent', newEvent(slug, more), 'event { id slug version }');
  expect(userErrors).toEqual([]);
  return event;
}

describe('an event', () => {
  it('is recorded with everything that happens in it', async () => {
    const { slug } = await createEvent('fgd-lengkap', {
      cycles: ['PEMILU-2024'],
      mode: 'ONSITE',
      organiser: 'KPU Makassar',
    });
    const step = async (name: string, input: object, selection: string): Promise<any> => {
      const payload = await run(name, { clientMutationId: randomUUID(), ...input }, selection);
      expect([name, payload.userErrors]).toEqual([name, []]);
      return payload;
    };
    const { session } = await step(
      'addSession',
      { event: slug, kind: 'PANEL', title: 'Panel logistik', stages: ['PEMILU-09'] },
      'session { id stages { code } }',
    );
    await step('createPerson', { slug: 'tokoh-uji', name: 'Tokoh Uji', aliases: ['Toko Uji'] }, 'person { id }');
    const { appearance } = await step(
      'addAppearance',
      {
        event: slug,
        person: 'tokoh-uji',
        role: 'RESOURCE_PERSON',
        position: 'Narasumber',
        satker: '73.71',
        session: session.id,
      },
      'appearance { id session { title } }',
    );
    await step(
      'addStatement',
      { appearance: appearance.id, gist: 'Distribusi perlu dimulai lebih awal.' },
      'statement { id event { slug } }',
    );
    await step(
      'recordParticipation',
      { event: slug, satker: '73.06', mode: 'ONSITE', status: 'ATTENDED', delegates: 2 },
      'participation { satker { code } }',
    );
    const { presentation } = await step(
      'addPresentation',
      { event: slug, satker: '73.06', stage: 'PEMILU-09', title: 'Gudang' },
      'presentation { id }',
    );
    const { awardCategory } = await step(
      'addAwardCategory',
      { event: slug, stage: 'PEMILU-09', criteria: 'Terbaik' },
      'awardCategory { id }',
    );
    await step(
      'grantAward',
      { category: awardCategory.id, satker: '73.06', presentation: presentation.id, rank: 1 },
      'award { rank }',
    );
    const { event, awards } = await analyst.query(
      `query ($slug: String!) {
        event(slug: $slug) {
          organiser { code } cycles { code } sessions { title } statements { gist appearance { person { name } } }
          participation { nodes { delegates } } presentations { title } awardCategories { awards { satker { name } } }
        }
        awards(filter: { event: { eq: $slug } }) { totalCount }
      }`,
      { slug },
    );
    expect(event).toEqual({
      organiser: { code: '73.71' },
      cycles: [{ code: 'PEMILU-2024' }],
      sessions: [{ title: 'Panel logistik' }],
      statements: [{ gist: 'Distribusi perlu dimulai lebih awal.', appearance: { person: { name: 'Tokoh Uji' } } }],
      participation: { nodes: [{ delegates: 2 }] },
      presentations: [{ title: 'Gudang' }],
      awardCategories: [{ awards: [{ satker: { name: 'KPU Kabupaten Gowa' } }] }],
    });
    expect(awards.totalCount).toBe(1);
  });

  it('is created once, however often the request is repeated', async () => {
    const input = newEvent('fgd-berulang');
    const answers = await Promise.all(Array.from({ length: 10 }, () => run('createEvent', input, 'event { id }')));
    expect(new Set(answers.map((a) => a.event.id)).size).toBe(1);
    const other = await run('createEvent', { ...input, title: 'Judul lain' }, 'event { id }');
    expect(other).toMatchObject({
      event: null,
      userErrors: [{ code: 'REPEATED_WITH_OTHER_INPUT', field: 'clientMutationId' }],
    });
  });

  it('tells everything that is wrong at once, by field, and keeps nothing', async () => {
    const input = newEvent('fgd-keliru', { organiser: 'KPU Bandung', cycles: ['PEMILU-1899'] });
    const references = await run('createEvent', input, 'event { id }');
    expect(references.userErrors.map((e: any) => [e.field, e.code])).toEqual([
      ['organiser', 'AMBIGUOUS'],
      ['cycles', 'NOT_FOUND'],
    ]);
    expect(references.userErrors[0].message).toContain('32.04 KPU Kabupaten Bandung, 32.73 KPU Kota Bandung');
    const values = await run(
      'createEvent',
      newEvent('Bukan Slug', { title: ' ', venue: 'x'.repeat(301) }),
      'event { id }',
    );
    expect(values.userErrors.map((e: any) => [e.field, e.code]).sort()).toEqual([
      ['slug', 'BAD_SLUG'],
      ['title', 'REQUIRED'],
      ['venue', 'TOO_LONG'],
    ]);
    const reversed = await run('createEvent', newEvent('fgd-terbalik', { endDate: '2025-08-31' }), 'event { id }');
    expect(reversed.userErrors).toMatchObject([{ code: 'END_BEFORE_START', field: 'endDate' }]);
    const { events } = await analyst.query(
      '{ events(filter: { slug: { in: ["fgd-keliru", "fgd-terbalik"] } }) { totalCount } }',
    );
    expect(events.totalCount).toBe(0);
    const taken = await run('createEvent', newEvent('rakornas-berbagi-pengalaman-2025'), 'event { id }');
    expect(taken.userErrors).toMatchObject([{ code: 'DUPLICATE', field: 'slug' }]);
  });

  it('keeps what was left out of a change, and empties what is null', async () => {
    const { id } = await createEvent('fgd-ubah', { venue: 'Aula', theme: 'Logistik' });
    const { event } = await run(
      'updateEvent',
      { id, expectedVersion: 1, venue: null, title: 'Judul baru' },
      'event { title venue theme version }',
    );
    expect(event).toEqual({ title: 'Judul baru', venue: null, theme: 'Logistik', version: 2 });
    const required = await run('updateEvent', { id, expectedVersion: 2, title: null }, 'event { id }');
    expect(required.userErrors).toMatchObject([{ code: 'REQUIRED', field: 'title' }]);
    const same = await run('updateEvent', { id, expectedVersion: 2, title: 'Judul baru' }, 'event { id }');
    expect(same.userErrors).toMatchObject([{ code: 'NOTHING_TO_CHANGE' }]);
  });

  it('is changed by one of a hundred who saw the same version', async () => {
    const { id } = await createEvent('fgd-rebutan');
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        run('updateEvent', { id, expectedVersion: 1, title: `Judul ${i}` }, 'event { version }'),
      ),
    );
    const codes = answers.map((a) => a.userErrors[0]?.code ?? 'OK');
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(99);
    expect(answers.find((a) => a.userErrors[0])!.userErrors[0].message).toContain('versi sekarang 2');
  });

  it('remembers who changed what, from what, to what, and why', async () => {
    const { id } = await createEvent('fgd-riwayat');
    await run(
      'updateEvent',
      { id, expectedVersion: 1, organiser: '51', status: 'COMPLETED', reason: 'Pindah penyelenggara' },
      'event { id }',
    );
    const history =
      'query ($slug: String!) { event(slug: $slug) { history { nodes { actor action reason changes { field before after } } } } }';
    const { event } = await analyst.query(history, { slug: 'fgd-riwayat' });
    expect(event.history.nodes.map((n: any) => n.action)).toEqual(['updateEvent', 'createEvent']);
    expect(event.history.nodes[0]).toMatchObject({ actor: 'analis', reason: 'Pindah penyelenggara' });
    expect(event.history.nodes[0].changes).toEqual(
      expect.arrayContaining([
        { field: 'organiser', before: '73', after: '51' },
        { field: 'status', before: 'SCHEDULED', after: 'COMPLETED' },
      ]),
    );
    expect((await api.anonymous.query(history, { slug: 'fgd-riwayat' })).event.history.nodes).toEqual([]);
  });

  it('does not mix the sessions of two events', async () => {
    await createEvent('fgd-satu');
    await createEvent('fgd-dua');
    const { session } = await run(
      'addSession',
      { clientMutationId: randomUUID(), event: 'fgd-satu', kind: 'PANEL', title: 'Satu' },
      'session { id }',
    );
    const input = { clientMutationId: randomUUID(), event: 'fgd-dua', satker: '73.71', session: session.id };
    const { userErrors } = await run('addPresentation', input, 'presentation { id }');
    expect(userErrors).toMatchObject([{ code: 'OTHER_EVENT', field: 'session' }]);
  });
});

describe('sources that disagree', () => {
  const cite = (subject: string, source: string, field: string, value: string): Promise<any> =>
    run('addCitation', { clientMutationId: randomUUID(), subject, source, field, value }, 'citation { id value }');

  async function addSource(slug: string): Promise<void> {
    const input = {
      clientMutationId: randomUUID(),
      slug,
      kind: 'NEWS',
      title: `Berita ${slug}`,
      publisher: `Penerbit ${slug}`,
    };
    expect((await run('addSource', input, 'source { id }')).userErrors).toEqual([]);
  }

  async function conflictsOf(slug: string): Promise<any[]> {
    const selection = 'conflicts { id version field status curatedValue reason claims { id value } }';
    return (await analyst.query(`{ event(slug: "${slug}") { ${selection} } }`)).event.conflicts;
  }

  it('make a conflict, which an analyst settles with a reason', async () => {
    const { id } = await createEvent('fgd-sengketa');
    await addSource('sumber-a');
    await addSource('sumber-b');
    await cite(id, 'sumber-a', 'endDate', '2025-09-02');
    expect(await conflictsOf('fgd-sengketa')).toEqual([]);
    await cite(id, 'sumber-b', 'endDate', '2025-09-03');
    const [conflict] = await conflictsOf('fgd-sengketa');
    expect(conflict).toMatchObject({ field: 'endDate', status: 'OPEN', curatedValue: null });
    const chosen = conflict.claims.find((c: any) => c.value === '2025-09-03');
    const decision = { conflict: conflict.id, expectedVersion: conflict.version, citation: chosen.id };
    const silent = await run('resolveConflict', { ...decision, reason: ' ' }, 'conflict { id }');
    expect(silent.userErrors).toMatchObject([{ field: 'reason', code: 'REQUIRED' }]);
    const { userErrors } = await run(
      'resolveConflict',
      { ...decision, reason: 'Notula menyebut tanggal ini.' },
      'conflict { id }',
    );
    expect(userErrors).toEqual([]);
    const { event } = await analyst.query(
      '{ event(slug: "fgd-sengketa") { endDate version conflicts { status reason chosen { value } } history { nodes { reason } } } }',
    );
    expect(event).toMatchObject({
      endDate: '2025-09-03',
      version: 2,
      conflicts: [{ status: 'RESOLVED', chosen: { value: '2025-09-03' } }],
    });
    expect(event.history.nodes[0].reason).toBe('Notula menyebut tanggal ini.');
  });

  it('open the question again when a third says something new, and overwrite nothing', async () => {
    const { event } = await analyst.query('{ event(slug: "fgd-sengketa") { id } }');
    await addSource('sumber-c');
    await cite(event.id, 'sumber-c', 'endDate', '2025-09-05');
    const [conflict] = await conflictsOf('fgd-sengketa');
    expect(conflict).toMatchObject({ status: 'OPEN', curatedValue: '2025-09-03' });
    expect((await analyst.query('{ event(slug: "fgd-sengketa") { endDate } }')).event.endDate).toBe('2025-09-03');
  });

  it('cannot put a value where it does not fit', async () => {
    const { id } = await createEvent('fgd-tak-muat');
    await cite(id, 'sumber-a', 'endDate', 'dua hari');
    await cite(id, 'sumber-b', 'endDate', 'tiga hari');
    const [conflict] = await conflictsOf('fgd-tak-muat');
    const input = {
      conflict: conflict.id,
      expectedVersion: conflict.version,
      citation: conflict.claims[0].id,
      reason: 'Coba.',
    };
    expect((await run('resolveConflict', input, 'conflict { id }')).userErrors).toMatchObject([
      { code: 'UNFIT_VALUE' },
    ]);
    expect((await conflictsOf('fgd-tak-muat'))[0]).toMatchObject({ status: 'OPEN' });
    expect((await cite(id, 'sumber-a', 'cuaca', 'hujan')).userErrors).toMatchObject([
      { code: 'UNKNOWN_FIELD', field: 'field' },
    ]);
    expect(
      (await cite(Buffer.from('Event:999999').toString('base64'), 'sumber-a', 'title', 'x')).userErrors,
    ).toMatchObject([{ field: 'subject' }]);
  });

  it('are never missed when both are recorded at the same moment', async () => {
    const events = await Promise.all(Array.from({ length: 8 }, (_, i) => createEvent(`fgd-serentak-${i}`)));
    await Promise.all(
      events.flatMap(({ id }) => [cite(id, 'sumber-a', 'venue', 'Aula'), cite(id, 'sumber-b', 'venue', 'Hotel')]),
    );
    for (const { slug } of events) expect(await conflictsOf(slug)).toHaveLength(1);
  });
});
