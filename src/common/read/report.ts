import {
  getNamedType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Actor } from '../access.js';
import { FieldArguments } from './arguments.js';
import type { EntityClass } from './model.js';
import { all } from './page-writer.js';
import { placed } from './page.js';
import { Planner } from './plan.js';
import { collectFields } from './selection.js';
import { jsonObject, SqlWriter } from './sql.js';
import { canAnswer, standInFilterSql, type StandIn } from './stand-in.js';
import { Statement, type Getter, type Row } from './statement.js';
import { literal, type Tables } from './tables.js';

/** SQL of the fields of an object, by name; called for those that are selected. */
export type Shape = Readonly<Record<string, string | ((field: Report) => string)>>;

interface Context {
  readonly tables: Tables;
  readonly schema: GraphQLSchema;
  readonly info: GraphQLResolveInfo;
  readonly actor: Actor;
  /** True when the JSON goes to the client as it is. */
  readonly raw: boolean;
}

/** The whole statement of a report. */
export function writeReport(
  context: Context,
  write: (report: Report) => string,
): { text: string; getters: readonly Getter[] } {
  const { schema, info, tables, actor } = context;
  const parent = schema.getType(info.parentType.name) as GraphQLObjectType;
  const definition = parent.getFields()[info.fieldName]!;
  const statement = new Statement(tables, actor.role);
  const report = new Report(context, statement, definition, info.fieldNodes, [String(info.path.key)]);
  return { text: `select (${write(report)}) as json`, getters: statement.getters };
}

/** A field of a report while its SQL is written: what was asked for, and the rows that may be looked at. */
export class Report {
  readonly args: FieldArguments;

  constructor(
    private readonly context: Context,
    readonly statement: Statement,
    private readonly definition: GraphQLField<unknown, unknown>,
    private readonly nodes: readonly FieldNode[],
    private readonly path: readonly string[],
  ) {
    this.args = new FieldArguments(definition, nodes[0]!, context.info.variableValues);
  }

  /** `{"key": value, …}` of the fields selected below this one. */
  object(shape: Shape): string {
    const type = getNamedType(this.definition.type) as GraphQLObjectType;
    const pairs = [...this.selected(type)].map(([key, nodes]): [string, string] => {
      const definition = type.getFields()[nodes[0]!.name.value];
      if (!definition) return [key, `${literal(type.name)}::text`];
      const sql = shape[definition.name];
      if (sql === undefined) throw new Error(`No SQL for ${type.name}.${definition.name}`);
      if (typeof sql === 'string') return [key, sql];
      return [key, sql(new Report(this.context, this.statement, definition, nodes, [...this.path, key]))];
    });
    return jsonObject(pairs);
  }

  /** Whether a field is selected anywhere below, under whatever names and in whichever objects. */
  asksFor(name: string): boolean {
    const type = getNamedType(this.definition.type);
    if (!('getFields' in type)) return false;
    return [...this.selected(type as GraphQLObjectType)].some(([key, nodes]) => {
      const definition = (type as GraphQLObjectType).getFields()[nodes[0]!.name.value];
      if (!definition) return false;
      if (definition.name === name) return true;
      return new Report(this.context, this.statement, definition, nodes, [...this.path, key]).asksFor(name);
    });
  }

  /** The one row of an entity that fulfils a condition, as far as it is selected here; null when there is none. */
  entity(entity: EntityClass, condition: (row: Row) => string): string {
    const { tables, schema, info, raw } = this.context;
    const planner = new Planner(tables, schema, info, raw);
    const plan = planner.object(tables.of(entity), this.nodes, getNamedType(this.definition.type), this.path);
    return `(${new SqlWriter(this.statement).one(plan, condition)})`;
  }

  /** A placeholder for one of the values that the report is run with. */
  value(index: number, cast: string): string {
    return this.statement.param((run) => run.keys[index], cast);
  }

  /** A placeholder for what is made of an argument of this field. */
  derived(name: string, cast: string, derive: (value: unknown) => unknown): string {
    const get = this.args.getter([name]);
    return this.statement.param((run) => derive(get(run)), cast);
  }

  canAnswer(standIn: StandIn, of: EntityClass): boolean {
    return canAnswer(standIn, this.context.tables.of(of).model.filter, this.args);
  }

  /** Rows of a stand-in that the actor may see and the filter of this field finds: `from` and `where` of a query. */
  found(standIn: StandIn, of: EntityClass): { row: Row; where: string; from: string } {
    const { row, from, where } = this.visible(standIn.entity);
    return { row, from, where: all([where, standInFilterSql(standIn, row, of, this.args)]) };
  }

  /** Rows of a table that the actor may see. */
  visible(entity: EntityClass): { row: Row; where: string; from: string } {
    const row = this.statement.row(this.context.tables.of(entity));
    return { row, from: `${row.table.from} ${row.alias}`, where: all([this.statement.scope(row)]) };
  }

  /** A size given to an argument of this field, which is part of the statement's text. */
  size(name: string, least: number, most: number): number {
    const size = this.args.now[name] as number;
    if (size >= least && size <= most) return size;
    throw this.refusal(`${name} must be between ${least} and ${most} / ${name} harus antara ${least} dan ${most}.`);
  }

  refusal(text: string): Error {
    return placed({ nodes: this.nodes, path: this.path }, text);
  }

  private selected(type: GraphQLObjectType): Map<string, FieldNode[]> {
    return collectFields(this.context.schema, this.context.info, type, this.nodes);
  }
}
