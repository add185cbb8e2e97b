import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FieldChange } from '../audit/audit-entry.entity.js';
import type { Param } from '../audit/creations.service.js';
import { change } from '../audit/field-changes.js';
import { ExperienceParts, type ExperiencePart } from '../experiences/experience-parts.js';
import type { CreateExperienceInput } from '../experiences/experience.inputs.js';
import { numbered } from '../experiences/experience.statements.js';

/** The recommendations that an experience proposes are written with it. */
@Injectable()
export class ProposedRecommendations implements ExperiencePart, OnModuleInit {
  constructor(private readonly parts: ExperienceParts) {}

  onModuleInit(): void {
    this.parts.all.push(this);
  }

  expressions({ recommendations, obstacles }: CreateExperienceInput, param: Param): string[] {
    const everyObstacle = (obstacles ?? []).map((_, index) => index + 1);
    const rows = (recommendations ?? []).map(({ text, remedy, obstacles: addressed }, index) => ({
      ordinal: index + 1,
      text: text.trim(),
      remedy: remedy ?? null,
      addressed: addressed ?? everyObstacle,
    }));
    const given = `jsonb_to_recordset(${param(JSON.stringify(rows), 'jsonb')})`;
    return [
      `recommendation as (
        insert into recommendations (id, number, text, remedy, ordinal, experience_id, created_by_id, updated_by_id)
        select given.id, ${numbered('REK', 'given.id')}, given.text, given.remedy, given.ordinal, experience.id,
          experience.by, experience.by
        from experience, (
          select nextval(pg_get_serial_sequence('recommendations', 'id')) as id, one.*
          from ${given} as one (ordinal smallint, text text, remedy text)
        ) given
        returning id, ordinal)`,
      `addressed as (
        insert into recommendation_obstacles (recommendation_id, obstacle_id)
        select recommendation.id, obstacle.id
        from ${given} as given (ordinal smallint, addressed int[])
        join recommendation on recommendation.ordinal = given.ordinal
        join obstacle on obstacle.ordinal = any(given.addressed))`,
    ];
  }

  changes({ recommendations }: CreateExperienceInput): FieldChange[] {
    if (!recommendations?.length) return [];
    return [
      change(
        'recommendations',
        null,
        recommendations.map(({ text }) => text),
      ),
    ];
  }
}
