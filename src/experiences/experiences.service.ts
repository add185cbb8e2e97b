import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Creations } from '../audit/creations.service.js';
import { change } from '../audit/field-changes.js';
import type { Actor } from '../common/access.js';
import { Rejected, type Complaint } from '../common/errors.js';
import { runPrepared } from '../database/prepared.js';
import { SatkerService } from '../satker/satker.service.js';
import { ExperienceParts } from './experience-parts.js';
import { ExperienceKind } from './experience.enums.js';
import type { CreateExperienceInput, ObstacleInput } from './experience.inputs.js';
import {
  FIND_REFERENCES,
  insertDraft,
  type ExperienceRow,
  type ObstacleRow,
  type References,
} from './experience.statements.js';
import { Experience } from './experience.entity.js';

/** Owns experiences and their obstacles. */
@Injectable()
export class ExperiencesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly creations: Creations,
    private readonly satkers: SatkerService,
    private readonly parts: ExperienceParts,
  ) {}

  /** Writes a draft of the writer's own unit. */
  async create(actor: Actor, input: CreateExperienceInput): Promise<Pick<Experience, 'id'>> {
    const references = await this.find(actor, input);
    await this.refuseUnfit(actor, input, references);
    const obstacles = (input.obstacles ?? []).map((one, index) => obstacleRow(one, index, references));
    const row = experienceRow(actor, input, references, obstacles);
    const id = await this.creations.create({
      actor,
      action: 'createExperience',
      subject: { type: Experience.name, table: 'experiences' },
      input,
      parts: (param) => [
        ...insertDraft(row, obstacles, actor.userId!, param),
        ...this.parts.all.flatMap((part) => part.expressions(input, param)),
      ],
      changes: [...changesOf(input, references), ...this.parts.all.flatMap((part) => part.changes(input))],
    });
    return { id };
  }

  private async find(actor: Actor, { stage, topic, event, obstacles }: CreateExperienceInput): Promise<References> {
    const causes = (obstacles ?? []).flatMap(({ cause }) => cause ?? []);
    const values = [stage, topic, event, causes, actor.userId];
    const [found] = await runPrepared<References>(this.dataSource, FIND_REFERENCES, values);
    return found!;
  }

  /** Everything that is wrong, at once. */
  private async refuseUnfit(actor: Actor, input: CreateExperienceInput, references: References): Promise<void> {
    const complaints: Complaint[] = [];
    const unknown = async (field: string, key: string, table: 'stages' | 'topics' | 'causes'): Promise<void> => {
      const rows = await this.dataSource.query<{ code: string }[]>(`select code from ${table} order by code`);
      const allowed = rows.map(({ code }) => code).join(', ');
      complaints.push({ code: 'UNKNOWN_CODE', field, params: { key, allowed } });
    };
    if (input.stage && !references.stage) await unknown('stage', input.stage, 'stages');
    if (input.topic && !references.topic) await unknown('topic', input.topic, 'topics');
    if (input.event && !references.event)
      complaints.push({ code: 'NOT_FOUND', field: 'event', params: { what: 'Event', key: input.event } });
    for (const [index, { cause }] of (input.obstacles ?? []).entries())
      if (cause && !references.causes[cause]) await unknown(`obstacles.${index}.cause`, cause, 'causes');
    if (input.occurredOn && input.occurredOn > today())
      complaints.push({ code: 'IN_FUTURE', field: 'occurredOn', params: { today: today() } });
    complaints.push(...missingObstacles(input));
    if (input.satker != null) complaints.push(...(await this.complainOfUnit(actor, input.satker, references)));
    if (complaints.length > 0) throw new Rejected(complaints);
  }

  private async complainOfUnit(actor: Actor, satker: string, { unit }: References): Promise<Complaint[]> {
    try {
      const { id } = await this.satkers.get(this.dataSource.manager, satker, 'satker');
      return id === actor.satkerId ? [] : [{ code: 'NOT_YOUR_SATKER', field: 'satker', params: { own: unit } }];
    } catch (error) {
      if (error instanceof Rejected) return [...error.complaints];
      throw error;
    }
  }
}

/** The day it is in the east of the country, where it is the latest. Making a format anew takes longer than all checks. */
const EASTERN_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jayapura' });
const today = (): string => EASTERN_DAY.format(new Date());

function missingObstacles({ obstacles, recommendations }: CreateExperienceInput): Complaint[] {
  const count = obstacles?.length ?? 0;
  return (recommendations ?? []).flatMap((recommendation, index) =>
    (recommendation.obstacles ?? [])
      .filter((number) => number > count)
      .map((number) => ({
        code: 'NO_SUCH_OBSTACLE' as const,
        field: `recommendations.${index}.obstacles`,
        params: { number, count },
      })),
  );
}

const written = (text: string | null | undefined): string | null => text?.trim() || null;

function experienceRow(
  actor: Actor,
  input: CreateExperienceInput,
  references: References,
  obstacles: readonly ObstacleRow[],
): ExperienceRow {
  const { stage, topic, event, isDemo } = references;
  return {
    kind: input.kind ?? ExperienceKind.OBSTACLE,
    title: input.title.trim(),
    stage_id: stage,
    topic_id: topic,
    event_id: event,
    satker_id: actor.satkerId!,
    expected: written(input.expected),
    happened: written(input.happened),
    action_taken: written(input.actionTaken),
    result: written(input.result),
    occurred_on: input.occurredOn ?? null,
    severity: greatest(obstacles.map(({ impact }) => impact)),
    risk_score: greatest(obstacles.map(({ risk_score }) => risk_score)),
    is_demo: isDemo,
  };
}

function obstacleRow(obstacle: ObstacleInput, index: number, { causes }: References): ObstacleRow {
  const { text, cause, likelihood = null, impact = null, regulated = null } = obstacle;
  return {
    ordinal: index + 1,
    text: text.trim(),
    cause_id: cause ? causes[cause]! : null,
    likelihood,
    impact,
    risk_score: likelihood && impact && likelihood * impact,
    regulated,
  };
}

function greatest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

function changesOf(input: CreateExperienceInput, { unit }: References) {
  const { clientMutationId: _, obstacles, recommendations: __, ...fields } = input;
  const own = Object.entries({ ...fields, satker: unit }).map(([field, value]) => change(field, null, value));
  return [
    ...own,
    change(
      'obstacles',
      null,
      obstacles?.map(({ text }) => text),
    ),
  ].filter(({ after }) => after !== null);
}
