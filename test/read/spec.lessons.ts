import type { Asking, Viewer } from './spec.visibility.js';
import type { Row, World } from './world.js';

/** A lesson and those merged into it. */
const family = (world: World, lesson: Row): Row[] => [lesson, ...world.where('Lesson', 'mergedIntoId', lesson['id'])];

export const sourcesOf = (world: World, lesson: Row): Row[] =>
  family(world, lesson).flatMap(({ id }) => world.where('LessonSource', 'lessonId', id));

export const applicationsOf = (world: World, lesson: Row): Row[] =>
  family(world, lesson).flatMap(({ id }) => world.where('LessonApplication', 'lessonId', id));

/** Those taken from what some sources are taken from, and those they were merged into. */
export const lessonsOf = (world: World, sources: readonly Row[]): Row[] => {
  const linked = sources.map(({ lessonId }) => world.get('Lesson', lessonId)!);
  const targets = linked.flatMap(({ mergedIntoId }) => world.get('Lesson', mergedIntoId) ?? []);
  return [...new Set([...linked, ...targets])];
};

export const addressing = (world: World, sources: readonly Row[]): Row[] => {
  const links = sources.flatMap(({ obstacleId }) =>
    obstacleId === null ? [] : world.where('recommendation_obstacles', 'obstacleId', obstacleId),
  );
  return [...new Set(links.map(({ recommendationId }) => recommendationId as string))].map((id) =>
    world.get('Recommendation', id)!,
  );
};

/** Unit and cycle of the experiences that one may see, by relation. */
function confirmations(
  { world, sees }: Asking,
  lesson: Row,
  relation: string,
): { unit: string; cycle: string | null }[] {
  const found = new Map<string, { unit: string; cycle: string | null }>();
  for (const source of sourcesOf(world, lesson)) {
    const experience = world.get('Experience', source['experienceId']);
    if (!experience || source['relation'] !== relation || !sees('Experience', experience)) continue;
    const cycle = (world.get('Stage', experience['stageId'])?.['cycleId'] as string | undefined) ?? null;
    const unit = experience['satkerId'] as string;
    found.set(`${unit} ${cycle}`, { unit, cycle });
  }
  return [...found.values()];
}

export const scoreOf = (asking: Asking, lesson: Row): number => confirmations(asking, lesson, 'SUPPORTS').length;

export function strengthOf(asking: Asking, lesson: Row): unknown {
  const supports = confirmations(asking, lesson, 'SUPPORTS');
  return {
    score: supports.length,
    satkerCount: new Set(supports.map(({ unit }) => unit)).size,
    cycleCount: new Set(supports.flatMap(({ cycle }) => cycle ?? [])).size,
    contradicting: confirmations(asking, lesson, 'CONTRADICTS').length,
  };
}

const STEPS: Readonly<Record<string, string[]>> = {
  CANDIDATE: ['ENDORSE', 'RETIRE'],
  ENDORSED: ['MARK_LEARNED', 'SUPERSEDE', 'RETIRE'],
  LEARNED: ['SUPERSEDE', 'RETIRE'],
  SUPERSEDED: [],
  RETIRED: [],
};

export const allowedLessonSteps = ({ role }: Viewer, { status, mergedIntoId }: Row): unknown =>
  role === 'ANALYST' && mergedIntoId === null
    ? STEPS[status as string]!.map((name) => ({ name, requiresReason: name === 'RETIRE' }))
    : [];

export function lessonViewerCan({ role }: Viewer, { status, mergedIntoId }: Row): unknown {
  const isMerged = mergedIntoId !== null;
  const isLive = role === 'ANALYST' && !isMerged && STEPS[status as string]!.length > 0;
  return {
    update: isLive,
    link: isLive,
    merge: isLive,
    unmerge: role === 'ANALYST' && isMerged,
    recordApplication: role === 'CONTRIBUTOR' && !isMerged && (status === 'ENDORSED' || status === 'LEARNED'),
  };
}

export const patternOf = (world: World, obstacleId: unknown): Row | undefined =>
  world.get('ObstaclePattern', world.where('PatternMember', 'obstacleId', obstacleId)[0]?.['patternId']);

/** Codes of the patterns that a lesson's obstacles belong to. */
export const patternsOf = (world: World, lesson: Row): string[] =>
  sourcesOf(world, lesson).flatMap(
    ({ obstacleId }) => (patternOf(world, obstacleId)?.['code'] as string | undefined) ?? [],
  );

export function reasonOf({ satkerCount, provinceCount, cycleCount, commonWords }: Row): string {
  const provinces = provinceCount > 0 ? ` di ${provinceCount} provinsi` : '';
  const cycles = cycleCount > 0 ? `, ${cycleCount} siklus` : '';
  return `${satkerCount} satker${provinces}${cycles}; kata bersama: ${(commonWords as string[]).join(', ')}`;
}

/** Obstacles like those that a recommendation addresses that happened after it was reported done. */
export function recurrencesOf(world: World, { id, reportedDoneAt }: Row): Row[] {
  if (reportedDoneAt === null) return [];
  const day = new Date(reportedDoneAt as string).toISOString().slice(0, 10);
  const patterns = world
    .where('recommendation_obstacles', 'recommendationId', id)
    .flatMap(({ obstacleId }) => patternOf(world, obstacleId)?.['id'] as string | undefined);
  return [...new Set(patterns)]
    .flatMap((pattern) => (pattern === undefined ? [] : world.where('PatternMember', 'patternId', pattern)))
    .filter(({ happenedOn }) => happenedOn > day)
    .map(({ obstacleId }) => world.get('Obstacle', obstacleId)!);
}
