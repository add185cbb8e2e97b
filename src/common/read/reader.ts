import type { DocumentNode, GraphQLNamedType, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { execute, getNamedType } from 'graphql';
import type { DataSource } from 'typeorm';
import type { StateOfData } from '../../database/answer-memory.js';
import type { ReadyStatement } from '../../database/byte-client.js';
import { readStatement } from '../../database/run-statement.js';
import type { Actor } from '../access.js';
import { graphqlError } from '../errors.js';
import type { RequestContext } from '../request.js';
import { readError } from './read-error.js';
import { isRawSchema, RawJson } from './raw-json.js';
import type { EntityClass, SqlRow } from './model.js';
import { readsOnlyNewRows, type PayloadRead, type WriteStatement } from './payload-read.js';
import { Planner, type ObjectPlan } from './plan.js';
import { writeReport, type Report } from './report.js';
import { pathOf } from './response-path.js';
import { PlanCache, type CompiledStatement } from './plan-cache.js';
import { all } from './page-writer.js';
import { collectFields } from './selection.js';
import { jsonObject, SqlWriter } from './sql.js';
import { Statement, type Row, type Run } from './statement.js';
import { Tables, type Table } from './tables.js';
import { conditionOn, type Where } from './where.js';

type Shape = 'one' | 'connection' | 'list' | 'keyed';

/**
 * Reads what a GraphQL field selects in one SQL statement. Every method takes the resolver's `info`; the answer is
 * JSON that goes to the client unparsed where the whole operation allows it, or the parsed value for other resolvers.
 */
export class Reader {
  readonly tables: Tables;
  private readonly cache = new PlanCache();
  private schema: GraphQLSchema;

  constructor(private readonly dataSource: DataSource) {
    this.tables = new Tables(dataSource);
  }

  /** Tells the reader the schema that all selections refer to, once, at start. */
  useSchema(schema: GraphQLSchema): void {
    this.schema = schema;
  }

  /**
   * The primary key of the row where all columns equal the values, or null when there is none for this actor: for steps
   * that must not tell a row that is hidden from one that was never there.
   */
  async keyOf(actor: Actor, entity: EntityClass, where: Where): Promise<string | null> {
    const statement = new Statement(this.tables, actor.role);
    const row = statement.row(this.tables.of(entity));
    const conditions = all([conditionOn(row, where), statement.scope(row)]);
    const key = row.column(row.table.primaryKey.propertyName);
    const text = `select ${key}::text from ${row.table.from} ${row.alias} where ${conditions}`;
    const found = await this.execute(
      { text, getters: statement.getters, uses: 0, name: null },
      { variables: {}, actor, keys: Object.values(where) },
    );
    return found && found.toString();
  }

  /**
   * Asks the product itself as somebody: through the same schema, guard and scopes as a client. Throws the first error.
   */
  async ask<T>(actor: Actor, document: DocumentNode, variableValues: Record<string, unknown>): Promise<T> {
    const contextValue: RequestContext = { actor, tokenProblem: null, locale: 'id', ip: '' };
    const { data, errors } = await execute({ schema: this.schema, document, contextValue, variableValues });
    if (errors) throw errors[0]!;
    return data as T;
  }

  /** What clients can read of an entity that is stored in its own row or junction: columns and relations, not lists. */
  storedFields(typeName: string): string[] {
    const { metadata } = this.tables.named(typeName);
    const fields = (this.schema.getType(typeName) as GraphQLObjectType).getFields();
    return Object.keys(fields).filter(
      (name) => metadata.findColumnWithPropertyName(name) ?? metadata.findRelationWithPropertyPath(name),
    );
  }

  /** The one row where all columns equal the values, or null when there is none for this actor. */
  one(info: GraphQLResolveInfo, actor: Actor, entity: EntityClass, where: Where): Promise<unknown> {
    return this.read(info, actor, 'one', entity, where);
  }

  /** A page of the rows of an entity; filter, order and page come from the field's arguments. */
  connection(info: GraphQLResolveInfo, actor: Actor, entity: EntityClass, where: Where = {}): Promise<unknown> {
    return this.read(info, actor, 'connection', entity, where);
  }

  /** As `connection`, of the rows that a predicate holds for, which has to be the same at every call of the field. */
  connectionOf(
    info: GraphQLResolveInfo,
    actor: Actor,
    entity: EntityClass,
    predicate: (row: SqlRow) => string,
  ): Promise<unknown> {
    return this.read(info, actor, 'connection', entity, {}, { predicate });
  }

  /** All rows of a small entity, at most 100. A value that is an array means "one of". */
  list(info: GraphQLResolveInfo, actor: Actor, entity: EntityClass, where: Where = {}): Promise<unknown> {
    return this.read(info, actor, 'list', entity, where);
  }

  /**
   * A root field that is no object of an entity: `write` says in SQL what its fields are, or answers null. `values` are
   * what the statement takes at each run besides arguments and actor; their number and types must not vary.
   */
  async report(
    info: GraphQLResolveInfo,
    actor: Actor,
    write: (report: Report) => string,
    values: readonly unknown[] = [],
  ): Promise<unknown> {
    const raw = isRawSchema(info.schema);
    const position = ['report', raw, pathOf(info), actor.role].join(' ');
    const statement = this.cache.find(this.schema, info, position, () => {
      const { text, getters } = writeReport({ tables: this.tables, schema: this.schema, info, actor, raw }, write);
      return { text, getters, uses: 0, name: null };
    });
    const json = await this.execute(statement, { variables: info.variableValues, actor, keys: values });
    if (json === null) return null;
    return raw ? new RawJson(json) : (JSON.parse(json.toString()) as unknown);
  }

  /**
   * The rows with these keys that the actor may see, by key: for fields below a root that a resolver fills. Parsed, for
   * an executor to complete.
   */
  async keyed(
    info: GraphQLResolveInfo,
    actor: Actor,
    entity: EntityClass,
    id: readonly string[],
    state?: StateOfData,
  ): Promise<Record<string, unknown>> {
    return (await this.read(info, actor, 'keyed', entity, { id }, { state })) as Record<string, unknown>;
  }

  /**
   * What a mutation's payload shows of a record in `field`, read by the very statement that writes the record, where that
   * statement can see all of it; it comes by response key, or as null. `info` is that of the mutation.
   */
  inPayload(info: GraphQLResolveInfo, actor: Actor, field: string, entity: EntityClass): PayloadRead {
    return (write) => this.completed(info, actor, field, this.tables.of(entity), write);
  }

  private completed(
    info: GraphQLResolveInfo,
    actor: Actor,
    field: string,
    table: Table,
    write: WriteStatement,
  ): ReadyStatement {
    const position = ['written', pathOf(info), table.name, actor.role].join(' ');
    const statement = this.cache.find(this.schema, info, position, () => {
      const payload = this.schema.getType(getNamedType(info.returnType).name) as GraphQLObjectType;
      const planner = new Planner(this.tables, this.schema, info, false);
      const type = getNamedType(payload.getFields()[field]!.type);
      const plans = [...collectFields(this.schema, info, payload, info.fieldNodes)]
        .filter(([, nodes]) => nodes[0]!.name.value === field)
        .map(([key, nodes]) => [key, planner.object(table, nodes, type, [...pathOf(info).split('.'), key])] as const);
      const reading = new Statement(this.tables, actor.role, write.parameter);
      const writer = new SqlWriter(reading);
      const isKey = (row: Row): string => `${row.column(table.primaryKey.propertyName)} = ${write.key}`;
      const shown = plans.every(([, plan]) => readsOnlyNewRows(plan, write.tables))
        ? jsonObject(plans.map(([key, plan]) => [key, `(${writer.one(plan, isKey)})`]))
        : 'null';
      return { text: write.text(shown, reading.types), getters: reading.getters, uses: 0, name: null };
    });
    const run: Run = { variables: info.variableValues, actor, keys: [] };
    const { name, text, getters } = statement;
    return { name, text, values: getters.map((get) => sendable(get(run))) };
  }

  private async read(
    info: GraphQLResolveInfo,
    actor: Actor,
    shape: Shape,
    entity: EntityClass,
    where: Where,
    { predicate, state }: { predicate?: (row: SqlRow) => string; state?: StateOfData } = {},
  ): Promise<unknown> {
    // Below a root field an executor completes the objects, whatever the schema.
    const raw = isRawSchema(info.schema) && info.path.prev === undefined;
    const table = this.tables.of(entity);
    const run: Run = { variables: info.variableValues, actor, keys: Object.values(where) };
    const position = [raw ? 'raw' : 'object', pathOf(info), table.name, Object.keys(where), actor.role].join(' ');
    const statement = this.cache.find(this.schema, info, position, () =>
      this.compile(info, actor, { shape, where, predicate }, table, raw),
    );
    const json = await this.execute(statement, run, state);
    if (json === null) return null;
    return raw ? new RawJson(json) : (JSON.parse(json.toString()) as unknown);
  }

  private compile(
    info: GraphQLResolveInfo,
    actor: Actor,
    { shape, where, predicate }: { shape: Shape; where: Where; predicate?: (row: SqlRow) => string },
    table: Table,
    raw: boolean,
  ): CompiledStatement {
    const statement = new Statement(this.tables, actor.role);
    const planner = new Planner(this.tables, this.schema, info, raw);
    const writer = new SqlWriter(statement);
    const parent = this.schema.getType(info.parentType.name) as GraphQLObjectType;
    const definition = parent.getFields()[info.fieldName]!;
    const path = pathOf(info).split('.');
    const condition = (row: Row): string => all([conditionOn(row, where), predicate?.(row) ?? null]);
    const object = (): ObjectPlan => planner.object(table, info.fieldNodes, namedType(definition.type), path);
    const sql =
      shape === 'one'
        ? writer.one(object(), condition)
        : shape === 'keyed'
          ? writer.keyed(object(), condition)
          : writer.list(planner.list(table, null, definition, info.fieldNodes, path), null, condition);
    return { text: `select (${sql}) as json`, getters: statement.getters, uses: 0, name: null };
  }

  private async execute(
    { name, text, getters }: CompiledStatement,
    run: Run,
    state?: StateOfData,
  ): Promise<Buffer | null> {
    const values = getters.map((get) => sendable(get(run)));
    try {
      return await readStatement(this.dataSource, { name, text, values }, state);
    } catch (error) {
      throw readError(error);
    }
  }
}

/** PostgreSQL's text cannot hold U+0000; say so before it does. */
function sendable(value: unknown): unknown {
  const strings = Array.isArray(value) ? value : [value];
  if (strings.some((s) => typeof s === 'string' && s.includes('\0')))
    throw graphqlError(
      'BAD_USER_INPUT',
      'Text must not contain the character U+0000 / teks tidak boleh memuat karakter U+0000.',
    );
  return value;
}

const namedType = (type: Parameters<typeof getNamedType>[0]): GraphQLNamedType => getNamedType(type)!;
