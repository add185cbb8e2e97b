import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { note } from '../../src/audit/changed-records.js';
import { bringUpToDate } from '../../src/audit/follow.js';
import { ExperienceStatus as Status } from '../../src/experiences/experience.enums.js';
import { PROJECTIONS } from '../../src/projections.js';
import { startApi, type Client, type TestApi } from '../support/api.js';

/**
 * Every account against every row of every unit in every status: by id, by code, through lists, counts, nested fields
 * and steps. What the product answers is compared with a rule that is written here again, in other words.
 */
let api: TestApi;
let rows: Row[];

const UNITS = ['73.71', '73.06', '51.07', '73', '51'];
const COPIES = 4;
/** Every recommendation is addressed to it, which lets it see none that it may not see anyway. */
const ADDRESSEE = '51.07';

interface Row {
  id: string;
  code: string;
  unit: string;
  status: Status;
  /** Words that stand in no other row. */
  mark: string;
  obstacle: string;
  recommendation: string;
  addressee: string;
  followUp: string;
  assessment: string;
  review: string;
  notification: string;
  /** The account that the notification is for. */
  told: string;
  attachment: string;
  source: string;
  sourceOfCandidate: string;
}

interface Reader {
  account: string | null;
  role: 'CONTRIBUTOR' | 'REVIEWER' | 'ANALYST' | 'AUDITOR' | 'OTHER';
  unit?: string;
}

const READERS: Reader[] = [
  { account: null, role: 'OTHER' },
  { account: 'viewer', role: 'OTHER' },
  { account: 'admin', role: 'OTHER' },
  { account: 'kontributor.7371', role: 'CONTRIBUTOR', unit: '73.71' },
  { account: 'kontributor.7306', role: 'CONTRIBUTOR', unit: '73.06' },
  { account: 'kontributor.5107', role: 'CONTRIBUTOR', unit: '51.07' },
  { account: 'reviewer.73', role: 'REVIEWER', unit: '73' },
  { account: 'reviewer.51', role: 'REVIEWER', unit: '51' },
  { account: 'analis', role: 'ANALYST' },
  { account: 'auditor', role: 'AUDITOR' },
];

const TOLD = READERS.flatMap(({ account }) => account ?? []);

const globalId = (type: string, key: string): string => Buffer.from(`${type}:${key}`).toString('base64');

/** Whether a reader takes part in how a row came about. */
function takesPart({ role, unit }: Reader, row: Row): boolean {
  const isHandedIn = row.status !== Status.DRAFT && row.status !== Status.WITHDRAWN;
  switch (role) {
    case 'AUDITOR':
      return true;
    case 'ANALYST':
      return isHandedIn;
    case 'CONTRIBUTOR':
      return row.unit === unit;
    case 'REVIEWER':
      return row.unit === unit || (isHandedIn && row.unit.startsWith(`${unit}.`));
    default:
      return false;
  }
}

const maySee = (reader: Reader, row: Row): boolean => row.status === Status.PUBLISHED || takesPart(reader, row);

async function plant(): Promise<Row[]> {
  const planted: Row[] = [];
  await api.dataSource.query(
    `insert into lessons (code, title, status, endorsed_at)
     values ('TANDA-L', 'x', 'ENDORSED', now()), ('TANDA-C', 'x', 'CANDIDATE', null)`,
  );
  for (const unit of UNITS)
    for (const status of Object.values(Status))
      for (let copy = 0; copy < COPIES; copy += 1) {
        const mark = `tanda${planted.length}x`;
        const told = TOLD[planted.length % TOLD.length]!;
        const [row] = await api.dataSource.query<Omit<Row, 'unit' | 'status' | 'mark' | 'told'>[]>(
          `with e as (
             insert into experiences (code, kind, status, title, satker_id, stage_id, duplicate_of_id)
             select $1, 'OBSTACLE', $2::text, $1, s.id, t.id, (select id from experiences where code = 'tanda0x')
             from satkers s, stages t where s.code = $3 and t.code = 'PEMILU-09' returning id),
           o as (insert into obstacles (experience_id, text) select id, $1 from e returning id),
           r as (insert into recommendations (number, text, experience_id) select $1, $1, id from e returning id),
           ad as (insert into recommendation_addressees (recommendation_id, satker_id, role)
             select r.id, s.id, 'LEAD' from r, satkers s where s.code = '${ADDRESSEE}' returning id),
           f as (insert into follow_ups (recommendation_id, action, organisation) select id, $1, $1 from r returning id),
           n as (insert into assessments (recommendation_id, fulfilment, note) select id, 'NOT', $1 from r returning id),
           l as (insert into recommendation_obstacles (recommendation_id, obstacle_id) select r.id, o.id from r, o),
           v as (insert into reviews (experience_id, party, step, from_status, to_status, reason)
             select id, 'UNIT', 'SUBMIT', 'DRAFT', $2::text, $1 from e returning id),
           a as (insert into attachments (experience_id, name, content_type, size, sha256, storage_key)
             select id, $1, 'application/pdf', 1, $1, $1 from e returning id),
           ls as (insert into lesson_sources (lesson_id, relation, obstacle_id, experience_id)
             select l.id, 'SUPPORTS', o.id, e.id from lessons l, o, e where l.code = 'TANDA-L' returning id),
           lc as (insert into lesson_sources (lesson_id, relation, experience_id)
             select l.id, 'SUPPORTS', e.id from lessons l, e where l.code = 'TANDA-C' returning id),
           t as (insert into notifications (recipient_id, kind, experience_id, recommendation_id, party, from_status, to_status, reason)
             select u.id, 'RECOMMENDATION_ACCEPTED', e.id, r.id, 'UNIT', 'DRAFT', $2::text, $1
             from e cross join r join users u on u.username = $4 returning id)
           select e.id, $1 as code, o.id as obstacle, r.id as recommendation, v.id as review, a.id as attachment, ls.id as source, lc.id as "sourceOfCandidate",
             ad.id as addressee, f.id as "followUp", n.id as assessment, t.id as notification
           from e, o, r, v, a, ad, f, n, t, ls, lc`,
          [mark, status, unit, told],
        );
        await note(api.dataSource.manager, 'Experience', [row!.id]);
        planted.push({ ...row!, unit, status, mark, told });
      }
  return planted;
}

beforeAll(async () => {
  api = await startApi();
  rows = await plant();
  const ids = rows.map(({ id }) => id);
  await note(api.dataSource.manager, 'Experience', ids);
  await bringUpToDate(api.dataSource, PROJECTIONS);
});
afterAll(() => api.close());

type Attempt = { field: string; seen: (value: any) => boolean; expected: boolean; of: Row };

/** The notification of a row: whether it is there, and what it shows of an experience that may be hidden by now. */
function notificationsAt(row: Row, reader: Reader): Attempt[] {
  const isOwn = reader.account === row.told;
  const field = (shown: string): string =>
    `node(id: "${globalId('Notification', row.notification)}") { ... on Notification { ${shown} } }`;
  const has = (key: string) => (value: any) => value?.[key] != null;
  return [
    { field: field('id'), seen: has('id'), expected: isOwn, of: row },
    { field: field('experience { code }'), seen: has('experience'), expected: isOwn && maySee(reader, row), of: row },
    {
      field: field('recommendation { number text }'),
      seen: has('recommendation'),
      expected: isOwn && maySee(reader, row),
      of: row,
    },
    {
      field: field('reason'),
      seen: has('reason'),
      expected: isOwn && (takesPart(reader, row) || (row.status === Status.PUBLISHED && reader.unit === ADDRESSEE)),
      of: row,
    },
  ];
}

/** Ways to get at a row, each a field of a query, and what tells that it was seen. */
function attemptsAt(row: Row, reader: Reader): Attempt[] {
  const visible = maySee(reader, row);
  const found = (value: unknown): boolean => value !== null;
  const counted = ({ totalCount, nodes }: { totalCount: number; nodes: unknown[] }): boolean =>
    totalCount + nodes.length > 0;
  const list = (name: string, filter: string): string =>
    `${name}(filter: { ${filter} }, first: 5) { totalCount nodes { id } }`;
  return [
    { field: `node(id: "${globalId('Experience', row.id)}") { id }`, seen: found, expected: visible, of: row },
    { field: `node(id: "${globalId('Obstacle', row.obstacle)}") { id }`, seen: found, expected: visible, of: row },
    { field: `node(id: "${globalId('LessonSource', row.source)}") { id }`, seen: found, expected: visible, of: row },
    {
      field: `node(id: "${globalId('LessonSource', row.sourceOfCandidate)}") { id }`,
      seen: found,
      expected: visible && (reader.role === 'ANALYST' || reader.role === 'AUDITOR'),
      of: row,
    },
    // What is the same elsewhere is told of what is published, whoever asks.
    {
      field: `obstaclePatterns(filter: { text: "${row.mark}" }) { totalCount nodes { id label } }`,
      seen: counted,
      expected: row.status === Status.PUBLISHED,
      of: row,
    },
    {
      field: `node(id: "${globalId('Recommendation', row.recommendation)}") { id }`,
      seen: found,
      expected: visible,
      of: row,
    },
    ...(
      [
        ['RecommendationAddressee', row.addressee],
        ['FollowUp', row.followUp],
        ['Assessment', row.assessment],
      ] as const
    ).map(([type, id]) => ({
      field: `node(id: "${globalId(type, id)}") { id }`,
      seen: found,
      expected: visible,
      of: row,
    })),
    {
      field: list('recommendations', `addressee: { eq: "${ADDRESSEE}" }, number: { eq: "${row.mark}" }`),
      seen: counted,
      expected: visible,
      of: row,
    },
    {
      field: `node(id: "${globalId('Attachment', row.attachment)}") { id }`,
      seen: found,
      expected: visible,
      of: row,
    },
    {
      field: `node(id: "${globalId('Review', row.review)}") { id }`,
      seen: found,
      expected: takesPart(reader, row),
      of: row,
    },
    ...notificationsAt(row, reader),
    { field: `experience(code: "${row.code}") { title }`, seen: found, expected: visible, of: row },
    {
      field: `search(query: "${row.mark} ", first: 5) { totalCount nodes { type } }`,
      seen: counted,
      expected: visible,
      of: row,
    },
    { field: list('experiences', `text: "${row.mark}"`), seen: counted, expected: visible, of: row },
    { field: list('obstacles', `text: "${row.mark}"`), seen: counted, expected: visible, of: row },
    {
      field: `obstacleStats(groupBy: STATUS, filter: { text: "${row.mark}" }) { totalCount buckets(first: 5) { count } }`,
      seen: ({ totalCount, buckets }) => totalCount + buckets.length > 0,
      expected: visible,
      of: row,
    },
    { field: list('recommendations', `number: { eq: "${row.mark}" }`), seen: counted, expected: visible, of: row },
    {
      field: `satker(code: "${row.unit}") { ${list('experiences', `code: { eq: "${row.code}" }`)} }`,
      seen: ({ experiences }) => counted(experiences),
      expected: visible,
      of: row,
    },
    {
      field: `stage(code: "PEMILU-09") { ${list('experiences', `code: { eq: "${row.code}" }`)} }`,
      seen: ({ experiences }) => counted(experiences),
      expected: visible,
      of: row,
    },
  ];
}

const PER_QUERY = 20;

/** Everything where the product and the rule disagree, and how much was tried. */
async function disagreements(
  client: Client,
  reader: Reader,
): Promise<{ wrong: string[]; tried: number; hidden: number }> {
  const attempts = rows.flatMap((row) => attemptsAt(row, reader));
  const wrong: string[] = [];
  for (let at = 0; at < attempts.length; at += PER_QUERY) {
    const some = attempts.slice(at, at + PER_QUERY);
    const data = await client.query(`{ ${some.map(({ field }, index) => `a${index}: ${field}`).join('\n')} }`);
    some.forEach(({ field, seen, expected, of }, index) => {
      if (seen(data[`a${index}`]) !== expected)
        wrong.push(`${reader.account} ${expected ? 'does not see' : 'sees'} ${of.unit} ${of.status}: ${field}`);
    });
  }
  return { wrong, tried: attempts.length, hidden: attempts.filter(({ expected }) => !expected).length };
}

const clientOf = async ({ account }: Reader): Promise<Client> => (account ? api.as(account) : api.anonymous);

describe('every account and every row', () => {
  let hidden = 0;

  it.each(READERS)('$account sees what it may, and nothing else', async (reader) => {
    const result = await disagreements(await clientOf(reader), reader);
    expect(result.wrong).toEqual([]);
    hidden += result.hidden;
  });

  it('what leads back from a row that one sees shows no row that one does not', async () => {
    // All point to the first draft of Makassar as their original.
    const query =
      '{ experiences(first: 100, filter: { status: { eq: PUBLISHED }, text: "tanda" }) { nodes { code duplicateOf { code } } } }';
    for (const reader of READERS) {
      const { experiences } = await (await clientOf(reader)).query(query);
      const originals = experiences.nodes.filter(({ duplicateOf }: any) => duplicateOf).length;
      expect([reader.account, originals > 0]).toEqual([reader.account, maySee(reader, rows[0]!)]);
    }
  });

  it('what is counted of a unit is what can be seen of it, from sums and from facts', async () => {
    // Planted rows are the only ones that are no demonstration.
    const ways = ['isDemo: false', 'isDemo: false, reportedAt: { isNull: false }'];
    const counted: string[] = [];
    for (const reader of READERS)
      for (const way of ways) {
        const query = `{ obstacleStats(groupBy: [SATKER, STATUS], filter: { ${way} }) { buckets { keys { value } count } } }`;
        const { obstacleStats } = await (await clientOf(reader)).query(query);
        const shown = obstacleStats.buckets.map(({ keys, count }: any) => `${keys[0].value} ${keys[1].value} ${count}`);
        const own = new Set(
          rows.filter((row) => maySee(reader, row)).map(({ unit, status }) => `${unit} ${status} ${COPIES}`),
        );
        expect([reader.account, ...shown.toSorted()]).toEqual([reader.account, ...[...own].toSorted()]);
        counted.push(...shown);
      }
    expect(counted.length).toBeGreaterThan(200);
  });

  it('a lesson shows the sources that one may see, counts them, and leads to their recommendations alone', async () => {
    const query = `{ lesson(code: "TANDA-L") { strength { satkerCount }
      sources(first: 100) { experience { code } } more: sources(first: 100, offset: 100) { experience { code } }
      recommendations(first: 100) { number } others: recommendations(first: 100, offset: 100) { number } } }`;
    for (const reader of READERS) {
      const { lesson } = await (await clientOf(reader)).query(query);
      const known = rows.filter((row) => maySee(reader, row));
      const codes = known.map(({ code }) => code).sort();
      const sources = [...lesson.sources, ...lesson.more].map(({ experience }: any) => experience.code).sort();
      const numbers = [...lesson.recommendations, ...lesson.others].map(({ number }: any) => number).sort();
      expect([reader.account, sources, numbers]).toEqual([reader.account, codes, codes]);
      expect(lesson.strength.satkerCount).toBe(new Set(known.map(({ unit }) => unit)).size);
    }
  });

  it('was tried more than ten thousand times where there was something to hide', () => {
    expect(hidden).toBeGreaterThan(10_000);
  });

  it('would be caught if it leaked', async () => {
    const outsider = READERS.find(({ account }) => account === 'viewer')!;
    const { wrong } = await disagreements(await api.as('auditor'), outsider);
    expect(wrong.length).toBeGreaterThan(1000);
    expect(wrong[0]).toContain('sees');
  });
});
