import {
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { TYPE_KEY, type FieldExtensions } from './plan.js';
import type { RequestContext } from '../request.js';
import { isEngineType, PageInfo } from './generated-types.js';
import { registry } from './model.js';
import type { Shown } from './payload-read.js';
import type { Reader } from './reader.js';
import { targetIsVisible } from './scope.js';
import type { Table, Tables } from './tables.js';

type Answered = Record<string, unknown>;

/** The engine answers under response keys, so that aliases need no further work. Pages made elsewhere have their own. */
const readAnswer: GraphQLFieldResolver<Answered, unknown> = (parent, _args, _context, info) =>
  parent instanceof PageInfo ? parent[info.fieldName as keyof PageInfo] : parent[info.path.key];

/**
 * Joins the schema that Nest built to the read engine: fields of entities read the engine's answer, fields computed in
 * TypeScript get the columns they need. Throws, so that the server does not start, where a declaration could leak a row
 * or answer null for a non-null field.
 */
export function bindSchema(schema: GraphQLSchema, reader: Reader): GraphQLSchema {
  const { tables } = reader;
  const embedded = embeddedTypes(schema, tables);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: Answered) => value[TYPE_KEY] as string;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const table = tables.has(type.name) ? tables.named(type.name) : null;
    if (!table && !embedded.has(type.name) && !registry.reportTypes.has(type.name) && !isEngineType(type.name)) {
      if (!isRootType(schema, type)) bindPayload(type, reader);
      continue;
    }
    for (const field of Object.values(type.getFields())) {
      if (table) checkField(tables, table, field as GraphQLField<Answered, unknown>);
      bindField(type.name, field as GraphQLField<Answered, unknown>);
    }
  }
  checkModels(tables);
  return schema;
}

/** Fields of payloads that show entities: whatever the resolver left there only says which rows to read. */
function bindPayload(type: GraphQLObjectType, reader: Reader): void {
  for (const field of Object.values(type.getFields()) as GraphQLField<
    Record<string, Shown | Shown[] | null>,
    RequestContext
  >[]) {
    if (!(field.extensions as { read?: boolean }).read) continue;
    const entity = reader.tables.named(getNamedType(field.type).name).model.entity;
    field.resolve = (parent, _args, { actor }, info) => {
      const left = parent[field.name];
      if (!left) return null;
      if (Array.isArray(left)) return reader.list(info, actor, entity, { id: left.map(({ id }) => id) });
      return left.shown ? left.shown[info.path.key] : reader.one(info, actor, entity, { id: left.id });
    };
  }
}

const isRootType = (schema: GraphQLSchema, type: GraphQLObjectType): boolean =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);

/** Types of plain objects that live in a jsonb column of an entity or are computed as jsonb. */
function embeddedTypes(schema: GraphQLSchema, tables: Tables): Set<string> {
  const names = new Set<string>();
  for (const table of tables.all()) {
    const type = schema.getType(table.name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (table.findColumn(field.name)?.type === 'jsonb' || isComputedObject(table, field))
        names.add(getNamedType(field.type).name);
  }
  return names;
}

const isComputedObject = ({ model }: Table, { name, type }: GraphQLField<unknown, unknown>): boolean =>
  model.computed.has(name) && isObjectType(getNamedType(type));

function bindField(typeName: string, field: GraphQLField<Answered, unknown>): void {
  const { needs } = field.extensions as FieldExtensions;
  if (!needs) {
    field.resolve = readAnswer;
    return;
  }
  const compute = field.resolve;
  if (!compute) throw new Error(`${typeName}.${field.name} names the columns it needs but has no resolver`);
  field.resolve = (parent, args, context, info) => compute(parent[info.path.key] as Answered, args, context, info);
}

function checkField(tables: Tables, table: Table, field: GraphQLField<Answered, unknown>): void {
  const place = `${table.name}.${field.name}`;
  const { needs } = field.extensions as FieldExtensions;
  if (needs) return needs.forEach((property) => void table.column(property));
  if (table.model.computed.has(field.name) || table.list(field.name)) return;
  const relation = table.toOne(field.name);
  const column = table.findColumn(field.name);
  if (!relation && !column) throw new Error(`${place} is neither a column, a relation, a list nor computed`);
  if (!isNonNullType(field.type)) return;
  if (column?.isNullable || relation?.isNullable) throw new Error(`${place} must be nullable: its column is`);
  if (relation && !targetIsVisible(table, field.name, tables.named(relation.inverseEntityMetadata.name)))
    throw new Error(`${place} must be nullable: the row scope of its target may hide it`);
}

/** Every path in filters and orders exists, every list has an entity, every inherited scope a parent. */
function checkModels(tables: Tables): void {
  for (const table of tables.all()) {
    const { order, defaultOrder, scope } = table.model;
    for (const property of [...Object.values(order), ...defaultOrder.map(([name]) => name)]) table.column(property);
    if (scope.kind === 'inherited' && !table.toOne(scope.relation))
      throw new Error(`${table.name} inherits its scope from "${scope.relation}", which it lacks`);
  }
  for (const { of, owner, field } of registry.lists)
    if (!tables.has(of().name) || !tables.has(owner.name))
      throw new Error(`${owner.name}.${field} lists an entity without @ReadModel`);
}
