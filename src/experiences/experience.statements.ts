import type { CreationPart } from '../audit/creations.service.js';
import { change } from '../audit/field-changes.js';
import { ExperienceKind } from './experience.enums.js';
import { DRAFT_FIELDS, type CreateExperienceInput, type ObstacleInput } from './experience.inputs.js';

const REFERENCES = {
  stage: 'text',
  topic: 'text',
  event: 'text',
  texts: 'text[]',
  causes: 'text[]',
  likelihoods: 'smallint[]',
  impacts: 'smallint[]',
  riskScores: 'smallint[]',
  regulated: 'text[]',
};

/**
 * `draft`: the writer, its unit, and what the codes of a draft refer to; `told`: its obstacles with their causes. `ready`
 * has a row when every code that was given is known. The columns of a draft are filled from parameters.
 */
export const DRAFT_REFERENCES: CreationPart<CreateExperienceInput, typeof REFERENCES> = {
  params: REFERENCES,
  expressions: (p, by) => [
    `draft as (
      select username, satker_id, is_demo,
        (select code from satkers where id = satker_id) as unit,
        (select id from stages where code = ${p.stage}) as stage_id,
        (select id from topics where code = ${p.topic}) as topic_id,
        (select id from events where slug = ${p.event}) as event_id
      from users where id = ${by})`,
    `told as (
      select given.*, (select id from causes where code = cause) as cause_id
      from unnest(${p.texts}, ${p.causes}, ${p.likelihoods}, ${p.impacts}, ${p.riskScores}, ${p.regulated})
        with ordinality as given (text, cause, likelihood, impact, risk_score, regulated, ordinal))`,
    `ready as (
      select username, jsonb_build_array(jsonb_build_object('field', 'satker', 'before', null, 'after', unit)) as changes
      from draft
      where (${p.stage} is null or stage_id is not null) and (${p.topic} is null or topic_id is not null)
        and (${p.event} is null or event_id is not null)
        and not exists (select from told where cause is not null and cause_id is null))`,
  ],
  expressionsForMany: (by) => [
    `writer as (
      select username, satker_id, is_demo, jsonb_build_array(jsonb_build_object('field', 'satker', 'before', null,
        'after', (select code from satkers where id = satker_id))) as changes
      from users where id = ${by})`,
    `peers as (select id from users where satker_id = (select satker_id from writer))`,
  ],
  values: ({ stage = null, topic = null, event = null, obstacles }) => {
    const told = obstacles ?? [];
    return {
      stage,
      topic,
      event,
      texts: told.map(({ text }) => text.trim()),
      causes: told.map(({ cause }) => cause ?? null),
      likelihoods: told.map(({ likelihood }) => likelihood ?? null),
      impacts: told.map(({ impact }) => impact ?? null),
      riskScores: told.map(riskScore),
      regulated: told.map(({ regulated }) => regulated ?? null),
    };
  },
  changes: ({ obstacles, ...input }) =>
    [
      ...DRAFT_FIELDS.map((field) => change(field, null, input[field])),
      change(
        'obstacles',
        null,
        obstacles?.map(({ text }) => text),
      ),
    ].filter(({ after }) => after !== null),
};

const DRAFT = {
  kind: 'text',
  title: 'text',
  expected: 'text',
  happened: 'text',
  actionTaken: 'text',
  result: 'text',
  occurredOn: 'date',
  severity: 'smallint',
  riskScore: 'smallint',
};

/** The rows of a new draft: `experiences` and `obstacles`. */
export const DRAFT_ROWS: CreationPart<CreateExperienceInput, typeof DRAFT> = {
  params: DRAFT,
  expressions: (p, by) => [
    `experiences as (
      insert into experiences (id, code, kind, status, title, stage_id, topic_id, event_id, satker_id, expected, happened,
        action_taken, result, occurred_on, severity, risk_score, is_demo, created_by_id, updated_by_id)
      select claimed.id, ${numbered('EXP', 'claimed.id')}, ${p.kind}, 'DRAFT', ${p.title}, stage_id, topic_id, event_id,
        satker_id, ${p.expected}, ${p.happened}, ${p.actionTaken}, ${p.result}, ${p.occurredOn}, ${p.severity},
        ${p.riskScore}, is_demo, ${by}, ${by}
      from claimed, draft
      returning *)`,
    `obstacles as (
      insert into obstacles (experience_id, ordinal, text, cause_id, likelihood, impact, risk_score, regulated,
        created_by_id, updated_by_id)
      select claimed.id, ordinal, text, cause_id, likelihood, impact, risk_score, regulated, ${by}, ${by}
      from claimed, told
      returning *)`,
  ],
  expressionsForMany: (by) => [
    `experiences as (
      insert into experiences (id, code, kind, status, title, stage_id, topic_id, event_id, satker_id, expected, happened,
        action_taken, result, occurred_on, severity, risk_score, is_demo, created_by_id, updated_by_id)
      select fresh.id, ${numbered('EXP', 'fresh.id')}, fresh.kind, 'DRAFT', fresh.title, stages.id, topics.id, events.id,
        writer.satker_id, fresh.expected, fresh.happened, fresh."actionTaken", fresh.result, fresh."occurredOn",
        fresh.severity, fresh."riskScore", writer.is_demo, ${by}, ${by}
      from writer cross join fresh
      left join stages on stages.code = fresh.stage
      left join topics on topics.code = fresh.topic
      left join events on events.slug = fresh.event
      returning id)`,
    `obstacles as (
      insert into obstacles (experience_id, ordinal, text, cause_id, likelihood, impact, risk_score, regulated,
        created_by_id, updated_by_id)
      select fresh.id, one.ordinal, one.text, causes.id, one.likelihood, one.impact, one.risk_score, one.regulated,
        ${by}, ${by}
      from fresh
      cross join unnest(fresh.texts, fresh.causes, fresh.likelihoods, fresh.impacts, fresh."riskScores", fresh.regulated)
        with ordinality as one (text, cause, likelihood, impact, risk_score, regulated, ordinal)
      left join causes on causes.code = one.cause
      returning id, experience_id, ordinal)`,
  ],
  values: (input) => {
    const told = input.obstacles ?? [];
    return {
      kind: input.kind ?? ExperienceKind.OBSTACLE,
      title: input.title.trim(),
      expected: written(input.expected),
      happened: written(input.happened),
      actionTaken: written(input.actionTaken),
      result: written(input.result),
      occurredOn: input.occurredOn ?? null,
      severity: greatest(told.map(({ impact }) => impact ?? null)),
      riskScore: greatest(told.map(riskScore)),
    };
  },
  changes: () => [],
};

export const written = (text: string | null | undefined): string | null => text?.trim() || null;

export const riskScore = ({ likelihood, impact }: ObstacleInput): number | null =>
  likelihood && impact ? likelihood * impact : null;

export function greatest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

/** A number to refer to, made of a key: six digits, more from a million on. */
export function numbered(prefix: string, key: string): string {
  return `'${prefix}-' || lpad(${key}::text, greatest(6, length(${key}::text)), '0')`;
}
