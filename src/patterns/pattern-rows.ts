import type { EntityManager } from 'typeorm';
import { numbered } from '../experiences/experience.statements.js';
import type { Founding, Membership } from './grouping.js';
import type { Leader } from './leaders.js';
import type { PublishedObstacle } from './published-obstacles.js';

/** Patterns that some stem leads to: among them are all that an obstacle with one of these telling stems can join. */
export function leadersWith(tx: EntityManager, stems: readonly string[]): Promise<Leader[]> {
  return tx.query<Leader[]>(
    `select id as "patternId", stems, cause_id as "causeId", topic_id as "topicId", is_demo as "isDemo"
     from obstacle_patterns where stems && $1 order by id`,
    [stems],
  );
}

/**
 * Keys for new patterns, one after the other. Projections are worked off by one process at a time, so nobody else takes any
 * meanwhile.
 */
export class PatternKeys {
  private constructor(private last: number) {}

  static async open(tx: EntityManager): Promise<PatternKeys> {
    const [row] = await tx.query<{ last: number }[]>(
      'select case when is_called then last_value else last_value - 1 end::int as last from obstacle_patterns_id_seq',
    );
    return new PatternKeys(row!.last);
  }

  next(): string {
    this.last += 1;
    return String(this.last);
  }

  async close(tx: EntityManager): Promise<void> {
    if (this.last > 0) await tx.query(`select setval('obstacle_patterns_id_seq', $1)`, [this.last]);
  }
}

export async function insertPatterns(tx: EntityManager, foundings: readonly Founding[]): Promise<void> {
  const rows = foundings.map(({ patternId, stems, obstacle }) => ({
    id: patternId,
    stems,
    label: obstacle.text,
    leader: obstacle.id,
    cause: obstacle.causeId,
    topic: obstacle.topicId,
    demo: obstacle.isDemo,
  }));
  await tx.query(
    `insert into obstacle_patterns (id, code, label, leader_id, stems, cause_id, topic_id, is_demo)
     select id, ${numbered('POLA', 'id')}, label, leader, array(select json_array_elements_text(stems)), cause, topic, demo
     from json_to_recordset($1::json) as given
       (id bigint, label text, leader bigint, stems json, cause bigint, topic bigint, demo boolean)`,
    [JSON.stringify(rows)],
  );
}

export async function insertMembers(tx: EntityManager, members: readonly Membership[]): Promise<void> {
  const column = <T>(value: (member: Membership) => T): T[] => members.map(value);
  await tx.query(
    `insert into obstacle_pattern_members (obstacle_id, experience_id, pattern_id, similarity, shared_words, happened_on)
     select obstacle, experience, pattern, similarity, string_to_array(shared, ' '), day
     from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::real[], $5::text[], $6::date[])
       as given (obstacle, experience, pattern, similarity, shared, day)`,
    [
      column(({ obstacle }) => obstacle.id),
      column(({ obstacle }) => obstacle.experienceId),
      column(({ patternId }) => patternId),
      column(({ similarity }) => similarity),
      column(({ shared }) => shared.join(' ')),
      column(({ obstacle }) => obstacle.happenedOn),
    ],
  );
}

/** Takes the obstacles of some experiences out of their patterns. Returns the patterns' keys. */
export async function takeOut(tx: EntityManager, experienceIds: readonly string[]): Promise<string[]> {
  const [rows] = await tx.query<[{ id: string }[], number]>(
    'delete from obstacle_pattern_members where experience_id = any($1) returning pattern_id as id',
    [experienceIds],
  );
  return [...new Set(rows.map(({ id }) => id))];
}

/** Gives patterns that their leader has left another one, its latest member, and removes those that nobody is left in. */
export async function settle(tx: EntityManager, patternIds: readonly string[]): Promise<void> {
  await tx.query(
    `delete from obstacle_patterns p where id = any($1)
       and not exists (select from obstacle_pattern_members m where m.pattern_id = p.id)`,
    [patternIds],
  );
  await tx.query(
    `update obstacle_patterns p set leader_id = o.id, label = o.text
     from obstacles o
     where p.id = any($1)
       and not exists (select from obstacle_pattern_members m where m.pattern_id = p.id and m.obstacle_id = p.leader_id)
       and o.id = (select max(m.obstacle_id) from obstacle_pattern_members m where m.pattern_id = p.id)`,
    [patternIds],
  );
}

/** A leader that stayed may have another text now. */
export async function relabel(tx: EntityManager, obstacles: readonly PublishedObstacle[]): Promise<void> {
  await tx.query(
    `update obstacle_patterns p set label = given.label
     from unnest($1::bigint[], $2::text[]) as given (leader, label)
     where p.leader_id = given.leader and p.label <> given.label`,
    [obstacles.map(({ id }) => id), obstacles.map(({ text }) => text)],
  );
}
