import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { Reader } from '../common/read/reader.js';
import { ExperienceStatus } from '../experiences/experience.enums.js';
import { Experience } from '../experiences/experience.entity.js';
import { numbered } from '../experiences/experience.statements.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { Recommendation } from './recommendation.entity.js';
import type { CreateRecommendationInput } from './recommendation.inputs.js';
import { RecommendationListeners } from './recommendation-listeners.js';
import { Party } from './steps/workflow.js';

/** Recommendations that the centre adds to what the units proposed. */
@Injectable()
export class RecommendationsService {
  constructor(
    private readonly reader: Reader,
    private readonly changes: Changes,
    private readonly listeners: RecommendationListeners,
  ) {}

  /** Of an experience that is published, and so will not be rewritten by its unit. */
  async create(actor: Actor, input: CreateRecommendationInput): Promise<Recommendation> {
    const { experience: code, text, remedy, obstacles } = input;
    const id = await this.reader.keyOf(actor, Experience, { code });
    if (id === null) throw Rejected.because('NOT_FOUND', 'experience', { what: Experience.name, key: code });
    const action = 'createRecommendation';
    return this.changes.create({
      actor,
      action,
      entity: Recommendation,
      input,
      make: async (tx) => {
        const experience = await publishedOne(tx, id);
        const addressed = await obstaclesOf(tx, id, obstacles);
        return { ...(await nextNumber(tx, id)), text: text.trim(), remedy, experience, obstacles: addressed };
      },
      afterwards: (tx, { id: recommendationId }) =>
        this.listeners.tell(tx, { actor, party: Party.CENTRE, action, recommendationId, reason: null }),
    });
  }
}

/** Locked, so that two new recommendations do not get one place. */
async function publishedOne(tx: EntityManager, id: string): Promise<Experience> {
  const lock = { mode: 'for_no_key_update' } as const;
  const experience = await tx.findOneOrFail(Experience, { where: { id }, lock });
  if (experience.status !== ExperienceStatus.PUBLISHED) throw Rejected.because('EXPERIENCE_UNPUBLISHED', 'experience');
  return experience;
}

/** By their numbers in the experience; all of them unless numbers are given. */
async function obstaclesOf(
  tx: EntityManager,
  experienceId: string,
  numbers: readonly number[] | null | undefined,
): Promise<Obstacle[]> {
  const where = { experience: { id: experienceId } };
  const known = await tx.find(Obstacle, { where, order: { ordinal: 'ASC' } });
  const missing = (numbers ?? []).filter((number) => known.every(({ ordinal }) => ordinal !== number));
  if (missing.length > 0)
    throw new Rejected(
      missing.map((number) => ({
        code: 'NO_SUCH_OBSTACLE',
        field: 'obstacles',
        params: { number, count: known.length },
      })),
    );
  return known.filter(({ ordinal }) => numbers?.includes(ordinal) ?? true);
}

async function nextNumber(tx: EntityManager, experienceId: string): Promise<{ number: string; ordinal: number }> {
  const [next] = await tx.query<{ number: string; ordinal: number }[]>(
    `select ${numbered('REK', `nextval('recommendations_id_seq')`)} as number,
       (select coalesce(max(ordinal), 0) + 1 from recommendations where experience_id = $1) as ordinal`,
    [experienceId],
  );
  return next!;
}
