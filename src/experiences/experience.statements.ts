import type { Param } from '../audit/creations.service.js';
import type { PreparedStatement } from '../database/prepared.js';

/** A draft as its writer gives it: other records by their codes. */
export interface DraftRow {
  kind: string;
  title: string;
  stage: string | null;
  topic: string | null;
  event: string | null;
  expected: string | null;
  happened: string | null;
  action_taken: string | null;
  result: string | null;
  occurred_on: string | null;
  severity: number | null;
  risk_score: number | null;
}

export interface ObstacleRow {
  ordinal: number;
  text: string;
  cause: string | null;
  likelihood: number | null;
  impact: number | null;
  risk_score: number | null;
  regulated: string | null;
}

/** `draft` and `told`, the rows with the ids of what they refer to; `ready` has a row when all of that was found. */
export function findReferences(draft: DraftRow, obstacles: ObstacleRow[], userId: string, param: Param): string[] {
  return [
    `draft as (
      select given.*, stages.id as stage_id, topics.id as topic_id, events.id as event_id, writer.id as by,
        writer.satker_id, writer.is_demo, unit.code as unit
      from jsonb_to_record(${param(JSON.stringify(draft), 'jsonb')})
        as given (kind text, title text, stage text, topic text, event text, expected text, happened text,
          action_taken text, result text, occurred_on date, severity smallint, risk_score smallint)
      join users writer on writer.id = ${param(userId, 'bigint')}
      join satkers unit on unit.id = writer.satker_id
      left join stages on stages.code = given.stage
      left join topics on topics.code = given.topic
      left join events on events.slug = given.event)`,
    `told as (
      select given.*, causes.id as cause_id
      from jsonb_to_recordset(${param(JSON.stringify(obstacles), 'jsonb')})
        as given (ordinal smallint, text text, cause text, likelihood smallint, impact smallint, risk_score smallint,
          regulated text)
      left join causes on causes.code = given.cause)`,
    `ready as (
      select from draft
      where (stage is null) = (stage_id is null) and (topic is null) = (topic_id is null)
        and (event is null) = (event_id is null)
        and not exists (select from told where cause is not null and cause_id is null))`,
  ];
}

/** `experience (id, by)` and `obstacle (id, ordinal)`: the rows of a new draft, for the id that `claimed` holds. */
export const INSERT_DRAFT = [
  `experience as (
    insert into experiences (id, code, kind, status, title, stage_id, topic_id, event_id, satker_id, expected, happened,
      action_taken, result, occurred_on, severity, risk_score, is_demo, created_by_id, updated_by_id)
    select claimed.id, ${numbered('EXP', 'claimed.id')}, kind, 'DRAFT', title, stage_id, topic_id, event_id, satker_id,
      expected, happened, action_taken, result, occurred_on, severity, risk_score, is_demo, draft.by, draft.by
    from claimed, draft
    returning id, created_by_id as by)`,
  `obstacle as (
    insert into obstacles (experience_id, ordinal, text, cause_id, likelihood, impact, risk_score, regulated,
      created_by_id, updated_by_id)
    select experience.id, ordinal, text, cause_id, likelihood, impact, risk_score, regulated, experience.by, experience.by
    from experience, told
    returning id, ordinal)`,
];

/** A number to refer to, made of a key: six digits, more from a million on. */
export function numbered(prefix: string, key: string): string {
  return `'${prefix}-' || lpad(${key}::text, greatest(6, length(${key}::text)), '0')`;
}

/** Which of the codes that a draft gives are known; parameters: stage, topic, event, causes, user. */
export const KNOWN_REFERENCES: PreparedStatement = {
  name: 'experience_references',
  text: `
    select
      exists (select from stages where code = $1) as stage,
      exists (select from topics where code = $2) as topic,
      exists (select from events where slug = $3) as event,
      array(select code from causes where code = any($4)) as causes,
      (select satkers.code from users join satkers on satkers.id = users.satker_id where users.id = $5) as unit`,
};

export type KnownReferences = { stage: boolean; topic: boolean; event: boolean; causes: string[]; unit: string };
