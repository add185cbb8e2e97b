import type { Actor } from '../access.js';
import type { ArgumentValue, FilterRow } from './model.js';
import { scopeSql } from './scope.js';
import { linkSql } from './link.js';
import { quote, type Table, type Tables } from './tables.js';

/** Everything that may differ between two runs of one statement. */
export interface Run {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  /** The values of the root field's `where`. */
  readonly keys: readonly unknown[];
}

export type Getter = (run: Run) => unknown;

/** One SQL statement while it is written: its aliases and its parameters, in the order of their appearance. */
export class Statement {
  readonly getters: Getter[] = [];
  /** Of its parameters. */
  readonly types: string[] = [];
  private readonly actorParams = new Map<string, string>();
  private aliases = 0;

  constructor(
    readonly tables: Tables,
    readonly role: Actor['role'],
    /** SQL of a parameter by its number from 0. */
    private readonly parameter = (number: number): string => `$${number + 1}`,
  ) {}

  /** Registers a parameter. Call it only where the placeholder is emitted: PostgreSQL refuses unused ones (42P18). */
  param(get: Getter, cast: string): string {
    this.types.push(cast);
    return `${this.parameter(this.getters.push(get) - 1)}::${cast}`;
  }

  actorParam(key: 'userId' | 'satkerId', cast: string): string {
    const known = this.actorParams.get(key + cast) ?? this.param((run) => run.actor[key], cast);
    this.actorParams.set(key + cast, known);
    return known;
  }

  row(table: Table, alias = `t${++this.aliases}`): Row {
    return new Row(this, table, alias);
  }

  /** The row scope of a table, or null when every row may be seen. */
  scope(row: Row): string | null {
    return scopeSql(this, row);
  }
}

/** A table under an alias in a statement. */
export class Row implements FilterRow {
  constructor(
    readonly statement: Statement,
    readonly table: Table,
    readonly alias: string,
  ) {}

  get role(): Actor['role'] {
    return this.statement.role;
  }

  column(property: string): string {
    return `${this.alias}.${quote(this.table.column(property).databaseName)}`;
  }

  actor(key: 'userId' | 'satkerId', cast: string): string {
    return this.statement.actorParam(key, cast);
  }

  at(path: string, predicate: (expression: string, castTo: string) => string): string {
    return this.follow(path.split('.'), predicate);
  }

  equals(path: string, value: ArgumentValue, member?: string): string {
    const [relation, property, ...more] = path.split('.') as [string, string?, ...string[]];
    const toOne = this.table.toOne(relation);
    const target = toOne && this.statement.tables.named(toOne.inverseEntityMetadata.name);
    if (!target || !property || more.length > 0 || !target.isUnique(target.column(property)))
      return this.at(path, (expression, cast) => `${expression} = ${value.param(cast, member)}`);
    // A scalar sub-select keeps "= one key", so an index on (key, order columns) still delivers the page in order.
    const row = this.statement.row(target);
    const compare = `${row.column(property)} = ${value.param(target.typeOf(target.column(property)), member)}`;
    return `${this.column(relation)} = (${this.keysOf(row, compare)})`;
  }

  private follow(path: string[], predicate: (expression: string, castTo: string) => string): string {
    const [head, ...rest] = path as [string, ...string[]];
    const { table, statement } = this;
    if (rest.length === 0) {
      const computed = table.model.computed.get(head);
      return computed
        ? predicate(`(${computed(this)})`, 'int')
        : predicate(this.column(head), table.typeOf(table.column(head)));
    }
    const toOne = table.toOne(head);
    if (toOne) {
      const row = statement.row(statement.tables.named(toOne.inverseEntityMetadata.name));
      return `${this.column(head)} = any(array(${this.keysOf(row, row.follow(rest, predicate))}))`;
    }
    const list = table.list(head);
    if (!list) throw new Error(`${table.name} has neither a relation nor a list "${head}"`);
    const row = statement.row(statement.tables.of(list.of()));
    const { sql, covers, through } = linkSql(list, row, this);
    const scope = covers ? null : statement.scope(row);
    const conditions = [through?.where ?? sql, scope, row.follow(rest, predicate)].filter(Boolean);
    // Joined, not looked up in a list: a list inside of "exists" is made anew for each pair of rows.
    return `exists (select 1 from ${row.table.from} ${row.alias} ${through?.join ?? ''} where ${conditions.join(' and ')})`;
  }

  private keysOf(row: Row, condition: string): string {
    const scope = this.statement.scope(row);
    return `select ${row.column(row.table.primaryKey.propertyName)} from ${row.table.from} ${row.alias} where ${condition}${scope ? ` and ${scope}` : ''}`;
  }
}
