import type { Actor, Role } from '../access.js';

/** A TypeORM entity that is a GraphQL type of the same name. */
export type EntityClass = abstract new (...args: never[]) => object;

export type Direction = 'ASC' | 'DESC';

/** A table in the statement being written, seen by scopes, computed fields and filters. */
export interface SqlRow {
  /** The quoted alias. */
  readonly alias: string;
  /** `alias.column` of a property of the entity. */
  column(property: string): string;
  /** The role for which the statement is written. */
  readonly role: Role | null;
  /** A placeholder for something the actor carries; read anew at each run, never part of the text. */
  actor(key: 'userId' | 'satkerId', cast: string): string;
}

/** An argument's value while the statement is written, and a placeholder for it in later runs. */
export interface ArgumentValue {
  /** The value now. Only what the plan's cache key knows (nulls, booleans, enums, keys) may steer the text. */
  readonly now: unknown;
  /** A placeholder for the value, or for a member of it. */
  param(cast: string, member?: string): string;
}

/**
 * Which rows of an entity exist for an actor. A predicate may choose its text by role only: the plan cache keeps
 * one statement per role, so anything else about the actor has to be a parameter.
 */
export type RowScope =
  | { kind: 'everyone' }
  | { kind: 'predicate'; sql: (row: SqlRow, role: Role | null) => string }
  | { kind: 'inherited'; relation: string };

export const everyone: RowScope = { kind: 'everyone' };

export const visibleWhere = (sql: (row: SqlRow, role: Actor['role']) => string): RowScope => ({
  kind: 'predicate',
  sql,
});

/** A row exists when the row it belongs to exists: `inheritedFrom('experience')`. */
export const inheritedFrom = (relation: string): RowScope => ({ kind: 'inherited', relation });

/** One field of a filter input. */
export interface FilterField {
  /** The GraphQL input type of the field: a comparator, or a scalar. */
  type: () => unknown;
  description: string;
  /** The paths it looks at, where it goes by `at`, `equals` and `column` alone; then a stand-in may be asked instead. */
  paths?: readonly string[];
  sql: (row: FilterRow, value: ArgumentValue) => string;
}

/** What a filter needs beyond its own row: predicates that reach through to-one and to-many relations. */
export interface FilterRow extends SqlRow {
  /** `predicate` on the row or value at the end of `path` ("stage.cycle.code"), row scopes included on the way. */
  at(path: string, predicate: (expression: string, castTo: string) => string): string;
  /** As `at`, for equality with a parameter; reads as one key where the target's column is unique. */
  equals(path: string, value: ArgumentValue, member?: string): string;
}

export interface ModelOptions {
  scope: RowScope;
  filter?: Record<string, FilterField>;
  /** For an entity that is no type of the API: it has no lists, only a filter, which is called this. */
  filterName?: string;
  /** Names of the order enum, each a column of the entity. */
  order?: Record<string, string>;
  /** Without `orderBy`. The primary key always breaks ties. */
  defaultOrder?: readonly (readonly [property: string, direction: Direction])[];
}

/** How the rows of a list belong to their parent. */
export type ListLink = string | ((child: SqlRow, parent: SqlRow) => string);

export interface ListArgument {
  type: () => unknown;
  description: string;
  sql: (row: FilterRow, value: ArgumentValue) => string;
}

export interface ListOptions {
  description: string;
  /**
   * The child's to-one property that points at the parent, or a predicate over both.
   * Left out, the property itself is a TypeORM many-to-many relation.
   */
  via?: ListLink;
  /** Order of a plain list; a connection has its model's order. */
  order?: readonly (readonly [property: string, direction: Direction])[];
  args?: Record<string, ListArgument>;
}

export interface ListDeclaration extends ListOptions {
  owner: EntityClass;
  field: string;
  of: () => EntityClass;
  kind: 'list' | 'connection' | 'one';
}

export interface Model extends Required<Omit<ModelOptions, 'filterName'>> {
  filterName?: string;
  entity: EntityClass;
  /** False for a table that is read for reports only: clients know no type, no id and no list of it. */
  hasType: boolean;
  computed: Map<string, (row: SqlRow) => string>;
}

/** Everything declared by decorators, before the schema or a data source exists. */
export class ModelRegistry {
  readonly models = new Map<EntityClass, Model>();
  readonly lists: ListDeclaration[] = [];
  /** Object types that reports fill, by their name. */
  readonly reportTypes = new Set<string>();
  private readonly computed = new Map<EntityClass, Map<string, (row: SqlRow) => string>>();

  addModel(entity: EntityClass, options: ModelOptions, hasType = options.filterName === undefined): void {
    this.models.set(entity, {
      hasType,
      filter: {},
      order: {},
      defaultOrder: [],
      ...options,
      entity,
      computed: this.computedOf(entity),
    });
  }

  addComputed(entity: EntityClass, field: string, sql: (row: SqlRow) => string): void {
    this.computedOf(entity).set(field, sql);
  }

  list(owner: string, field: string): ListDeclaration | undefined {
    return this.lists.find((l) => l.owner.name === owner && l.field === field);
  }

  private computedOf(entity: EntityClass): Map<string, (row: SqlRow) => string> {
    const known = this.computed.get(entity) ?? new Map<string, (row: SqlRow) => string>();
    this.computed.set(entity, known);
    return known;
  }
}

export const registry = new ModelRegistry();
