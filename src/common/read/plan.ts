import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata.js';
import { FieldArguments } from './arguments.js';
import type { ListDeclaration, SqlRow } from './model.js';
import { requestedOrder, totalOrder, type OrderTerm, type Place } from './page.js';
import { collectFields } from './selection.js';
import type { Table, Tables } from './tables.js';

/** What a GraphQL selection asks of the database: a tree that knows nothing of SQL text. Keys are response keys. */
export interface ObjectPlan {
  readonly table: Table;
  readonly fields: readonly Keyed<FieldPlan>[];
}

export type Keyed<T> = readonly [responseKey: string, plan: T];

export type FieldPlan =
  | { kind: 'typename'; name: string }
  | { kind: 'column'; column: ColumnMetadata; type: GraphQLNamedType }
  | { kind: 'computed'; sql: (row: SqlRow) => string; type: GraphQLNamedType }
  /** The columns a field computed in TypeScript needs; its resolver finishes the work. */
  | { kind: 'needs'; columns: readonly ColumnMetadata[] }
  /** Plain objects of a jsonb column or of a computed jsonb value; the fields' names are its keys. */
  | {
      kind: 'embedded';
      sql: (row: SqlRow) => string;
      isComputed: boolean;
      isList: boolean;
      fields: readonly Keyed<EmbeddedField>[];
    }
  | { kind: 'one'; relation: RelationMetadata; object: ObjectPlan }
  /** One row or none, by a predicate instead of a column. */
  | { kind: 'linked'; declaration: ListDeclaration; object: ObjectPlan }
  | { kind: 'list'; list: ListPlan };

export type EmbeddedField = { kind: 'typename'; name: string } | { kind: 'member'; name: string };

export interface ListPlan {
  readonly table: Table;
  /** Null for a root field, whose rows have no parent. */
  readonly declaration: ListDeclaration | null;
  readonly args: FieldArguments;
  readonly order: readonly OrderTerm[];
  readonly place: Place;
  readonly content:
    { kind: 'array'; object: ObjectPlan } | { kind: 'connection'; fields: readonly Keyed<ConnectionField>[] };
}

export type ConnectionField =
  | { kind: 'typename'; name: string }
  | { kind: 'totalCount' }
  | { kind: 'nodes'; object: ObjectPlan }
  | { kind: 'edges'; fields: readonly Keyed<EdgeField>[] }
  | { kind: 'pageInfo'; fields: readonly Keyed<PageInfoField>[] };

export type EdgeField = { kind: 'typename'; name: string } | { kind: 'cursor' } | { kind: 'node'; object: ObjectPlan };

export type PageInfoField =
  { kind: 'typename'; name: string } | { kind: 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor' };

/** The key under which an object of an abstract type says what it is, where an executor has to ask. */
export const TYPE_KEY = '@type';

export type FieldExtensions = { needs?: readonly string[] };

/** Turns the selection below one field into a plan. */
export class Planner {
  constructor(
    private readonly tables: Tables,
    private readonly schema: GraphQLSchema,
    private readonly info: GraphQLResolveInfo,
    /** True when the JSON goes to the client as it is; otherwise resolvers read it and may need more in it. */
    private readonly raw: boolean,
  ) {}

  object(table: Table, nodes: readonly FieldNode[], position: GraphQLNamedType, path: readonly string[]): ObjectPlan {
    const type = this.schema.getType(table.name) as GraphQLObjectType;
    const fields = this.keyed(type, nodes, (definition, own, key) =>
      this.field(table, definition, own, [...path, key]),
    );
    if (!this.raw && isAbstractType(position))
      return { table, fields: [[TYPE_KEY, { kind: 'typename', name: table.name }], ...fields] };
    return { table, fields };
  }

  list(
    table: Table,
    declaration: ListDeclaration | null,
    definition: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    path: readonly string[],
  ): ListPlan {
    const args = new FieldArguments(definition, nodes[0]!, this.info.variableValues);
    const type = getNamedType(definition.type);
    const connection = type.name.endsWith('Connection');
    return {
      table,
      declaration,
      args,
      order: connection
        ? requestedOrder(table, args)
        : totalOrder(table, declaration?.order ?? table.model.defaultOrder),
      place: { nodes, path },
      content: connection
        ? { kind: 'connection', fields: this.connection(table, type as GraphQLObjectType, nodes, path) }
        : { kind: 'array', object: this.object(table, nodes, type, path) },
    };
  }

  private field(
    table: Table,
    definition: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    path: readonly string[],
  ): FieldPlan {
    const { name } = definition;
    const type = getNamedType(definition.type);
    const { needs } = definition.extensions as FieldExtensions;
    if (needs) return { kind: 'needs', columns: needs.map((property) => table.column(property)) };
    const computed = table.model.computed.get(name);
    if (computed && isObjectType(type)) return this.embedded(definition, nodes, type, computed);
    if (computed) return { kind: 'computed', sql: computed, type };
    const declaration = table.list(name);
    if (declaration) {
      const target = this.tables.of(declaration.of());
      if (declaration.kind === 'one')
        return { kind: 'linked', declaration, object: this.object(target, nodes, type, path) };
      return { kind: 'list', list: this.list(target, declaration, definition, nodes, path) };
    }
    const relation = table.toOne(name);
    if (!relation && isObjectType(type)) return this.embedded(definition, nodes, type);
    if (!relation) return { kind: 'column', column: table.column(name), type };
    const target = this.tables.named(relation.inverseEntityMetadata.name);
    return { kind: 'one', relation, object: this.object(target, nodes, type, path) };
  }

  private embedded(
    { name, type }: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    named: GraphQLObjectType,
    computed?: (row: SqlRow) => string,
  ): FieldPlan {
    return {
      kind: 'embedded',
      sql: computed ?? ((row) => row.column(name)),
      isComputed: computed !== undefined,
      isList: isListType(getNullableType(type)),
      fields: this.keyed<EmbeddedField>(named, nodes, (member) => ({ kind: 'member', name: member.name })),
    };
  }

  private connection(
    table: Table,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    path: readonly string[],
  ): Keyed<ConnectionField>[] {
    return this.keyed<ConnectionField>(type, nodes, (definition, own, key) => {
      const at = [...path, key];
      if (definition.name === 'totalCount') return { kind: 'totalCount' };
      const inner = getNamedType(definition.type) as GraphQLObjectType;
      if (definition.name === 'nodes') return { kind: 'nodes', object: this.object(table, own, inner, at) };
      if (definition.name === 'pageInfo')
        return {
          kind: 'pageInfo',
          fields: this.keyed<PageInfoField>(inner, own, (f) => ({ kind: f.name }) as PageInfoField),
        };
      const edge = (f: GraphQLField<unknown, unknown>, edgeNodes: readonly FieldNode[], edgeKey: string): EdgeField =>
        f.name === 'cursor'
          ? { kind: 'cursor' }
          : { kind: 'node', object: this.object(table, edgeNodes, getNamedType(f.type), [...at, edgeKey]) };
      return { kind: 'edges', fields: this.keyed<EdgeField>(inner, own, edge) };
    });
  }

  private keyed<T>(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    plan: (definition: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], key: string) => T,
  ): Keyed<T | { kind: 'typename'; name: string }>[] {
    const selected = collectFields(this.schema, this.info, type, nodes);
    return [...selected].map(([key, own]) => {
      const definition = type.getFields()[own[0]!.name.value];
      return [key, definition ? plan(definition, own, key) : { kind: 'typename', name: type.name }];
    });
  }
}
