import type { EntityManager } from 'typeorm';
import { HAPPENED_ON } from '../experiences/happened-on.js';

/** An obstacle of a published experience, as far as patterns are concerned. */
export interface PublishedObstacle {
  readonly id: string;
  readonly experienceId: string;
  readonly text: string;
  readonly causeId: string | null;
  readonly topicId: string | null;
  readonly isDemo: boolean;
  readonly happenedOn: string;
}

const SELECT = `
  select o.id, e.id as "experienceId", o.text, o.cause_id as "causeId", e.topic_id as "topicId", e.is_demo as "isDemo",
    ${HAPPENED_ON}::text as "happenedOn"
  from obstacles o join experiences e on e.id = o.experience_id
  where e.status = 'PUBLISHED'`;

/** Those of some experiences, by their keys. */
export function obstaclesOf(tx: EntityManager, experienceIds: readonly string[]): Promise<PublishedObstacle[]> {
  return tx.query<PublishedObstacle[]>(`${SELECT} and e.id = any($1) order by o.id`, [experienceIds]);
}

/** The next ones of all, by their keys. */
export function obstaclesAfter(tx: EntityManager, id: string, most: number): Promise<PublishedObstacle[]> {
  return tx.query<PublishedObstacle[]>(`${SELECT} and o.id > $1 order by o.id limit $2`, [id, most]);
}

/** About how many there are. */
export async function countObstacles(tx: EntityManager): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from obstacles');
  return row!.count;
}
