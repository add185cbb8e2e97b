import type { EntityManager } from 'typeorm';
import type { OnProgress, Projection } from '../audit/projection.js';
import { Experience } from '../experiences/experience.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { Grouping, type Membership } from './grouping.js';
import { Leaders } from './leaders.js';
import { patternsAddressedBy, recount } from './pattern-counts.js';
import { insertMembers, insertPatterns, leadersWith, PatternKeys, relabel, settle, takeOut } from './pattern-rows.js';
import { countObstacles, obstaclesAfter, obstaclesOf, type PublishedObstacle } from './published-obstacles.js';
import { describedBy, RULES_VERSION, tellingStems } from './similarity.js';

const AT_ONCE = 5000;

/** Which obstacles are the same one. Only published experiences take part: a pattern tells nobody what is hidden. */
export const PATTERNS: Projection = {
  name: 'patterns',
  version: RULES_VERSION,

  async update(tx, changed) {
    const touched = new Set<string>();
    const experiences = changed.get(Experience.name) ?? [];
    if (experiences.length > 0) for (const id of await move(tx, experiences)) touched.add(id);
    const recommendations = changed.get(Recommendation.name) ?? [];
    if (recommendations.length > 0) for (const id of await patternsAddressedBy(tx, recommendations)) touched.add(id);
    await recount(tx, [...touched]);
  },

  async rebuild(tx, onProgress) {
    const keys = await keysByLeader(tx);
    await tx.query('delete from obstacle_pattern_members');
    await tx.query('delete from obstacle_patterns');
    await placeAll(tx, keys, onProgress);
    // Otherwise the counting is planned as if there were hardly any.
    await tx.query('analyze obstacle_pattern_members, obstacle_patterns');
    await recount(tx, null);
  },
};

/** Takes the obstacles of some experiences out of their patterns and puts those that are published where they belong. */
async function move(tx: EntityManager, experienceIds: readonly string[]): Promise<readonly string[]> {
  const left = await takeOut(tx, experienceIds);
  const obstacles = await obstaclesOf(tx, experienceIds);
  if (left.length + obstacles.length === 0) return []; // drafts, which are most of what is written
  const stems = new Set(obstacles.flatMap(({ text }) => tellingStems(describedBy(text))));
  const leaders = new Leaders();
  if (stems.size > 0) for (const leader of await leadersWith(tx, [...stems])) leaders.add(leader);
  const keys = await PatternKeys.open(tx);
  const joined = await place(tx, new Grouping(leaders, () => keys.next()), obstacles);
  await keys.close(tx);
  await settle(tx, left);
  await relabel(tx, obstacles);
  return [...left, ...joined];
}

/** Writes down where obstacles belong. Returns the keys of their patterns. */
async function place(
  tx: EntityManager,
  grouping: Grouping,
  obstacles: readonly PublishedObstacle[],
): Promise<readonly string[]> {
  const before = grouping.foundings.length;
  const members = obstacles
    .map((obstacle) => grouping.place(obstacle))
    .filter((one): one is Membership => one !== null);
  await insertPatterns(tx, grouping.foundings.slice(before));
  await insertMembers(tx, members);
  return members.map(({ patternId }) => patternId);
}

async function placeAll(tx: EntityManager, known: ReadonlyMap<string, string>, onProgress: OnProgress): Promise<void> {
  const total = await countObstacles(tx);
  const keys = await PatternKeys.open(tx);
  const grouping = new Grouping(new Leaders(), ({ id }) => known.get(id) ?? keys.next());
  let after = '0';
  for (let done = 0; ; done += AT_ONCE) {
    const obstacles = await obstaclesAfter(tx, after, AT_ONCE);
    if (obstacles.length === 0) break;
    after = obstacles.at(-1)!.id;
    await place(tx, grouping, obstacles);
    onProgress(Math.min(done + AT_ONCE, total), total);
  }
  await keys.close(tx);
}

/** A pattern keeps its key, and so its code, as long as the obstacle leads it. */
async function keysByLeader(tx: EntityManager): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ leader: string; id: string }[]>(
    'select leader_id as leader, id from obstacle_patterns',
  );
  return new Map(rows.map(({ leader, id }) => [leader, id]));
}
