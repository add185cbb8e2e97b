import { addressing, applicationsOf, lessonsOf, recurrencesOf, sourcesOf } from './spec.lessons.js';
import type { Asking } from './spec.visibility.js';
import type { Row, World } from './world.js';

export type Term = readonly [column: string, direction: 'ASC' | 'DESC'];

/** Orders a client may ask for, and the order without a wish. */
export const ORDERS: Readonly<Record<string, { terms: Readonly<Record<string, string>>; usual: Term[] }>> = {
  Experience: {
    terms: {
      REPORTED_AT: 'reportedAt',
      OCCURRED_ON: 'occurredOn',
      RISK_SCORE: 'riskScore',
      SEVERITY: 'severity',
      TITLE: 'title',
      CODE: 'code',
    },
    usual: [['reportedAt', 'DESC']],
  },
  Obstacle: {
    terms: { RISK_SCORE: 'riskScore', LIKELIHOOD: 'likelihood', IMPACT: 'impact' },
    usual: [['id', 'ASC']],
  },
  Recommendation: {
    terms: { NUMBER: 'number', DUE_DATE: 'dueDate', PRIORITY: 'priorityRank' },
    usual: [['id', 'ASC']],
  },
  ObstaclePattern: {
    terms: {
      SATKER_COUNT: 'satkerCount',
      OBSTACLE_COUNT: 'obstacleCount',
      PROVINCE_COUNT: 'provinceCount',
      CYCLE_COUNT: 'cycleCount',
      MAX_RISK: 'maxRisk',
      AFTER_DONE_COUNT: 'afterDoneCount',
      LAST_SEEN: 'lastSeen',
    },
    usual: [['satkerCount', 'DESC']],
  },
  Lesson: { terms: { CODE: 'code', TITLE: 'title', ENDORSED_AT: 'endorsedAt' }, usual: [['id', 'DESC']] },
  Satker: { terms: { CODE: 'code', NAME: 'name', LEVEL: 'level' }, usual: [['code', 'ASC']] },
  Event: { terms: { START_DATE: 'startDate', TITLE: 'title' }, usual: [['startDate', 'DESC']] },
  Person: { terms: { NAME: 'name' }, usual: [['name', 'ASC']] },
  SourceDocument: { terms: { PUBLISHED_ON: 'publishedOn', TITLE: 'title' }, usual: [['publishedOn', 'DESC']] },
  Citation: { terms: { FIELD: 'field', CONFIDENCE: 'confidence' }, usual: [['field', 'ASC']] },
  Participation: { terms: { STATUS: 'status', MODE: 'mode' }, usual: [['id', 'ASC']] },
  Award: { terms: { RANK: 'rank' }, usual: [['id', 'ASC']] },
  AuditEntry: { terms: { AT: 'at' }, usual: [['at', 'DESC']] },
  User: {
    terms: {
      USERNAME: 'username',
      DISPLAY_NAME: 'displayName',
      LAST_LOGIN_AT: 'lastLoginAt',
      CREATED_AT: 'createdAt',
    },
    usual: [['username', 'ASC']],
  },
  Notification: { terms: { CREATED_AT: 'createdAt' }, usual: [['id', 'DESC']] },
  Synonym: { terms: { CREATED_AT: 'createdAt' }, usual: [['id', 'ASC']] },
  ElectionCycle: { terms: {}, usual: [['votingDay', 'ASC']] },
  Topic: { terms: {}, usual: [['code', 'ASC']] },
  Cause: { terms: {}, usual: [['code', 'ASC']] },
  Dimension: { terms: {}, usual: [['code', 'ASC']] },
};

/** Everything that people change. */
const WITH_HISTORY = [
  ...['Event', 'Session', 'Appearance', 'Statement', 'Participation', 'Presentation', 'AwardCategory', 'Award'],
  ...['SourceDocument', 'Citation', 'Conflict', 'Person', 'Experience', 'Recommendation', 'FollowUp', 'User'],
  ...['Lesson', 'LessonSource', 'LessonApplication', 'Synonym'],
];

export interface ListSpec {
  readonly of: string;
  /** The rows that belong to the parent; who asks matters only where what lies between may be hidden. */
  readonly members: (world: World, parent: Row, asking: Asking) => readonly Row[];
  /** The order of a plain list; connections have the one of their type. */
  readonly order?: readonly Term[];
  /** Arguments of the list's own: whether a row fits the value. */
  readonly args?: Readonly<Record<string, (row: Row, value: unknown) => boolean>>;
}

const byKey = (of: string, key: string, ...order: Term[]): ListSpec => ({
  of,
  order: order.length > 0 ? order : undefined,
  members: (world, parent) => world.where(of, key, parent['id']),
});

/** Rows that speak of a record: by the name of its type and its key. */
const about = (of: string, subject: string, ...order: Term[]): ListSpec => ({
  of,
  order: order.length > 0 ? order : undefined,
  members: (world, parent) =>
    world.where(of, 'subjectId', parent['id']).filter((row) => row['subjectType'] === subject),
});

const through = (of: string, junction: string, own: string, other: string, ...order: Term[]): ListSpec => ({
  of,
  order,
  members: (world, parent) => world.where(junction, own, parent['id']).map((pair) => world.get(of, pair[other])!),
});

/** Sources of lessons that one may see. */
const seenBy =
  (
    sources: (world: World, parent: Row) => readonly Row[],
    then: (world: World, sources: readonly Row[]) => readonly Row[],
  ) =>
  (world: World, parent: Row, { sees }: Asking): readonly Row[] =>
    then(
      world,
      sources(world, parent).filter((source) => {
        const experience = world.get('Experience', source['experienceId']);
        return !experience || sees('Experience', experience);
      }),
    );

const byId: readonly Term[] = [['id', 'ASC']];

/** Lessons taken from a record, by the column of their sources that points at it. */
const lessonsBy = (column: string): ListSpec => ({
  of: 'Lesson',
  order: byId,
  members: seenBy((world, { id }) => world.where('LessonSource', column, id), lessonsOf),
});

const among = (of: string, column: string): ListSpec => ({
  of,
  order: [['code', 'ASC']],
  members: (world, pattern) => world.rows(of).filter(({ code }) => (pattern[column] as unknown[]).includes(code)),
});

const citations = (subject: string): ListSpec => about('Citation', subject, ['id', 'ASC']);

/** Every list and connection below an object. */
export const LISTS: Readonly<Record<string, ListSpec>> = {
  'ElectionCycle.stages': byKey('Stage', 'cycleId', ['position', 'ASC']),
  'Stage.parts': byKey('StagePart', 'stageId', ['position', 'ASC']),
  'Stage.experiences': byKey('Experience', 'stageId'),
  'Satker.children': byKey('Satker', 'parentId'),
  'Satker.ancestors': { of: 'Satker', order: [['code', 'ASC']], members: ancestors },
  'Satker.namesakes': {
    of: 'Satker',
    order: [['code', 'ASC']],
    members: (world, unit) => world.where('Satker', 'bareName', unit['bareName']).filter((other) => other !== unit),
  },
  'Satker.experiences': byKey('Experience', 'satkerId'),
  'Satker.awards': byKey('Award', 'satkerId', ['id', 'ASC']),
  'Event.cycles': through('ElectionCycle', 'event_cycles', 'eventId', 'electionCycleId', ['votingDay', 'ASC']),
  'Event.sessions': byKey('Session', 'eventId', ['ordinal', 'ASC']),
  'Event.appearances': {
    ...byKey('Appearance', 'eventId', ['ordinal', 'ASC']),
    args: { role: (row, value) => row['role'] === value },
  },
  'Event.statements': byKey('Statement', 'eventId', ['ordinal', 'ASC']),
  'Event.participation': byKey('Participation', 'eventId'),
  'Event.presentations': byKey('Presentation', 'eventId', ['id', 'ASC']),
  'Event.sources': {
    of: 'SourceDocument',
    order: [['publishedOn', 'ASC']],
    members: (world, event, asking) => {
      const sources = citations('Event')
        .members(world, event, asking)
        .map((citation) => citation['sourceId'] as string);
      return [...new Set(sources)].map((id) => world.get('SourceDocument', id)!);
    },
  },
  'Event.conflicts': about('Conflict', 'Event', ['field', 'ASC']),
  'Event.claims': {
    ...about('Citation', 'Event', ['field', 'ASC'], ['id', 'ASC']),
    args: { field: (row, value) => row['field'] === value },
  },
  'Event.experiences': byKey('Experience', 'eventId'),
  'Event.recommendations': {
    of: 'Recommendation',
    members: (world, event) =>
      world
        .where('Experience', 'eventId', event['id'])
        .flatMap((experience) => world.where('Recommendation', 'experienceId', experience['id'])),
  },
  'Event.awardCategories': byKey('AwardCategory', 'eventId', ['id', 'ASC']),
  'Event.awards': {
    of: 'Award',
    order: [
      ['rank', 'ASC'],
      ['id', 'ASC'],
    ],
    members: (world, event) =>
      world
        .where('AwardCategory', 'eventId', event['id'])
        .flatMap((category) => world.where('Award', 'categoryId', category['id'])),
  },
  'Session.stages': through('Stage', 'session_stages', 'sessionId', 'stageId', ['code', 'ASC']),
  'Session.citations': citations('Session'),
  'Appearance.statements': byKey('Statement', 'appearanceId', ['ordinal', 'ASC']),
  'Appearance.citations': citations('Appearance'),
  'Statement.citations': citations('Statement'),
  'Participation.citations': citations('Participation'),
  'Presentation.citations': citations('Presentation'),
  'Presentation.experiences': byKey('Experience', 'presentationId'),
  'Presentation.awards': byKey('Award', 'presentationId', ['id', 'ASC']),
  'AwardCategory.awards': byKey('Award', 'categoryId', ['rank', 'ASC']),
  'AwardCategory.citations': citations('AwardCategory'),
  'Award.citations': citations('Award'),
  'Person.citations': citations('Person'),
  'Person.conflicts': about('Conflict', 'Person', ['field', 'ASC']),
  'Person.appearances': byKey('Appearance', 'personId', ['id', 'ASC']),
  'SourceDocument.citations': byKey('Citation', 'sourceId'),
  'Conflict.claims': {
    of: 'Citation',
    order: [['id', 'ASC']],
    members: (world, conflict) =>
      world
        .where('Citation', 'subjectId', conflict['subjectId'])
        .filter((c) => c['subjectType'] === conflict['subjectType'] && c['field'] === conflict['field']),
  },
  'User.notifications': byKey('Notification', 'recipientId'),
  'Experience.obstacles': byKey('Obstacle', 'experienceId', ['ordinal', 'ASC']),
  'Experience.attachments': byKey('Attachment', 'experienceId', ['id', 'ASC']),
  'Experience.reviews': byKey('Review', 'experienceId', ['id', 'ASC']),
  'Experience.recommendations': byKey('Recommendation', 'experienceId', ['ordinal', 'ASC']),
  'Obstacle.recommendations': through('Recommendation', 'recommendation_obstacles', 'obstacleId', 'recommendationId', [
    'id',
    'ASC',
  ]),
  'Recommendation.obstacles': through('Obstacle', 'recommendation_obstacles', 'recommendationId', 'obstacleId', [
    'id',
    'ASC',
  ]),
  'Recommendation.addressees': byKey('RecommendationAddressee', 'recommendationId', ['id', 'ASC']),
  'Recommendation.followUps': byKey('FollowUp', 'recommendationId', ['id', 'ASC']),
  'Recommendation.assessments': byKey('Assessment', 'recommendationId', ['id', 'ASC']),
  'Recommendation.recurrences': { of: 'Obstacle', members: recurrencesOf },
  'ObstaclePattern.stages': among('Stage', 'stageCodes'),
  'ObstaclePattern.cycles': among('ElectionCycle', 'cycleCodes'),
  'ObstaclePattern.topics': among('Topic', 'topicCodes'),
  'ObstaclePattern.causes': among('Cause', 'causeCodes'),
  'ObstaclePattern.members': byKey('PatternMember', 'patternId', ['similarity', 'DESC']),
  'ObstaclePattern.obstacles': {
    of: 'Obstacle',
    members: (world, { id }) =>
      world.where('PatternMember', 'patternId', id).map(({ obstacleId }) => world.get('Obstacle', obstacleId)!),
  },
  'Lesson.stages': through('Stage', 'lesson_stages', 'lessonId', 'stageId', ['code', 'ASC']),
  'Lesson.sources': { of: 'LessonSource', order: byId, members: sourcesOf },
  'Lesson.applications': { of: 'LessonApplication', order: byId, members: applicationsOf },
  'Lesson.recommendations': { of: 'Recommendation', order: byId, members: seenBy(sourcesOf, addressing) },
  'Lesson.merged': byKey('Lesson', 'mergedIntoId', ['id', 'ASC']),
  'Lesson.supersedes': byKey('Lesson', 'supersededById', ['id', 'ASC']),
  'Experience.lessons': lessonsBy('experienceId'),
  'Obstacle.lessons': lessonsBy('obstacleId'),
  'Statement.lessons': lessonsBy('statementId'),
  'SourceDocument.lessons': lessonsBy('sourceDocumentId'),
  'Recommendation.lessons': {
    of: 'Lesson',
    order: byId,
    members: seenBy(
      (world, { id }) =>
        world
          .where('recommendation_obstacles', 'recommendationId', id)
          .flatMap(({ obstacleId }) => world.where('LessonSource', 'obstacleId', obstacleId)),
      lessonsOf,
    ),
  },
  ...Object.fromEntries(WITH_HISTORY.map((type) => [`${type}.history`, about('AuditEntry', type)])),
};

function ancestors(world: World, unit: Row): readonly Row[] {
  const above = world.get('Satker', unit['parentId']);
  return above ? [above, ...ancestors(world, above)] : [];
}
