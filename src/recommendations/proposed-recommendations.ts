import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CreationPart } from '../audit/creations.service.js';
import { change } from '../audit/field-changes.js';
import { ExperienceParts } from '../experiences/experience-parts.js';
import type { CreateExperienceInput } from '../experiences/experience.inputs.js';
import { numbered } from '../experiences/experience.statements.js';

const PROPOSALS = { proposed: 'text[]', remedies: 'text[]', proposals: 'int[]', addressed: 'int[]' };

/** The rows of what an experience recommends: `recommendations`, and `recommendation_obstacles` for what they address. */
const PROPOSED: CreationPart<CreateExperienceInput, typeof PROPOSALS> = {
  params: PROPOSALS,
  expressions: (p, by) => [
    `recommendations as (
      insert into recommendations (id, number, text, remedy, ordinal, experience_id, created_by_id, updated_by_id)
      select given.id, ${numbered('REK', 'given.id')}, text, remedy, ordinal, claimed.id, ${by}, ${by}
      from claimed, (
        select nextval('recommendations_id_seq') as id, one.*
        from unnest(${p.proposed}, ${p.remedies}) with ordinality as one (text, remedy, ordinal)
      ) given
      returning *)`,
    `recommendation_obstacles as (
      insert into recommendation_obstacles (recommendation_id, obstacle_id)
      select recommendations.id, obstacles.id
      from unnest(${p.proposals}, ${p.addressed}) as addressed (proposal, obstacle)
      join recommendations on recommendations.ordinal = addressed.proposal
      join obstacles on obstacles.ordinal = addressed.obstacle
      returning *)`,
  ],
  expressionsForMany: (by) => [
    `recommendations as (
      insert into recommendations (id, number, text, remedy, ordinal, experience_id, created_by_id, updated_by_id)
      select given.id, ${numbered('REK', 'given.id')}, text, remedy, ordinal, experience_id, ${by}, ${by}
      from (
        select nextval('recommendations_id_seq') as id, fresh.id as experience_id, one.*
        from fresh cross join unnest(fresh.proposed, fresh.remedies) with ordinality as one (text, remedy, ordinal)
      ) given
      returning id, experience_id, ordinal)`,
    `recommendation_obstacles as (
      insert into recommendation_obstacles (recommendation_id, obstacle_id)
      select recommendations.id, obstacles.id
      from fresh
      cross join unnest(fresh.proposals, fresh.addressed) as link (proposal, obstacle)
      join recommendations on recommendations.experience_id = fresh.id and recommendations.ordinal = link.proposal
      join obstacles on obstacles.experience_id = fresh.id and obstacles.ordinal = link.obstacle)`,
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
export class ProposedRecommendations implements OnModuleInit {
  constructor(private readonly parts: ExperienceParts) {}

  onModuleInit(): void {
    this.parts.add(PROPOSED, ['recommendations', 'recommendation_obstacles']);
  }
}
