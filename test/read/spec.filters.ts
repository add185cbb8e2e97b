import { patternOf, patternsOf, scoreOf } from './spec.lessons.js';
import { isTime, microseconds, type Row } from './world.js';
import type { Asking } from './spec.visibility.js';

/**
 * What filters mean, written without a look at the engine: a filter field is a rule that says whether a row fulfils
 * its operand. Null operands of fields never get here: a field that is null asks for nothing.
 */
export type FilterRule = (asking: Asking, row: Row, operand: any) => boolean;

/** A path of to-one relations and lists of one type, such as `stage.cycle.code`. */
type Path = string;

type Hop = (asking: Asking, row: Row) => readonly Row[];

const toOne =
  (type: string, key: string): Hop =>
  ({ world, sees }, row) => {
    const target = world.get(type, row[key]);
    return target && sees(type, target) ? [target] : [];
  };

/** The relations that filters pass through; the rows a viewer may not see are not there. */
const HOPS: Readonly<Record<string, Hop>> = {
  stage: toOne('Stage', 'stageId'),
  cycle: toOne('ElectionCycle', 'cycleId'),
  topic: toOne('Topic', 'topicId'),
  event: toOne('Event', 'eventId'),
  satker: toOne('Satker', 'satkerId'),
  organiser: toOne('Satker', 'organiserId'),
  parent: toOne('Satker', 'parentId'),
  cause: toOne('Cause', 'causeId'),
  source: toOne('SourceDocument', 'sourceId'),
  category: toOne('AwardCategory', 'categoryId'),
  experience: toOne('Experience', 'experienceId'),
  recommendation: toOne('Recommendation', 'recommendationId'),
  // Of an experience its own, of a recommendation those that it addresses.
  obstacles: ({ world, sees }, row) =>
    ('number' in row
      ? world
          .where('recommendation_obstacles', 'recommendationId', row['id'])
          .map(({ obstacleId }) => world.get('Obstacle', obstacleId)!)
      : world.where('Obstacle', 'experienceId', row['id'])
    ).filter((obstacle) => sees('Obstacle', obstacle)),
  stages: ({ world }, row) =>
    world.where('lesson_stages', 'lessonId', row['id']).map(({ stageId }) => world.get('Stage', stageId)!),
  addressees: ({ world }, row) => world.where('RecommendationAddressee', 'recommendationId', row['id']),
};

const follow = (asking: Asking, row: Row, steps: readonly string[]): readonly Row[] =>
  steps.reduce<readonly Row[]>((rows, step) => rows.flatMap((at) => HOPS[step]!(asking, at)), [row]);

/** All values at the end of a path, the missing ones left out. */
function reach(asking: Asking, row: Row, path: Path): unknown[] {
  const steps = path.split('.');
  const column = steps.pop()!;
  const ends = follow(asking, row, steps);
  return ends.map((end) => end[column] as unknown).filter((value) => value != null);
}

/** Times are compared as instants, everything else as it is. */
const comparable = (value: unknown): unknown => (isTime(value) ? microseconds(value) : value);

const OPERATORS: Readonly<Record<string, (value: any, operand: any) => boolean>> = {
  eq: (value, operand) => value === operand,
  in: (value, operands) => (operands as unknown[]).map(comparable).includes(value),
  gt: (value, operand) => value > operand,
  gte: (value, operand) => value >= operand,
  lt: (value, operand) => value < operand,
  lte: (value, operand) => value <= operand,
};

/** What the comparators mean. `ne` is "not eq", so missing values fulfil it; null asks for missing values. */
export function fulfils(values: readonly unknown[], operator: string, operand: unknown): boolean {
  const isMissing = values.length === 0;
  if (operator === 'ne') return !fulfils(values, 'eq', operand);
  if (operator === 'isNull') return operand === null || isMissing === operand;
  if (operand === null) return operator === 'eq' && isMissing;
  return values.some((value) => OPERATORS[operator]!(comparable(value), comparable(operand)));
}

const at =
  (path: Path): FilterRule =>
  (asking, row, comparator) =>
    Object.entries(comparator as object).every(([operator, operand]) =>
      asking.rules.fulfils(reach(asking, row, path), operator, operand),
    );

/** Values that are no column of the row or of what it refers to; none is missing. */
const values =
  (of: (asking: Asking, row: Row) => readonly unknown[]): FilterRule =>
  (asking, row, comparator) =>
    Object.entries(comparator as object).every(([operator, operand]) =>
      asking.rules.fulfils(of(asking, row), operator, operand),
    );

const among = (column: string): FilterRule => values((_, row) => row[column] as unknown[]);

const isOne =
  (of: (asking: Asking, row: Row) => boolean): FilterRule =>
  (asking, row, operand) =>
    of(asking, row) === operand;

const membership = ({ world }: Asking, { id }: Row): Row | undefined =>
  world.where('PatternMember', 'obstacleId', id)[0];

const flag =
  (path: Path): FilterRule =>
  (asking, row, operand) =>
    reach(asking, row, path).includes(operand);

const contains =
  (...columns: string[]): FilterRule =>
  (_, row, text) =>
    columns.some((column) => row[column] != null && includesText(row[column] as string, text as string));

/** A list of texts: equality means that one of them is equal, and an empty list is a missing value. */
const elements =
  (column: string): FilterRule =>
  (asking, row, comparator) =>
    Object.entries(comparator as object).every(([operator, operand]) =>
      asking.rules.fulfils(row[column] as string[], operator, operand),
    );

/** Case is ignored; nothing in the text has a special meaning. */
const includesText = (whole: string, part: string): boolean => whole.toLowerCase().includes(part.toLowerCase());

/** By code, or anywhere under a code. An operand that is null finds nothing. */
const satker =
  (path: Path): FilterRule =>
  (asking, row, { eq, in: codes, under }) => {
    const found = follow(asking, row, path.split('.'));
    const some = (test: (unit: Row) => boolean): boolean => found.some(test);
    return (
      (eq === undefined || some((unit) => unit['code'] === eq)) &&
      (codes === undefined || some((unit) => ((codes ?? []) as string[]).includes(unit['code'] as string))) &&
      (under === undefined || some((unit) => under !== null && isUnder(asking, unit, under as string)))
    );
  };

/** Up the chain of parents, whatever `lineage` says. */
function isUnder({ world }: Asking, unit: Row, code: string): boolean {
  for (let above: Row | undefined = unit; above; above = world.get('Satker', above['parentId']))
    if (above['code'] === code) return true;
  return false;
}

const asName = (text: string): string =>
  text
    .replaceAll('.', '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');

const named: FilterRule = (_, row, name) => (row['names'] as string[]).includes(asName(name as string));
const namedLike: FilterRule = (_, row, part) =>
  (row['names'] as string[]).some((name) => name.includes(asName(part as string)));
const under: FilterRule = (asking, row, code) => isUnder(asking, row, code as string);

/** A recommendation that somebody is still to carry out, past its day. */
export const isOverdue = ({ dueDate, status }: Row): boolean =>
  dueDate !== null &&
  (dueDate as string) < new Date().toISOString().slice(0, 10) &&
  (status === 'ACCEPTED' || status === 'IN_PROGRESS');

/** Every filter of the API, by type and field. */
export const FILTERS: Readonly<Record<string, Readonly<Record<string, FilterRule>>>> = {
  Experience: {
    code: at('code'),
    stage: at('stage.code'),
    cycle: at('stage.cycle.code'),
    topic: at('topic.code'),
    event: at('event.slug'),
    satker: satker('satker'),
    cause: at('obstacles.cause.code'),
    regulated: at('obstacles.regulated'),
    kind: at('kind'),
    status: at('status'),
    severity: at('severity'),
    riskScore: at('riskScore'),
    occurredOn: at('occurredOn'),
    reportedAt: at('reportedAt'),
    isDemo: flag('isDemo'),
    text: contains('title', 'expected', 'happened', 'actionTaken', 'result'),
  },
  Obstacle: {
    stage: at('experience.stage.code'),
    cycle: at('experience.stage.cycle.code'),
    topic: at('experience.topic.code'),
    event: at('experience.event.slug'),
    satker: satker('experience.satker'),
    cause: at('cause.code'),
    regulated: at('regulated'),
    status: at('experience.status'),
    likelihood: at('likelihood'),
    impact: at('impact'),
    riskScore: at('riskScore'),
    satkerLevel: at('experience.satker.level'),
    occurredOn: at('experience.occurredOn'),
    reportedAt: at('experience.reportedAt'),
    pattern: values(({ world }, { id }) => [patternOf(world, id)?.['code']].filter((code) => code !== undefined)),
    happenedOn: values((asking, row) => [membership(asking, row)?.['happenedOn']].filter((day) => day !== undefined)),
    recurredAfterDone: isOne((asking, row) => {
      const member = membership(asking, row);
      const since =
        member && (asking.world.get('ObstaclePattern', member['patternId'])!['firstDoneOn'] as string | null);
      return since != null && member!['happenedOn'] > since;
    }),
    isDemo: flag('experience.isDemo'),
    text: contains('text'),
  },
  Recommendation: {
    number: at('number'),
    status: at('status'),
    remedy: at('remedy'),
    instrument: at('instrument'),
    priority: at('priority'),
    dueDate: at('dueDate'),
    isOverdue: (_, row, operand) => isOverdue(row) === operand,
    addressee: satker('addressees.satker'),
    cause: at('obstacles.cause.code'),
    stage: at('experience.stage.code'),
    cycle: at('experience.stage.cycle.code'),
    topic: at('experience.topic.code'),
    event: at('experience.event.slug'),
    satker: satker('experience.satker'),
    isDemo: flag('experience.isDemo'),
    text: contains('text'),
  },
  ObstaclePattern: {
    code: at('code'),
    stage: among('stageCodes'),
    cycle: among('cycleCodes'),
    topic: among('topicCodes'),
    cause: among('causeCodes'),
    under: (_, row, code) => (row['unitCodes'] as unknown[]).includes(code),
    obstacleCount: at('obstacleCount'),
    satkerCount: at('satkerCount'),
    provinceCount: at('provinceCount'),
    cycleCount: at('cycleCount'),
    maxRisk: at('maxRisk'),
    afterDoneCount: at('afterDoneCount'),
    lastSeen: at('lastSeen'),
    isDemo: flag('isDemo'),
    text: contains('label'),
  },
  Lesson: {
    code: at('code'),
    status: at('status'),
    stage: at('stages.code'),
    level: among('levels'),
    pattern: values(({ world }, row) => patternsOf(world, row)),
    strength: values((asking, row) => [scoreOf(asking, row)]),
    isMerged: isOne((_, row) => row['mergedIntoId'] !== null),
    isDemo: flag('isDemo'),
    text: contains('title', 'context', 'insight', 'practice'),
  },
  Satker: {
    code: at('code'),
    level: at('level'),
    parent: at('parent.code'),
    under,
    name: named,
    text: namedLike,
  },
  Event: {
    slug: at('slug'),
    kind: at('kind'),
    mode: at('mode'),
    status: at('status'),
    startDate: at('startDate'),
    organiser: satker('organiser'),
    text: contains('title', 'theme', 'venue'),
  },
  Person: { slug: at('slug'), name: at('name'), text: contains('name', 'allNames') },
  SourceDocument: { slug: at('slug'), kind: at('kind'), publisher: at('publisher'), publishedOn: at('publishedOn') },
  Citation: {
    subjectType: at('subjectType'),
    field: at('field'),
    source: at('source.slug'),
    method: at('method'),
    confidence: at('confidence'),
  },
  Participation: {
    satker: satker('satker'),
    mode: at('mode'),
    status: at('status'),
    evidence: at('evidence'),
    delegates: at('delegates'),
  },
  Award: {
    event: at('category.event.slug'),
    stage: at('category.stage.code'),
    satker: satker('satker'),
    rank: at('rank'),
  },
  AuditEntry: { action: at('action'), actor: at('actor'), at: at('at') },
  Notification: {
    kind: at('kind'),
    isRead: (_, row, operand) => (row['readAt'] !== null) === operand,
    isMailed: (_, row, operand) => (row['mailedAt'] !== null) === operand,
    experience: at('experience.code'),
    recommendation: at('recommendation.number'),
    createdAt: at('createdAt'),
  },
  Synonym: {
    form: elements('forms'),
    isActive: flag('isActive'),
  },
  User: {
    username: at('username'),
    role: at('role'),
    satker: satker('satker'),
    isActive: flag('isActive'),
    isDemo: flag('isDemo'),
    lastLoginAt: at('lastLoginAt'),
    text: contains('username', 'displayName'),
  },
};

/** True when a row fulfils a whole filter. A part that is unknown is not fulfilled, so its negation is. */
export function matches(asking: Asking, type: string, row: Row, filter: Record<string, any>): boolean {
  return Object.entries(filter).every(([key, operand]) => {
    if (operand === null || operand === undefined) return true;
    if (key === 'and') return (operand as object[]).every((part) => matches(asking, type, row, part));
    if (key === 'or') return (operand as object[]).some((part) => matches(asking, type, row, part));
    if (key === 'not') return !matches(asking, type, row, operand as object);
    const rule = FILTERS[type]?.[key];
    if (!rule) throw new Error(`The specification lacks ${type}Filter.${key}`);
    return rule(asking, row, operand);
  });
}
