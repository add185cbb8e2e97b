import { expect } from '@jest/globals';
import { note } from '../../src/audit/changed-records.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { mutate } from '../support/mutation.js';

export const READERS = ['viewer', 'kontributor.7371', 'reviewer.73', 'admin'];
export const STAFF = ['analis', 'auditor'];
export const LESSON = 'lesson { id code version status title endorsedAt supersededBy { code } mergedInto { code } }';

const INPUTS: Readonly<Record<string, string>> = {
  supersedeLesson: 'SupersedeLessonInput',
  mergeLessons: 'MergeLessonsInput',
  updateLesson: 'UpdateLessonInput',
  unlinkLessonSource: 'UnlinkLessonSourceInput',
};

let count = 0;
export const once = (): string => `les-${(count += 1)}`;

export const errorsOf = async (payload: Promise<any>): Promise<string[]> =>
  (await payload).userErrors.map(({ code, field }: any) => `${code} ${field}`);

const globalId = (type: string, key: string): string => Buffer.from(`${type}:${key}`).toString('base64');

/** What analysts and units do with lessons, over the API. */
export class Desk {
  private constructor(
    readonly api: TestApi,
    readonly seen: Readonly<Record<string, Client>>,
    readonly analyst: Client,
    readonly makassar: Client,
  ) {}

  static async open(): Promise<Desk> {
    const api = await startApi();
    const seen: Record<string, Client> = { anonymous: api.anonymous };
    for (const name of [...READERS, ...STAFF]) seen[name] = await api.as(name);
    return new Desk(api, seen, seen['analis']!, seen['kontributor.7371']!);
  }

  async candidate(more: object = {}): Promise<any> {
    const input = {
      clientMutationId: once(),
      title: 'Uji pelajaran',
      insight: 'Dipahami',
      practice: 'Lakukan',
      ...more,
    };
    const { lesson, userErrors } = await mutate(this.analyst, 'createLesson', input, LESSON);
    expect(userErrors).toEqual([]);
    return lesson;
  }

  /** The payload of a step. */
  async step(name: string, lesson: any, more: object = {}, client = this.analyst): Promise<any> {
    const input = { id: lesson.id, expectedVersion: lesson.version, ...more };
    const type = INPUTS[name] ?? 'LessonStepInput';
    const text = `mutation ($input: ${type}!) { ${name}(input: $input) { ${LESSON} userErrors { code field message } } }`;
    return (await client.query(text, { input }))[name];
  }

  /** The lesson after a step of the analyst that is not refused. */
  async taken(name: string, lesson: any, more: object = {}): Promise<any> {
    const { lesson: after, userErrors } = await this.step(name, lesson, more);
    expect([name, userErrors]).toEqual([name, []]);
    return after;
  }

  async endorsed(more: object = {}): Promise<any> {
    return this.taken('endorseLesson', await this.candidate(more));
  }

  /** Global ids of a new experience and of its obstacle, which a recommendation addresses. */
  async planted(unit: string, status = 'PUBLISHED', stage = 'PEMILU-09', text = 'Kendala uji'): Promise<any> {
    const code = `LES-UJI-${(count += 1)}`;
    const [row] = await this.api.dataSource.query(
      `with e as (
         insert into experiences (code, kind, status, title, satker_id, stage_id)
         select $1, 'OBSTACLE', $2::text, $1, s.id, t.id from satkers s, stages t where s.code = $3 and t.code = $4 returning id),
       o as (insert into obstacles (experience_id, text) select id, $5 from e returning id),
       r as (insert into recommendations (number, text, experience_id) select $1, $1, id from e returning id),
       l as (insert into recommendation_obstacles (recommendation_id, obstacle_id) select r.id, o.id from r, o)
       select e.id as experience, o.id as obstacle from e, o`,
      [code, status, unit, stage, text],
    );
    await note(this.api.dataSource.manager, 'Experience', [row.experience]);
    return {
      code,
      experience: globalId('Experience', row.experience),
      obstacle: globalId('Obstacle', row.obstacle),
    };
  }

  link(lesson: any, subject: string, relation = 'SUPPORTS'): Promise<any> {
    const input = { clientMutationId: once(), lesson: lesson.code, relation, subject };
    return mutate(this.analyst, 'linkLessonSource', input, 'source { id relation }');
  }

  /** A unit says that the lesson helped, unless told otherwise. */
  apply(client: Client, lesson: any, more: object = {}): Promise<any> {
    const said = { cycle: 'PEMILU-2024', outcome: 'HELPED', evidence: 'Terbukti', appliedOn: '2024-02-01', ...more };
    const input = { clientMutationId: once(), lesson: lesson.code, ...said };
    const selection = 'application { id version outcome satker { code } }';
    return mutate(client, 'recordLessonApplication', input, selection);
  }

  async told(client: Client, code: string, selection: string): Promise<any> {
    return (await client.query(`{ lesson(code: "${code}") { ${selection} } }`)).lesson;
  }
}
