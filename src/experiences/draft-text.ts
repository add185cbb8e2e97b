import type { EntityManager } from 'typeorm';
import type { FieldChange } from '../audit/audit-entry.entity.js';
import { change } from '../audit/field-changes.js';
import type { Actor } from '../common/access.js';
import { byKeys, byOptionalKey } from '../common/write/references.js';
import { Event } from '../events/event.entity.js';
import { Stage } from '../stages/stage.entity.js';
import { Cause, Topic } from '../stages/taxonomy.entities.js';
import type { Experience } from './experience.entity.js';
import type { ObstacleInput, UpdateExperienceInput } from './experience.inputs.js';
import { greatest, riskScore, written } from './experience.statements.js';
import { Obstacle } from './obstacle.entity.js';

type Texts = Omit<UpdateExperienceInput, 'id' | 'expectedVersion' | 'reason' | 'clientMutationId'>;

/** The columns of an experience as a change of its draft leaves them; undefined where it says nothing of them. */
export async function draftColumns(tx: EntityManager, input: Texts) {
  const text = (given: string | null | undefined) => (given === undefined ? undefined : written(given));
  const { obstacles } = input;
  return {
    title: input.title?.trim() ?? input.title,
    kind: input.kind,
    occurredOn: input.occurredOn,
    expected: text(input.expected),
    happened: text(input.happened),
    actionTaken: text(input.actionTaken),
    result: text(input.result),
    stage: await byOptionalKey(tx, Stage, 'code', input.stage, 'stage'),
    topic: await byOptionalKey(tx, Topic, 'code', input.topic, 'topic'),
    event: await byOptionalKey(tx, Event, 'slug', input.event, 'event'),
    ...(obstacles !== undefined && {
      severity: greatest((obstacles ?? []).map(({ impact }) => impact ?? null)),
      riskScore: greatest((obstacles ?? []).map(riskScore)),
    }),
  };
}

/** Makes the obstacles of an experience those that are given, by their numbers, and says in words what that changed. */
export async function rewriteObstacles(
  tx: EntityManager,
  actor: Actor,
  experience: Experience,
  given: readonly ObstacleInput[],
): Promise<FieldChange[]> {
  const known = await tx.find(Obstacle, {
    where: { experience: { id: experience.id } },
    relations: { cause: true },
    order: { ordinal: 'ASC' },
  });
  const before = inWords(known);
  const causes = await byKeys(tx, Cause, 'code', [...new Set(given.flatMap(({ cause }) => cause ?? []))], 'obstacles');
  const rows = given.map((obstacle, index) =>
    tx.create(Obstacle, {
      ...(known[index] ?? { experience, ordinal: index + 1, createdById: actor.userId }),
      text: obstacle.text.trim(),
      cause: causes.find(({ code }) => code === obstacle.cause) ?? null,
      likelihood: obstacle.likelihood ?? null,
      impact: obstacle.impact ?? null,
      riskScore: riskScore(obstacle),
      regulated: obstacle.regulated ?? null,
      updatedById: actor.userId,
    }),
  );
  await tx.save(Obstacle, rows);
  if (known.length > rows.length) await tx.remove(Obstacle, known.slice(rows.length));
  return [change('obstacles', before, inWords(rows))];
}

/** "1. Cuaca buruk (GEOGRAPHY, 4 × 3, UNREGULATED)", a line for each. */
function inWords(obstacles: readonly Obstacle[]): string | null {
  const lines = obstacles.map(({ ordinal, text, cause, likelihood, impact, regulated }) => {
    const marks = [cause?.code, likelihood && impact ? `${likelihood} × ${impact}` : null, regulated].filter(Boolean);
    return `${ordinal}. ${text}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
  });
  return lines.join('\n') || null;
}
