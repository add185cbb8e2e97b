import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FieldChange } from '../audit/audit-entry.entity.js';
import type { CreationPart } from '../audit/creation-statement.js';
import { change } from '../audit/field-changes.js';
import type { Actor } from '../common/access.js';
import type { Experience } from '../experiences/experience.entity.js';
import { ExperienceParts, type ExperiencePart } from '../experiences/experience-parts.js';
import type { CreateExperienceInput, UpdateExperienceInput } from '../experiences/experience.inputs.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { numbered } from '../experiences/experience.statements.js';
import { Recommendation } from './recommendation.entity.js';

const PROPOSALS = { proposed: 'text[]', remedies: 'text[]', proposals: 'int[]', addressed: 'int[]' };

/** The rows of what an experience recommends: `recommendations`, and `recommendation_obstacles` for what they address. */
const PROPOSED: CreationPart<CreateExperienceInput, typeof PROPOSALS> = {
  columns: PROPOSALS,
  expressions: [
    `recommendations as (
      insert into recommendations (id, number, text, remedy, ordinal, experience_id, created_by_id, updated_by_id)
      select given.id, ${numbered('REK', 'given.id')}, text, remedy, ordinal, experience_id, "actorId", "actorId"
      from (
        select nextval('recommendations_id_seq') as id, fresh.id as experience_id, "actorId", one.*
        from fresh cross join unnest(fresh.proposed, fresh.remedies) with ordinality as one (text, remedy, ordinal)
      ) given
      returning *)`,
    `recommendation_obstacles as (
      insert into recommendation_obstacles (recommendation_id, obstacle_id)
      select recommendations.id, obstacles.id
      from fresh
      cross join unnest(fresh.proposals, fresh.addressed) as link (proposal, obstacle)
      join recommendations on recommendations.experience_id = fresh.id and recommendations.ordinal = link.proposal
      join obstacles on obstacles.experience_id = fresh.id and obstacles.ordinal = link.obstacle
      returning *)`,
  ],
  values: ({ recommendations, obstacles }) => {
    const proposed = recommendations ?? [];
    const everyObstacle = (obstacles ?? []).map((_, index) => index + 1);
    const addressed = proposed.flatMap((one, index) =>
      [...new Set(one.obstacles ?? everyObstacle)].map((obstacle) => ({ proposal: index + 1, obstacle })),
    );
    return {
      proposed: proposed.map(({ text }) => text.trim()),
      remedies: proposed.map(({ remedy }) => remedy ?? null),
      proposals: addressed.map(({ proposal }) => proposal),
      addressed: addressed.map(({ obstacle }) => obstacle),
    };
  },
  changes: ({ recommendations }) =>
    recommendations?.length
      ? [
          change(
            'recommendations',
            null,
            recommendations.map(({ text }) => text),
          ),
        ]
      : [],
};

/** The recommendations that an experience proposes are written with it. */
@Injectable()
export class ProposedRecommendations implements ExperiencePart, OnModuleInit {
  readonly creation = PROPOSED;
  readonly tables = ['recommendations', 'recommendation_obstacles'];

  constructor(private readonly parts: ExperienceParts) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  /** By their numbers: a proposal keeps its row, and what refers to it, as long as there is one in its place. */
  async rewrite(
    tx: EntityManager,
    actor: Actor,
    experience: Experience,
    { recommendations }: UpdateExperienceInput,
  ): Promise<FieldChange[]> {
    if (recommendations === undefined) return [];
    const given = recommendations ?? [];
    const where = { experience: { id: experience.id } };
    const known = await tx.find(Recommendation, { where, order: { ordinal: 'ASC' } });
    const before = inWords(known);
    const obstacles = await tx.find(Obstacle, { where, order: { ordinal: 'ASC' } });
    const rows: Recommendation[] = [];
    for (const [index, { text, remedy = null, obstacles: addressed }] of given.entries()) {
      const row = known[index] ?? (await this.fresh(tx, actor, experience, index + 1));
      const numbers = addressed ?? obstacles.map(({ ordinal }) => ordinal);
      Object.assign(row, {
        text: text.trim(),
        remedy,
        obstacles: obstacles.filter(({ ordinal }) => numbers.includes(ordinal)),
        updatedById: actor.userId,
      });
      rows.push(row);
    }
    await tx.save(Recommendation, rows);
    if (known.length > rows.length) await tx.remove(Recommendation, known.slice(rows.length));
    return [change('recommendations', before, inWords(rows))];
  }

  private async fresh(
    tx: EntityManager,
    actor: Actor,
    experience: Experience,
    ordinal: number,
  ): Promise<Recommendation> {
    const [next] = await tx.query<{ id: string; number: string }[]>(
      `select id::text, ${numbered('REK', 'id')} as number from nextval('recommendations_id_seq') as id`,
    );
    return tx.create(Recommendation, { ...next!, ordinal, experience, createdById: actor.userId });
  }
}

/** "1. Kirim lebih awal (LOGISTICS)", a line for each. */
const inWords = (rows: readonly Recommendation[]): string | null =>
  rows.map(({ ordinal, text, remedy }) => `${ordinal}. ${text}${remedy ? ` (${remedy})` : ''}`).join('\n') || null;
