import {
  Extensions,
  Field,
  Int,
  ObjectType,
  Query,
  ResolveField,
  TypeMetadataStorage,
  type ReturnTypeFunc,
} from '@nestjs/graphql';
import { typesOf } from './generated-types.js';
import { registry, type EntityClass, type ListOptions, type ModelOptions, type SqlRow } from './model.js';
import { DEFAULT_PAGE, MAX_PAGE } from './page.js';

/** Declares who may see the rows of an entity and how lists of it are filtered and ordered. */
export const ReadModel =
  (options: ModelOptions): ClassDecorator =>
  (target) => {
    registry.addModel(target as unknown as EntityClass, options);
  };

/** Declares who may see the rows of a table that reports are made from; clients know no type of it. */
export const ReadTable =
  (options: Pick<ModelOptions, 'scope'>): ClassDecorator =>
  (target) => {
    registry.addModel(target as unknown as EntityClass, options, false);
  };

/** A field that is an SQL expression over its row: `@Computed((row) => …)` beside `@Field`. */
export const Computed =
  (sql: (row: SqlRow) => string): PropertyDecorator =>
  (target, key) => {
    registry.addComputed(target.constructor as EntityClass, String(key), sql);
  };

/** The same, registered from above: on a method of `@Resolver(() => owner)`, whose body stays empty. */
export const ComputedFrom =
  (owner: EntityClass, type: () => unknown, sql: (row: SqlRow) => string, description: string): MethodDecorator =>
  (target, key, descriptor) => {
    ResolveField(type as ReturnTypeFunc, { description })(target, key, descriptor);
    registry.addComputed(owner, String(key), sql);
  };

/** Columns that a field computed in TypeScript needs of its row; beside `@ResolveField`. */
export const Needs = <T>(...properties: (keyof T & string)[]): MethodDecorator => Extensions({ needs: properties });

/**
 * A plain list of children, read with its parent in one statement: `first` and `offset`, at most 100 a request.
 * On a property of the parent's class.
 */
export const List =
  (of: () => EntityClass, options: ListOptions): PropertyDecorator =>
  (target, key) => {
    Field((() => [of()]) as ReturnTypeFunc, { description: options.description })(target, key);
    declareList('list', target.constructor as EntityClass, of, options, target, key);
  };

/** A connection of children, with filter, order and pages; on a property of the parent's class. */
export const Connection =
  (of: () => EntityClass, options: ListOptions): PropertyDecorator =>
  (target, key) => {
    Field((() => typesOf(of()).connection) as ReturnTypeFunc, { description: options.description })(target, key);
    declareList('connection', target.constructor as EntityClass, of, options, target, key);
  };

/**
 * The same connection, registered from above: on a method of `@Resolver(() => owner)` in the child's module, so that
 * the owner's module need not know the child. The method's body is empty: the statement of the root field fills it.
 */
export const ConnectionFrom =
  (owner: EntityClass, of: () => EntityClass, options: ListOptions): MethodDecorator =>
  (target, key, descriptor) => {
    ResolveField((() => typesOf(of()).connection) as ReturnTypeFunc, { description: options.description })(
      target,
      key,
      descriptor,
    );
    declareList('connection', owner, of, options, target, key);
  };

/** A plain list registered from above. */
export const ListFrom =
  (owner: EntityClass, of: () => EntityClass, options: ListOptions): MethodDecorator =>
  (target, key, descriptor) => {
    ResolveField((() => [of()]) as ReturnTypeFunc, { description: options.description })(target, key, descriptor);
    declareList('list', owner, of, options, target, key);
  };

function declareList(
  kind: 'list' | 'connection',
  owner: EntityClass,
  of: () => EntityClass,
  options: ListOptions,
  target: object,
  key: string | symbol,
): void {
  registry.lists.push({ ...options, owner, field: String(key), of, kind });
  addArguments(target, key, [...ownArguments(options), ...(kind === 'list' ? LIST_ARGUMENTS : pageArguments(of))]);
}

/** Marks a root or payload field whose selection the read engine answers; its resolver returns `reader.one(…)` or the like. */
export const READ_EXTENSION = { read: true } as const;

/** A root query for one object, null when there is none for this actor. */
export const ReadOne =
  (of: () => unknown, options: { description: string; nullable?: boolean }): MethodDecorator =>
  (target, key, descriptor) => {
    Query(of as ReturnTypeFunc, { nullable: true, ...options })(target, key, descriptor);
    Extensions(READ_EXTENSION)(target, key, descriptor);
  };

/** A root query for pages of objects. The arguments are read from the document, not from the method's parameters. */
export const ReadConnection =
  (of: () => EntityClass, options: { description: string }): MethodDecorator =>
  (target, key, descriptor) => {
    Query((() => typesOf(of()).connection) as ReturnTypeFunc, options)(target, key, descriptor);
    Extensions(READ_EXTENSION)(target, key, descriptor);
    addArguments(target, key, pageArguments(of));
  };

/** A root query for a whole small list of reference data, at most 100. */
export const ReadList =
  (of: () => EntityClass, options: { description: string }): MethodDecorator =>
  (target, key, descriptor) => {
    Query((() => [of()]) as ReturnTypeFunc, options)(target, key, descriptor);
    Extensions(READ_EXTENSION)(target, key, descriptor);
  };

/** An object type that a report fills: `reader.report` writes the SQL of its fields. */
export const ReportType =
  (description: string): ClassDecorator =>
  (target) => {
    ObjectType({ description })(target);
    registry.reportTypes.add(target.name);
  };

/** A field of a report that has arguments. */
export const ReportField =
  (
    of: () => unknown,
    { description, args }: { description: string; args: readonly ArgumentSpec[] },
  ): PropertyDecorator =>
  (target, key) => {
    Field(of as ReturnTypeFunc, { description })(target, key);
    addArguments(target, key, args);
  };

/** A root query for a report. `filterOf` gives it the filter of that entity's lists. */
export const ReadReport =
  (
    of: () => unknown,
    options: { description: string; filterOf?: () => EntityClass; args?: readonly ArgumentSpec[] },
  ): MethodDecorator =>
  (target, key, descriptor) => {
    const { description, filterOf, args = [] } = options;
    Query(of as ReturnTypeFunc, { description })(target, key, descriptor);
    Extensions(READ_EXTENSION)(target, key, descriptor);
    addArguments(target, key, [...(filterOf ? [filterArgument(filterOf)] : []), ...args]);
  };

/** A field of a payload that shows an entity; the resolver leaves any object with its `id` there. */
export const ReadField =
  (of: () => EntityClass, description: string): PropertyDecorator =>
  (target, key) => {
    Field(of as ReturnTypeFunc, { nullable: true, description })(target, key);
    Extensions(READ_EXTENSION)(target, key);
  };

/** As `ReadField`, for a list of at most 100; the resolver leaves objects with their `id`s there. */
export const ReadFields =
  (of: () => EntityClass, description: string): PropertyDecorator =>
  (target, key) => {
    Field((() => [of()]) as ReturnTypeFunc, { description })(target, key);
    Extensions(READ_EXTENSION)(target, key);
  };

export interface ArgumentSpec {
  name: string;
  type: () => unknown;
  description: string;
  list?: boolean;
  isRequired?: boolean;
  defaultValue?: number | string;
}

const filterArgument = (of: () => EntityClass): ArgumentSpec => ({
  name: 'filter',
  type: () => typesOf(of()).filter,
  description: 'Saring. / Which rows.',
});

function pageArguments(of: () => EntityClass): ArgumentSpec[] {
  const size = `1–${MAX_PAGE}`;
  return [
    filterArgument(of),
    {
      name: 'orderBy',
      type: () => typesOf(of()).order,
      list: true,
      description: 'Urutan; id penentu akhir. / Order; the id breaks ties.',
    },
    { name: 'first', type: () => Int, description: `${size}, bawaan ${DEFAULT_PAGE}. / Default ${DEFAULT_PAGE}.` },
    { name: 'after', type: () => String, description: 'Kursor: setelah ini. / Only rows after this cursor.' },
    { name: 'last', type: () => Int, description: `${size}: sekian yang terakhir. / So many from the end.` },
    { name: 'before', type: () => String, description: 'Kursor: sebelum ini. / Only rows before this cursor.' },
  ];
}

const LIST_ARGUMENTS: readonly ArgumentSpec[] = [
  { name: 'first', type: () => Int, description: `1–${MAX_PAGE}.`, defaultValue: MAX_PAGE },
  { name: 'offset', type: () => Int, description: 'Lewati sekian butir. / Skip so many items.', defaultValue: 0 },
];

/**
 * Writes arguments to the storage that Nest's own `@Args` writes to. They are in the schema only: the read engine takes
 * their values from the document, so Nest need not extract, transform and pass them at every call. It is also the one
 * way to give arguments to a field of a class.
 */
function addArguments(target: object, key: string | symbol, specs: readonly ArgumentSpec[]): void {
  for (const [index, { name, type, description, list, isRequired, defaultValue }] of specs.entries())
    TypeMetadataStorage.addMethodParamMetadata({
      kind: 'arg',
      name,
      description,
      target: target.constructor,
      methodName: String(key),
      index,
      typeFn: type,
      options: {
        nullable: defaultValue === undefined && !isRequired,
        defaultValue,
        ...(list ? { isArray: true, arrayDepth: 1 } : {}),
      },
    } as unknown as Parameters<typeof TypeMetadataStorage.addMethodParamMetadata>[0]);
}

function ownArguments(options: ListOptions): ArgumentSpec[] {
  return Object.entries(options.args ?? {}).map(([name, { type, description }]) => ({ name, type, description }));
}
