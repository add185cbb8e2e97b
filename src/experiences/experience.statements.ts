import type { CreationPart } from '../audit/creation-statement.js';
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
 * `ready`: drafts with their writer, its unit, and what their codes refer to, where every code that was given is known.
 * Keys are looked up one by one: a handful of them costs less than a join with the whole of a table.
 */
export const DRAFT_REFERENCES: CreationPart<CreateExperienceInput, typeof REFERENCES> = {
  columns: REFERENCES,
  expressions: [
    `referring as (
      select given.*, username, satker_id, is_demo,
        (select code from satkers where id = satker_id) as unit,
        (select id from stages where code = stage) as stage_id,
        (select id from topics where code = topic) as topic_id,
        (select id from events where slug = event) as event_id
      from given
      cross join lateral (select username, satker_id, is_demo from users where id = "actorId" limit 1) writer)`,
    `ready as materialized (
      select referring.*,
        jsonb_build_array(jsonb_build_object('field', 'satker', 'before', null, 'after', unit)) as noted
      from referring
      where (stage is null or stage_id is not null) and (topic is null or topic_id is not null)
        and (event is null or event_id is not null)
        and not exists (select from unnest(referring.causes) as cause
          where cause is not null and not exists (select from causes where code = cause)))`,
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

/** The rows of new drafts: `experiences` and `obstacles`. */
export const DRAFT_ROWS: CreationPart<CreateExperienceInput, typeof DRAFT> = {
  columns: DRAFT,
  expressions: [
    `experiences as (
      insert into experiences (id, code, kind, status, title, stage_id, topic_id, event_id, satker_id, expected, happened,
        action_taken, result, occurred_on, severity, risk_score, is_demo, created_by_id, updated_by_id)
      select id, ${numbered('EXP', 'id')}, kind, 'DRAFT', title, stage_id, topic_id, event_id, satker_id, expected, happened,
        "actionTaken", result, "occurredOn", severity, "riskScore", is_demo, "actorId", "actorId"
      from fresh
      returning *)`,
    `obstacles as (
      insert into obstacles (experience_id, ordinal, text, cause_id, likelihood, impact, risk_score, regulated,
        created_by_id, updated_by_id)
      select fresh.id, one.ordinal, one.text, (select id from causes where code = one.cause), one.likelihood, one.impact,
        one.risk_score, one.regulated, "actorId", "actorId"
      from fresh
      cross join unnest(fresh.texts, fresh.causes, fresh.likelihoods, fresh.impacts, fresh."riskScores", fresh.regulated)
        with ordinality as one (text, cause, likelihood, impact, risk_score, regulated, ordinal)
      returning *)`,
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
