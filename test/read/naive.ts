import {
  buildSchema,
  execute,
  getNamedType,
  isInterfaceType,
  isObjectType,
  printSchema,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { connection, list, ordered, type CursorMeaning, type PageArguments, type Seen } from './naive.pages.js';
import { fulfils, isOverdue } from './spec.filters.js';
import { allowedLessonSteps, lessonViewerCan, patternOf, reasonOf, recurrencesOf, strengthOf } from './spec.lessons.js';
import { LISTS, ORDERS } from './spec.lists.js';
import { reasonTold, sentenceTold } from './spec.notifications.js';
import { allowedRecommendationSteps, allowedTransitions, recommendationViewerCan, viewerCan } from './spec.steps.js';
import { asking, visible, type Asking, type Rules, type Viewer } from './spec.visibility.js';
import type { Row, World } from './world.js';

export const RULES: Rules = { visible, fulfils, missing: () => 1 };

/** Root fields for one row: the column that their only argument names. */
export const ROOT_ONE: Readonly<Record<string, readonly [type: string, column: string]>> = {
  event: ['Event', 'slug'],
  satker: ['Satker', 'code'],
  person: ['Person', 'slug'],
  source: ['SourceDocument', 'slug'],
  stage: ['Stage', 'code'],
  experience: ['Experience', 'code'],
  obstaclePattern: ['ObstaclePattern', 'code'],
  lesson: ['Lesson', 'code'],
  recommendation: ['Recommendation', 'number'],
  user: ['User', 'username'],
};

export const ROOT_CONNECTION: Readonly<Record<string, string>> = {
  experiences: 'Experience',
  obstacles: 'Obstacle',
  obstaclePatterns: 'ObstaclePattern',
  lessons: 'Lesson',
  recommendations: 'Recommendation',
  satkers: 'Satker',
  events: 'Event',
  people: 'Person',
  sources: 'SourceDocument',
  awards: 'Award',
  users: 'User',
  synonyms: 'Synonym',
};

/** What the search computes is no row of a table; its tests are beside it. */
export const NOT_READ: readonly string[] = ['Experience.similar'];

/** Roots that need a permission which hardly anybody has; random queries, which everybody asks, go without them. */
export const ROOTS_OF_FEW: readonly string[] = ['user', 'users'];

export const ROOT_LIST: Readonly<Record<string, string>> = {
  electionCycles: 'ElectionCycle',
  topics: 'Topic',
  causes: 'Cause',
  dimensions: 'Dimension',
};

type Resolver = GraphQLFieldResolver<any, Asking, any>;

/**
 * The read side of the API once more, as simply as it can be said: every table in memory, graphql-js, and rules written
 * from the specification. It shares no code with the read engine.
 */
export class Naive {
  private readonly schema: GraphQLSchema;

  constructor(
    private readonly world: World,
    real: GraphQLSchema,
    private readonly meaning: CursorMeaning,
  ) {
    this.schema = buildSchema(printSchema(real));
    for (const type of Object.values(this.schema.getTypeMap())) {
      if (isInterfaceType(type)) type.resolveType = (seen: Seen) => seen.type;
      if (isObjectType(type) && world.has(type.name)) this.bindEntity(type);
    }
    for (const field of Object.values(this.schema.getQueryType()!.getFields())) field.resolve = this.root(field);
  }

  async answer(
    document: DocumentNode,
    variables: Record<string, unknown>,
    viewer: Viewer,
    rules: Rules = RULES,
  ): Promise<ExecutionResult> {
    const result = await execute({
      schema: this.schema,
      document,
      variableValues: variables,
      contextValue: asking(this.world, viewer, rules),
    });
    return JSON.parse(JSON.stringify(result)) as ExecutionResult;
  }

  /** Root fields that the specification leaves out; a test looks at them, so that a new one cannot be forgotten. */
  static knowsRoot(name: string): boolean {
    return name in ROOT_ONE || name in ROOT_CONNECTION || name in ROOT_LIST || name in OTHER_ROOTS;
  }

  private root(field: GraphQLField<unknown, unknown>): Resolver {
    const { name } = field;
    if (name in ROOT_ONE) {
      const [type, column] = ROOT_ONE[name]!;
      return (_, args, ask) => seen(ask, type, this.world.where(type, column, args[column])[0]);
    }
    const connected = ROOT_CONNECTION[name];
    if (connected)
      return (_, args, ask) =>
        connection(ask, connected, this.world.rows(connected), args as PageArguments, this.meaning);
    const listed = ROOT_LIST[name];
    if (listed)
      return (_, _args, ask) =>
        ordered(ask, listed, this.world.rows(listed), ORDERS[listed]!.usual).map((row) => ({ type: listed, row }));
    return (
      OTHER_ROOTS[name] ??
      (() => {
        throw new Error(`The specification lacks Query.${name}`);
      })
    );
  }

  private bindEntity(type: GraphQLObjectType): void {
    for (const field of Object.values(type.getFields())) field.resolve = this.resolverOf(type.name, field);
  }

  private resolverOf(owner: string, field: GraphQLField<unknown, unknown>): Resolver {
    const derived = DERIVED[`${owner}.${field.name}`];
    if (derived) return ({ row }: Seen, _, ask) => derived(row, ask);
    if (field.name === 'id') return ({ type, row }: Seen) => globalIdOf(type, row);
    const named = getNamedType(field.type).name;
    const spec = LISTS[`${owner}.${field.name}`];
    if (spec && named.endsWith('Connection'))
      return ({ row }: Seen, args, ask) =>
        connection(ask, spec.of, spec.members(this.world, row, ask), args as PageArguments, this.meaning);
    if (spec) return ({ row }: Seen, args, ask) => list(ask, spec, row, args as object);
    if (this.world.has(named))
      return ({ row }: Seen, _, ask) => seen(ask, named, this.world.get(named, row[`${field.name}Id`]));
    return ({ row }: Seen) => scalar(owner, field.name, row, named === 'DateTime');
  }
}

const seen = (ask: Asking, type: string, row: Row | undefined): Seen | null =>
  row && ask.sees(type, row) ? { type, row } : null;

export const globalIdOf = (type: string, row: Row): string => Buffer.from(`${type}:${row['id']}`).toString('base64');

function scalar(owner: string, field: string, row: Row, isTime: boolean): unknown {
  const value = row[field] as unknown;
  if (value === undefined) throw new Error(`The specification lacks ${owner}.${field}`);
  return isTime && value !== null ? new Date(value as string).toISOString() : value;
}

/** Fields that are no column. */
const DERIVED: Readonly<Record<string, (row: Row, ask: Asking) => unknown>> = {
  'Experience.allowedTransitions': (row, { world, viewer }) => allowedTransitions(world, viewer, row),
  'Experience.viewerCan': (row, { world, viewer }) => viewerCan(world, viewer, row),
  'Notification.isRead': ({ readAt }) => readAt !== null,
  'Notification.isMailed': ({ mailedAt }) => mailedAt !== null,
  'Notification.reason': reasonTold,
  'Notification.message': sentenceTold,
  'User.unreadNotifications': ({ id }, { world, viewer }) =>
    id === viewer.userId
      ? world.where('Notification', 'recipientId', id).filter((n) => n['readAt'] === null).length
      : 0,
  'Attachment.url': (row) => `/api/v1/attachments/${globalIdOf('Attachment', row)}`,
  'Obstacle.pattern': ({ id }, ask) => seen(ask, 'ObstaclePattern', patternOf(ask.world, id)),
  'ObstaclePattern.reason': reasonOf,
  'Recommendation.recurredAfterDone': (row, { world }) => recurrencesOf(world, row).length,
  'Lesson.strength': (row, ask) => strengthOf(ask, row),
  'Lesson.allowedTransitions': (row, { viewer }) => allowedLessonSteps(viewer, row),
  'Lesson.viewerCan': (row, { viewer }) => lessonViewerCan(viewer, row),
  'Recommendation.isOverdue': isOverdue,
  'Recommendation.allowedTransitions': (row, { world, viewer }) => allowedRecommendationSteps(world, viewer, row),
  'Recommendation.viewerCan': (row, { world, viewer }) => recommendationViewerCan(world, viewer, row),
  'FollowUp.isOverdue': ({ dueDate, doneOn }) =>
    dueDate !== null && (dueDate as string) < new Date().toISOString().slice(0, 10) && doneOn === null,
  'SourceDocument.reference': ({ publisher, title, publishedOn, url }) => {
    const quoted = `"${(title as string).replace(/"/g, "'")}"`;
    const day = publishedOn === null ? null : indonesianDay(publishedOn as string);
    const parts = [publisher, quoted, day].filter((part) => part).map((part) => `${part as string}.`);
    return [...parts, url].filter((part) => part).join(' ');
  },
};

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

function indonesianDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

const OTHER_ROOTS: Readonly<Record<string, Resolver>> = {
  node: (_, { id }: { id: string }, ask) => {
    const [type = '', key = ''] = Buffer.from(id, 'base64').toString().split(':');
    if (!READABLE.test(type) || !ask.world.has(type)) return null;
    const row = ask.world.get(type, key);
    return row && globalIdOf(type, row) === id ? seen(ask, type, row) : null;
  },
  viewer: (_, _args, ask) => seen(ask, 'User', ask.world.get('User', ask.viewer.userId)),
};

/** Tables that are not GraphQL types have small letters or are named here. */
const READABLE = /^(?!(?:Obstacle|Experience)(?:Fact|Sum)$|ClientMutation$|LoginAttempt$|SeedMark$|RefreshToken$)[A-Z]/;
