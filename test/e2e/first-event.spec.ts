import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../support/api.js';

/** What anybody may learn of the first event, without signing in: the facts and where they come from. */
let api: TestApi;
const SLUG = 'rakornas-berbagi-pengalaman-2025';

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const event = async (selection: string): Promise<any> =>
  (await api.anonymous.query(`{ event(slug: "${SLUG}") { ${selection} } }`)).event;

describe('the Rakornas of July 2025', () => {
  it('answers the question it was recorded for', async () => {
    const data = await api.anonymous.query(`{
      event(slug: "${SLUG}") {
        title startDate organiser { code }
        appearances { role person { name aliases } position }
        conflicts { field claims { value source { publisher } } }
        awardCategories { stage { code } awards { rank satker { name } } }
        participation(first: 1) { totalCount }
      }
      satkers(first: 1) { totalCount }
    }`);
    expect(data.satkers.totalCount).toBe(553);
    expect(data.event).toMatchObject({
      startDate: '2025-07-30',
      organiser: { code: '00' },
      participation: { totalCount: 552 },
    });
    expect(data.event.title).toContain('Berbagi Pengalaman');
    expect(data.event.conflicts.length).toBeGreaterThanOrEqual(3);
    for (const { claims } of data.event.conflicts)
      expect(new Set(claims.map((c: any) => c.value)).size).toBeGreaterThan(1);
  });

  it('knows who spoke, in the position of that day', async () => {
    const { appearances } = await event('appearances { role position satker { code } person { slug } }');
    const roles = (slug: string): string[] =>
      appearances.filter((a: any) => a.person.slug === slug).map((a: any) => a.role);
    expect(roles('idham-holik')).toEqual(expect.arrayContaining(['OPENING', 'CLOSING']));
    expect(roles('yulianto-sudrajat')).toContain('OPENING');
    expect(appearances.find((a: any) => a.person.slug === 'sri-wahyuningsih').satker.code).toBe('73.71');
    const closing = await event('appearances(role: CLOSING) { person { name } statements { gist verification } }');
    expect(closing.appearances).toHaveLength(1);
    expect(closing.appearances[0].statements[0].verification).toBe('UNVERIFIED');
  });

  it('takes two spellings for one person', async () => {
    const { people } = await api.anonymous.query(`{
      people(filter: { text: "Kawina" }) { totalCount nodes { name aliases conflicts { field claims { value } } } }
    }`);
    expect(people.totalCount).toBe(1);
    expect(people.nodes[0]).toMatchObject({ name: 'Eberta Kawima', aliases: ['Eberta Kawina'] });
    expect(people.nodes[0].conflicts[0].claims.map((c: any) => c.value).sort()).toEqual([
      'Eberta Kawima',
      'Eberta Kawina',
    ]);
  });

  it('says why a curated value was chosen, and leaves open what nothing decides', async () => {
    const { conflicts, endDate, mode, venue } = await event(
      'endDate mode venue conflicts { field status curatedValue reason chosen { source { publisher } } }',
    );
    const of = (field: string): any => conflicts.find((c: any) => c.field === field);
    expect(of('endDate').curatedValue).toBe(endDate);
    expect(of('mode').curatedValue).toBe(mode);
    expect(of('venue').curatedValue).toBe(venue);
    expect(of('openedBy')).toMatchObject({ status: 'OPEN', curatedValue: null, chosen: null });
    for (const { reason } of conflicts) expect(reason.length).toBeGreaterThan(40);
  });

  it('names no winner, because no source does', async () => {
    const { awardCategories } = await event(
      'awardCategories { stage { code cycle { code } } awards { rank } citations { source { publisher } } }',
    );
    expect(awardCategories).toHaveLength(30);
    for (const { awards, citations } of awardCategories) {
      expect(awards).toEqual([]);
      expect(citations).toHaveLength(1);
    }
    expect((await api.anonymous.query('{ awards { totalCount } }')).awards.totalCount).toBe(0);
  });

  it('cites a source for every recorded fact', async () => {
    const { claims, statements, presentations, sources } = await event(`
      claims { field source { title } } statements { citations { source { title publisher } } }
      presentations { satker { code } stage { code } citations { source { publisher publishedOn } } }
      sources { slug reference }`);
    const fields = new Set(claims.map((c: any) => c.field));
    for (const field of [
      'title',
      'organiser',
      'startDate',
      'endDate',
      'mode',
      'venue',
      'openedBy',
      'closedBy',
      'awards',
    ])
      expect(fields).toContain(field);
    for (const { citations } of statements) expect(citations.length).toBeGreaterThan(0);
    expect(presentations).toEqual([
      {
        satker: { code: '51.07' },
        stage: null,
        citations: [{ source: { publisher: 'KPU Provinsi Bali', publishedOn: '2025-08-12' } }],
      },
    ]);
    expect(sources.map((s: any) => s.slug)).toHaveLength(6);
    expect(sources.find((s: any) => s.slug.includes('karangasem')).reference).toContain('12 Agustus 2025');
  });

  it('records participation by unit, mode and what it rests on', async () => {
    const counts = await event(`
      onsite: participation(filter: { mode: { eq: ONSITE } }, first: 1) { totalCount }
      online: participation(filter: { mode: { eq: ONLINE } }, first: 1) { totalCount }
      named: participation(filter: { evidence: { eq: NAMED } }) { nodes { satker { code } status } }
      sulsel: participation(filter: { satker: { under: "73" } }, first: 1) { totalCount }`);
    expect(counts.onsite.totalCount).toBe(38);
    expect(counts.online.totalCount).toBe(514);
    expect(counts.named.nodes.map((n: any) => n.satker.code).sort()).toEqual(['51.07', '73.71']);
    expect(counts.sulsel.totalCount).toBe(25);
  });
});

describe('reference data', () => {
  it('has both cycles with their stages in order', async () => {
    const { electionCycles } = await api.anonymous.query(
      '{ electionCycles { code votingDay stages { code position phase parts { name } } } }',
    );
    expect(electionCycles.map((c: any) => [c.code, c.stages.length])).toEqual([
      ['PEMILU-2024', 11],
      ['PILKADA-2024', 19],
    ]);
    for (const { stages } of electionCycles)
      expect(stages.map((s: any) => s.position)).toEqual(stages.map((_: any, i: number) => i + 1));
  });

  it('finds units by alias, and says when a bare name means two', async () => {
    const lookup = async (name: string): Promise<any> =>
      (
        await api.anonymous.query(
          'query ($name: String!) { satkerLookup(name: $name) { isAmbiguous message matches { code } } }',
          { name },
        )
      ).satkerLookup;
    expect((await lookup('KPU Makassar')).matches).toEqual([{ code: '73.71' }]);
    expect((await lookup('  kip   ACEH ')).matches).toEqual([{ code: '11' }]);
    const bandung = await lookup('KPU Bandung');
    expect(bandung).toMatchObject({ isAmbiguous: true, matches: [{ code: '32.04' }, { code: '32.73' }] });
    expect(bandung.message).toContain('32.73 KPU Kota Bandung');
    expect(await lookup('KPU Atlantis')).toMatchObject({ isAmbiguous: false, matches: [] });
    const { satkers } = await api.anonymous.query(
      '{ satkers(filter: { name: "KPU Bandung" }) { nodes { name namesakes { code } } } }',
    );
    expect(satkers.nodes.map((n: any) => n.namesakes.length)).toEqual([1, 1]);
  });

  it('knows every unit’s place in the hierarchy', async () => {
    const { satker, under } = await api.anonymous.query(`{
      satker(code: "73.71") { level parent { code } ancestors { code } }
      under: satkers(filter: { under: "73" }, first: 1) { totalCount }
    }`);
    expect(satker).toEqual({ level: 'CITY', parent: { code: '73' }, ancestors: [{ code: '00' }, { code: '73' }] });
    expect(under.totalCount).toBe(25);
  });
});

describe('node', () => {
  it('finds anything by its id, under its own type', async () => {
    const { id } = await event('id');
    const { node } = await api.anonymous.query(
      'query ($id: ID!) { node(id: $id) { id __typename ... on Event { slug } } }',
      { id },
    );
    expect(node).toEqual({ id, __typename: 'Event', slug: SLUG });
  });

  it('answers the same for an id that was never given and for nonsense', async () => {
    const none = Buffer.from('Event:999999').toString('base64');
    for (const id of [none, 'x', '', 'RXZlbnQ6MQ', Buffer.from('User:1').toString('base64')])
      expect((await api.anonymous.answer('query ($id: ID!) { node(id: $id) { id } }', { id })).data).toEqual({
        node: null,
      });
  });
});
