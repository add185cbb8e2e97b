import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { Client } from '../support/api.js';
import { unzipped } from '../support/unzip.js';
import { plant, remove } from './brief-rows.js';
import { Desk } from './lessons.js';

/** What makes a risk of many obstacles, and which lessons a brief begins with. */
let desk: Desk;
let viewer: Client;
let dataSource: DataSource;

const TIDE = 'Kotak suara hanyut terbawa banjir rob di pesisir';
const TIDE_REWORDED = 'Banjir rob di pesisir menghanyutkan kotak suara';
const INK = 'Tinta pemilu mengering sebelum dipakai di TPS terapung';

const BRIEF = `query ($stage: String!, $satker: String!) { mitigationBrief(stage: $stage, satker: $satker) {
  hasDemo summary firstSteps ranking riskCount topRisks { rank patternCode label obstacleCount satkerCount openFilter
    cause { code } topic { code } practices { action }
    lessons { code title insight practice status helpedSatkerCount isDemo sources { code }
      strength { score satkerCount cycleCount contradicting } } } } }`;

const brief = async (satker = '73.71', as = viewer, stage = 'PEMILU-09'): Promise<any> =>
  (await as.query(BRIEF, { stage, satker })).mitigationBrief;

const riskOf = (all: any, label: string): any => all.topRisks.find((risk: any) => risk.label === label);
const lessonsOf = async (label: string, satker?: string, as?: Client): Promise<string[]> =>
  riskOf(await brief(satker, as), label).lessons.map(({ code }: any) => code);

/** What the filter of a risk opens, as the codes of the experiences. */
async function opened(filter: unknown): Promise<string[]> {
  const query = `query ($filter: ObstacleFilter) { obstacles(filter: $filter, first: 50) { nodes { experience { code } } } }`;
  const { obstacles } = await viewer.query(query, { filter });
  return obstacles.nodes.map((node: any) => node.experience.code).toSorted();
}

async function obstacleOf(code: string): Promise<string> {
  const [row] = await dataSource.query(
    'select o.id from obstacles o join experiences e on e.id = o.experience_id where e.code = $1',
    [code],
  );
  return Buffer.from(`Obstacle:${row.id}`).toString('base64');
}

const planted: Record<string, string> = {};

beforeAll(async () => {
  desk = await Desk.open();
  viewer = desk.seen['viewer']!;
  ({ dataSource } = desk.api);
  await remove(dataSource, 'true');
  const rows = {
    own: { unit: '73.71', text: TIDE, cause: 'LOGISTICS', likelihood: 4, impact: 4 },
    other: { unit: '51.07', text: TIDE_REWORDED, cause: 'GEOGRAPHY', actionTaken: 'Kotak diikat', result: 'Berhasil' },
    cycle: { unit: '12.71', text: TIDE, cause: 'LOGISTICS', stage: 'PILKADA-B7' },
    elsewhere: { unit: '12.71', text: TIDE, cause: 'LOGISTICS', stage: 'PEMILU-08' },
    hidden: { unit: '73.71', text: TIDE, cause: 'LOGISTICS', status: 'SUBMITTED' },
    demo: { unit: '51.07', text: TIDE, cause: 'LOGISTICS', isDemo: true },
    ink: { unit: '73.06', text: INK, cause: 'LOGISTICS' },
    wordless: { unit: '73.06', text: '–', cause: 'HEALTH' },
    dotted: { unit: '51.07', text: '...', cause: 'HEALTH' },
    plain: { unit: '51.07', text: '...' },
  };
  for (const [name, row] of Object.entries(rows)) planted[name] = await plant(dataSource, row);
});
afterAll(() => desk.api.close());

describe('a risk', () => {
  it('is a pattern: obstacles of different units, words and causes are one', async () => {
    const risk = riskOf(await brief(), TIDE);
    expect(risk).toMatchObject({
      rank: 1,
      obstacleCount: 3,
      satkerCount: 3,
      cause: { code: 'LOGISTICS' },
      topic: null,
    });
    const { obstaclePatterns } = await viewer.query(
      `{ obstaclePatterns(filter: { code: { eq: "${risk.patternCode}" } }) { nodes { label obstacleCount isDemo } } }`,
    );
    // The pattern knows the obstacle of another stage, too, and nothing of what is not published or made up.
    expect(obstaclePatterns.nodes).toEqual([{ label: TIDE, obstacleCount: 4, isDemo: false }]);
  });

  it('opens on exactly its rows', async () => {
    const all = await brief();
    const { own, other, cycle } = planted;
    expect(await opened(riskOf(all, TIDE).openFilter)).toEqual([own, other, cycle].toSorted());
    expect(await opened(riskOf(all, INK).openFilter)).toEqual([planted['ink']]);
    for (const { openFilter, obstacleCount } of all.topRisks)
      expect(await opened(openFilter)).toHaveLength(obstacleCount);
    expect(all.topRisks.reduce((sum: number, { obstacleCount }: any) => sum + obstacleCount, 0)).toBe(8);
  });

  it('does not mix demonstration data with what units reported', async () => {
    const sameText = (await brief()).topRisks.filter(({ label }: any) => label === TIDE);
    expect(sameText.map(({ obstacleCount }: any) => obstacleCount).toSorted()).toEqual([1, 3]);
  });

  it('without words to compare goes by cause and topic', async () => {
    const { topRisks } = await brief();
    const without = topRisks.filter(({ patternCode }: any) => patternCode === null);
    expect(without.map(({ cause, obstacleCount }: any) => [cause?.code ?? null, obstacleCount])).toEqual([
      ['HEALTH', 2],
      [null, 1],
    ]);
    expect(await opened(without[0].openFilter)).toEqual([planted['wordless'], planted['dotted']].toSorted());
    expect(await opened(without[1].openFilter)).toEqual([planted['plain']]);
  });

  it('is explained by its pattern', async () => {
    expect((await brief()).ranking).toContain('satu pola kendala');
  });
});

describe('lessons of a risk', () => {
  let plain: any;
  let helpful: any;

  const linked = async (from: string, more: object = {}, relation = 'SUPPORTS'): Promise<any> => {
    const lesson = await desk.endorsed(more);
    expect((await desk.link(lesson, await obstacleOf(planted[from]!), relation)).userErrors).toEqual([]);
    return lesson;
  };

  beforeAll(async () => {
    plain = await linked('own', { title: 'Pelajaran lebih tua', practice: 'Kotak disimpan di tempat tinggi' });
    await desk.link(plain, await obstacleOf(planted['other']!));
    await desk.link(plain, await obstacleOf(planted['hidden']!));
    helpful = await linked('other', { title: 'Pelajaran yang membantu', practice: 'Kotak diikat pada tiang' });
    expect((await desk.apply(desk.makassar, helpful)).userErrors).toEqual([]);
    await desk.apply(desk.makassar, plain, { outcome: 'NO_EFFECT' });
  });

  it('come before practices: the one that helped first, though the other is supported more', async () => {
    const risk = riskOf(await brief(), TIDE);
    expect(risk.lessons.map((one: any) => [one.code, one.helpedSatkerCount, one.strength.score])).toEqual([
      [helpful.code, 1, 1],
      [plain.code, 0, 2],
    ]);
    expect(risk.practices).toEqual([{ action: 'Kotak diikat' }]);
    expect((await brief()).firstSteps[0]).toBe(
      `Terapkan pelajaran ${helpful.code} “Kotak diikat pada tiang”, yang telah membantu 1 satker (risiko 1).`,
    );
    expect((await brief()).summary.join(' ')).toContain('tersedia pelajaran yang disahkan atau tindakan');
  });

  it('cite and count what is published only, whoever asks', async () => {
    for (const reader of [viewer, desk.makassar, desk.analyst]) {
      const [, lesson] = riskOf(await brief('73.71', reader), TIDE).lessons;
      expect(lesson.sources.map(({ code }: any) => code).toSorted()).toEqual(
        [planted['own'], planted['other']].toSorted(),
      );
      expect(lesson.strength).toEqual({ score: 2, satkerCount: 2, cycleCount: 1, contradicting: 0 });
    }
  });

  it('are not those that are candidates, retired, contradicted or of another risk', async () => {
    const candidate = await desk.candidate();
    await desk.link(candidate, await obstacleOf(planted['own']!));
    const retired = await linked('own');
    const contradicted = await linked('own', {}, 'CONTRADICTS');
    const ofInk = await linked('ink');
    expect(await lessonsOf(TIDE)).toContain(retired.code);
    await desk.taken('retireLesson', retired, { reason: 'Tidak berlaku lagi' });
    for (const reader of [viewer, desk.analyst]) {
      expect(await lessonsOf(TIDE, '73.71', reader)).toEqual([helpful.code, plain.code]);
      expect(await lessonsOf(INK, '73.71', reader)).toEqual([ofInk.code]);
    }
    expect((await desk.told(viewer, contradicted.code, 'status')).status).toBe('ENDORSED');
  });

  it('are those that are meant for the unit and the stage', async () => {
    const cities = await linked('ink', { levels: ['CITY'], stages: ['PEMILU-09'] });
    const provinces = await linked('ink', { levels: ['PROVINCE'] });
    const campaign = await linked('ink', { stages: ['PEMILU-08'] });
    const [city, province] = [await lessonsOf(INK, '73.71'), await lessonsOf(INK, '73')];
    expect([cities, provinces, campaign].map(({ code }) => city.includes(code))).toEqual([true, false, false]);
    expect([cities, provinces, campaign].map(({ code }) => province.includes(code))).toEqual([false, true, false]);
  });

  it('count for the lesson they were merged into', async () => {
    const merged = await linked('other');
    expect((await desk.apply(desk.makassar, merged)).userErrors).toEqual([]);
    const into = await desk.endorsed({ title: 'Digabung' });
    expect(await lessonsOf(TIDE)).not.toContain(into.code);
    await desk.taken('mergeLessons', merged, { into: into.code, reason: 'Sama' });
    const lessons = riskOf(await brief(), TIDE).lessons.map((one: any) => [one.code, one.helpedSatkerCount]);
    expect(lessons).toContainEqual([into.code, 1]);
    expect(lessons.map(([code]: any) => code)).not.toContain(merged.code);
  });

  it('stand in the document with code, insight, practice, strength and sources', async () => {
    const { rawPayload } = await viewer.send('GET', '/api/v1/brief.docx?stage=PEMILU-09&satker=73.71');
    const xml = String((await unzipped(rawPayload)).get('word/document.xml'));
    const text = xml.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const part of ['Pelajaran', helpful.code, 'Kotak diikat pada tiang', 'Dipahami', 'membantu 1 satker', 'POLA-'])
      expect(text).toContain(part);
    const anchor = `sumber_${helpful.code.replace('-', '_')}`;
    expect(xml).toContain(`w:anchor="${anchor}"`);
    expect(xml.split(`w:name="${anchor}"`)).toHaveLength(2);
    const places = new Set(Array.from(xml.matchAll(/w:name="([^"]+)"/g), ([, name]) => name));
    for (const [, name] of xml.matchAll(/w:anchor="([^"]+)"/g)) expect(places).toContain(name);
  });
});
