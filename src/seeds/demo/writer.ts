import type { EntityManager } from 'typeorm';
import { note } from '../../audit/changed-records.js';
import { BatchRows } from '../../database/batch-rows.js';
import { PRIORITY_RANKS } from '../../recommendations/recommendation.enums.js';
import { AccountabilityRows } from './accountability-writer.js';
import { idOf, type Reference } from './reference.js';
import type { DemoExperience } from './rows.js';

type Table = 'experiences' | 'obstacles' | 'recommendations';

/** Recorded when it was reported, not when the demonstration was set up: two databases hold the same rows. */
const RECORDED = { created_at: 'timestamptz', updated_at: 'timestamptz' } as const;

const EXPERIENCE = {
  id: 'bigint',
  code: 'text',
  kind: 'text',
  status: 'text',
  title: 'text',
  stage_id: 'bigint',
  topic_id: 'bigint',
  satker_id: 'bigint',
  expected: 'text',
  happened: 'text',
  action_taken: 'text',
  result: 'text',
  occurred_on: 'date',
  reported_at: 'timestamptz',
  severity: 'smallint',
  risk_score: 'smallint',
  is_demo: 'boolean',
  ...RECORDED,
} as const;

const OBSTACLE = {
  id: 'bigint',
  experience_id: 'bigint',
  ordinal: 'smallint',
  text: 'text',
  cause_id: 'bigint',
  likelihood: 'smallint',
  impact: 'smallint',
  risk_score: 'smallint',
  regulated: 'text',
  ...RECORDED,
} as const;

const RECOMMENDATION = {
  id: 'bigint',
  experience_id: 'bigint',
  ordinal: 'smallint',
  number: 'text',
  text: 'text',
  status: 'text',
  remedy: 'text',
  instrument: 'text',
  priority: 'text',
  priority_rank: 'smallint',
  due_date: 'date',
  accepted_at: 'timestamptz',
  reported_done_at: 'timestamptz',
  verified_at: 'timestamptz',
  ...RECORDED,
} as const;

const LINK = { recommendation_id: 'bigint', obstacle_id: 'bigint' } as const;

/** Writes a batch with one statement a table; the caller's transaction keeps it whole. */
export class DemoWriter {
  constructor(private readonly reference: Reference) {}

  async write(tx: EntityManager, experiences: readonly DemoExperience[]): Promise<void> {
    const ids = await reserve(tx, 'experiences', experiences.length);
    await this.writeExperiences(tx, experiences, ids);
    const obstacleIds = await this.writeObstacles(tx, experiences, ids);
    await this.writeRecommendations(tx, experiences, ids, obstacleIds);
    await note(tx, 'Experience', ids);
  }

  private async writeExperiences(
    tx: EntityManager,
    experiences: readonly DemoExperience[],
    ids: string[],
  ): Promise<void> {
    const { stageIds, topicIds } = this.reference;
    const rows = new BatchRows('experiences', EXPERIENCE);
    for (const [at, e] of experiences.entries()) {
      const stageId = e.stage && idOf(stageIds, e.stage);
      const topicId = idOf(topicIds, e.topic);
      const key = [ids[at]!, e.code, e.kind, e.status, e.title, stageId, topicId, e.satkerId];
      const words = [e.expected, e.happened, e.actionTaken, e.result];
      const facts = [e.occurredOn, e.reportedAt, e.severity, e.riskScore, true];
      rows.add(...key, ...words, ...facts, e.reportedAt, e.reportedAt);
    }
    await rows.insert(tx);
  }

  /** Returns the ids, by experience. */
  private async writeObstacles(
    tx: EntityManager,
    experiences: readonly DemoExperience[],
    ids: string[],
  ): Promise<string[][]> {
    const own = await reserve(tx, 'obstacles', count(experiences, 'obstacles'));
    const rows = new BatchRows('obstacles', OBSTACLE);
    let next = 0;
    const byExperience = experiences.map(({ obstacles, reportedAt: at }, index) =>
      obstacles.map(({ text, cause, likelihood, impact, regulated }, place) => {
        const id = own[next++]!;
        const causeId = idOf(this.reference.causeIds, cause);
        rows.add(id, ids[index]!, place + 1, text, causeId, likelihood, impact, likelihood * impact, regulated, at, at);
        return id;
      }),
    );
    await rows.insert(tx);
    return byExperience;
  }

  private async writeRecommendations(
    tx: EntityManager,
    experiences: readonly DemoExperience[],
    ids: string[],
    obstacleIds: string[][],
  ): Promise<void> {
    const own = await reserve(tx, 'recommendations', count(experiences, 'recommendations'));
    const rows = new BatchRows('recommendations', RECOMMENDATION);
    const links = new BatchRows('recommendation_obstacles', LINK);
    const accountability = new AccountabilityRows();
    let next = 0;
    for (const [index, { recommendations, reportedAt: at }] of experiences.entries())
      for (const [place, r] of recommendations.entries()) {
        const id = own[next++]!;
        const plan = [r.status, r.remedy, r.instrument, r.priority, PRIORITY_RANKS[r.priority], r.dueDate];
        const { acceptedAt, reportedDoneAt, verifiedAt } = r.became;
        const times = [acceptedAt, reportedDoneAt, verifiedAt, at, at];
        rows.add(id, ids[index]!, place + 1, r.number, r.text, ...plan, ...times);
        accountability.add(id, r.became);
        for (const addressed of r.addresses) links.add(id, obstacleIds[index]![addressed]!);
      }
    await rows.insert(tx);
    await links.insert(tx);
    await accountability.insert(tx);
  }
}

const count = (experiences: readonly DemoExperience[], children: 'obstacles' | 'recommendations'): number =>
  experiences.reduce((sum, experience) => sum + experience[children].length, 0);

/** New ids from the table's own sequence: other writers may take some in between. */
async function reserve(tx: EntityManager, table: Table, size: number): Promise<string[]> {
  // The sequence's name is looked up once, not for each of its values.
  const [sequence] = await tx.query<{ name: string }[]>(`select pg_get_serial_sequence('${table}', 'id') as name`);
  const [reserved] = await tx.query<{ ids: string[] }[]>(
    'select array(select nextval($1::regclass) from generate_series(1, $2))::text[] as ids',
    [sequence?.name, size],
  );
  return reserved?.ids ?? [];
}
