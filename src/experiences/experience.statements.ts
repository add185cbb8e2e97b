import type { Param } from '../audit/creations.service.js';
import type { PreparedStatement } from '../database/prepared.js';

/** What an experience refers to, by key: ids for the codes that were given, and what the writer's account says. */
export type References = {
  stage: string | null;
  topic: string | null;
  event: string | null;
  /** Code → id. */
  causes: Record<string, string>;
  /** Code of the writer's unit. */
  unit: string;
  /** A writer of the demo writes demonstration data. */
  isDemo: boolean;
};

/** Parameters: stage, topic, event, causes, user. Looks everything up at once. */
export const FIND_REFERENCES: PreparedStatement = {
  name: 'experience_references',
  text: `
  select
    (select id from stages where code = $1) as stage,
    (select id from topics where code = $2) as topic,
    (select id from events where slug = $3) as event,
    (select coalesce(jsonb_object_agg(code, id::text), '{}') from causes where code = any($4)) as causes,
    satkers.code as unit,
    users.is_demo as "isDemo"
  from users join satkers on satkers.id = users.satker_id
  where users.id = $5`,
};

export interface ExperienceRow {
  kind: string;
  title: string;
  stage_id: string | null;
  topic_id: string | null;
  event_id: string | null;
  satker_id: string;
  expected: string | null;
  happened: string | null;
  action_taken: string | null;
  result: string | null;
  occurred_on: string | null;
  severity: number | null;
  risk_score: number | null;
  is_demo: boolean;
}

export interface ObstacleRow {
  ordinal: number;
  text: string;
  cause_id: string | null;
  likelihood: number | null;
  impact: number | null;
  risk_score: number | null;
  regulated: string | null;
}

/** `experience (id, by)` and `obstacle (id, ordinal)`: the rows of a new draft, for the id that `claimed` holds. */
export function insertDraft(row: ExperienceRow, obstacles: ObstacleRow[], userId: string, param: Param): string[] {
  return [
    `experience as (
      insert into experiences (id, code, kind, status, title, stage_id, topic_id, event_id, satker_id, expected, happened,
        action_taken, result, occurred_on, severity, risk_score, is_demo, created_by_id, updated_by_id)
      select claimed.id, ${numbered('EXP', 'claimed.id')}, given.kind, 'DRAFT', given.title, given.stage_id, given.topic_id,
        given.event_id, given.satker_id, given.expected, given.happened, given.action_taken, given.result,
        given.occurred_on, given.severity, given.risk_score, given.is_demo, written.by, written.by
      from claimed, (select ${param(userId, 'bigint')} as by) written, jsonb_to_record(${param(JSON.stringify(row), 'jsonb')})
        as given (kind text, title text, stage_id bigint, topic_id bigint, event_id bigint, satker_id bigint, expected text,
          happened text, action_taken text, result text, occurred_on date, severity smallint, risk_score smallint,
          is_demo boolean)
      returning id, created_by_id as by)`,
    `obstacle as (
      insert into obstacles (experience_id, ordinal, text, cause_id, likelihood, impact, risk_score, regulated,
        created_by_id, updated_by_id)
      select experience.id, given.ordinal, given.text, given.cause_id, given.likelihood, given.impact, given.risk_score,
        given.regulated, experience.by, experience.by
      from experience, jsonb_to_recordset(${param(JSON.stringify(obstacles), 'jsonb')})
        as given (ordinal smallint, text text, cause_id bigint, likelihood smallint, impact smallint, risk_score smallint,
          regulated text)
      returning id, ordinal)`,
  ];
}

/** A number to refer to, made of a key: six digits, more from a million on. */
export const numbered = (prefix: string, key: string): string =>
  `'${prefix}-' || lpad(${key}::text, greatest(6, length(${key}::text)), '0')`;
