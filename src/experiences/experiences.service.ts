import { Injectable } from '@nestjs/common';
import { Creations } from '../audit/creations.service.js';
import type { FieldChange } from '../audit/audit-entry.entity.js';
import { change } from '../audit/field-changes.js';
import type { Actor } from '../common/access.js';
import { DraftChecks } from './draft-checks.js';
import { ExperienceParts } from './experience-parts.js';
import { Experience } from './experience.entity.js';
import { ExperienceKind } from './experience.enums.js';
import type { CreateExperienceInput, ObstacleInput } from './experience.inputs.js';
import { findReferences, INSERT_DRAFT, type DraftRow, type ObstacleRow } from './experience.statements.js';

/** Owns experiences and their obstacles. */
@Injectable()
export class ExperiencesService {
  constructor(
    private readonly creations: Creations,
    private readonly checks: DraftChecks,
    private readonly parts: ExperienceParts,
  ) {}

  /** Writes a draft of the writer's own unit. */
  async create(actor: Actor, input: CreateExperienceInput): Promise<Pick<Experience, 'id'>> {
    await this.checks.refuseUnfit(actor, input);
    const obstacles = (input.obstacles ?? []).map(obstacleRow);
    const draft = draftRow(input, obstacles);
    const id = await this.creations.create({
      actor,
      action: 'createExperience',
      subject: { type: Experience.name, table: 'experiences' },
      input,
      before: (param) => findReferences(draft, obstacles, actor.userId!, param),
      parts: (param) => [...INSERT_DRAFT, ...this.parts.all.flatMap((part) => part.expressions(input, param))],
      changes: [...changesOf(input), ...this.parts.all.flatMap((part) => part.changes(input))],
      // The unit is the account's, which the statement looks up.
      moreChanges: `(select jsonb_build_object('field', 'satker', 'before', null, 'after', unit) from draft)`,
      explain: () => this.checks.refuseUnknown(actor, input),
    });
    return { id };
  }
}

const written = (text: string | null | undefined): string | null => text?.trim() || null;

function draftRow(input: CreateExperienceInput, obstacles: readonly ObstacleRow[]): DraftRow {
  const { stage = null, topic = null, event = null, occurredOn = null } = input;
  return {
    kind: input.kind ?? ExperienceKind.OBSTACLE,
    title: input.title.trim(),
    stage,
    topic,
    event,
    expected: written(input.expected),
    happened: written(input.happened),
    action_taken: written(input.actionTaken),
    result: written(input.result),
    occurred_on: occurredOn,
    severity: greatest(obstacles.map(({ impact }) => impact)),
    risk_score: greatest(obstacles.map(({ risk_score }) => risk_score)),
  };
}

function obstacleRow(obstacle: ObstacleInput, index: number): ObstacleRow {
  const { text, cause = null, likelihood = null, impact = null, regulated = null } = obstacle;
  const risk_score = likelihood && impact && likelihood * impact;
  return { ordinal: index + 1, text: text.trim(), cause, likelihood, impact, risk_score, regulated };
}

function greatest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

function changesOf(input: CreateExperienceInput): FieldChange[] {
  const { clientMutationId: _, obstacles, recommendations: __, satker: ___, ...fields } = input;
  const own = Object.entries(fields).map(([field, value]) => change(field, null, value));
  return [
    ...own,
    change(
      'obstacles',
      null,
      obstacles?.map(({ text }) => text),
    ),
  ].filter(({ after }) => after !== null);
}
