import type { Client, TestApi } from '../support/api.js';
import { note } from '../../src/audit/changed-records.js';

export interface Told {
  text: string;
  unit?: string;
  stage?: string;
  day?: string;
  cause?: string;
  status?: string;
}

const PATTERN = `code label obstacleCount satkerCount provinceCount cycleCount maxRisk firstSeen lastSeen years commonWords reason
  isDemo afterDoneCount stages { code } cycles { code } causes { code } topics { code }`;

/** Tells of obstacles and asks for their patterns. */
export class Telling {
  private count = 0;

  constructor(private readonly api: TestApi) {}

  /** An experience with one obstacle, noted as a writer would; returns its code and the obstacle's key. */
  async tell({
    text,
    unit = '73.71',
    stage = 'PEMILU-09',
    day = '2024-02-14',
    cause = 'IT_SYSTEM',
    status = 'PUBLISHED',
  }: Told): Promise<{ code: string; experience: string; obstacle: string }> {
    const code = `POLA-UJI-${(this.count += 1)}`;
    const [row] = await this.api.dataSource.query<{ experience: string; obstacle: string }[]>(
      `with e as (
       insert into experiences (code, kind, status, title, satker_id, stage_id, topic_id, occurred_on)
       select $1, 'OBSTACLE', $2::text, $1, s.id, t.id, (select id from topics where code = 'SIDALIH'), $5::date
       from satkers s, stages t where s.code = $3 and t.code = $4 returning id),
     o as (
       insert into obstacles (experience_id, text, cause_id, likelihood, impact, risk_score)
       select e.id, $6, (select id from causes where code = $7), 3, 4, 12 from e returning id)
     select e.id as experience, o.id as obstacle from e, o`,
      [code, status, unit, stage, day, text, cause],
    );
    await this.touched(row!.experience);
    return { code, ...row! };
  }

  touched(experience: string): Promise<void> {
    return note(this.api.dataSource.manager, 'Experience', [experience]);
  }

  async patternsWith(text: string, more = ''): Promise<any[]> {
    const query = `{ obstaclePatterns(filter: { text: "${text}" ${more} }) { nodes { ${PATTERN} } } }`;
    return (await this.api.anonymous.query(query)).obstaclePatterns.nodes;
  }

  async patternOf(code: string, client: Client = this.api.anonymous): Promise<any> {
    await this.api.anonymous.query('{ obstaclePatterns(first: 1) { nodes { id } } }');
    const { experience } = await client.query(
      `{ experience(code: "${code}") { obstacles { pattern { ${PATTERN} members { similarity sharedWords obstacle { text } } } } } }`,
    );
    return experience.obstacles[0].pattern;
  }
}
