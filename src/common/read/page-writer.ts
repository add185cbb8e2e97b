import { filterSql } from './filter.js';
import { linkSql } from './link.js';
import { cursorSql, cursorValue, DEFAULT_PAGE, keysetSql, MAX_PAGE, orderBySql, pageSize, placed } from './page.js';
import type { ListPlan } from './plan.js';
import type { Row, Statement } from './statement.js';

/** The rows of one list: which they are, in what order, and the slice of them that was asked for. */
export class PageWriter {
  readonly backward: boolean;
  /** True when a cursor says that the list goes on at the end the page was not read from. */
  readonly continues: boolean;
  /**
   * Rows of a page. Part of the statement's text, hence of a plan's key: were it a parameter, PostgreSQL would take a
   * page for a tenth of the table and plan the statement anew at each run.
   */
  readonly size: number;

  constructor(
    private readonly statement: Statement,
    private readonly plan: ListPlan,
    private readonly parent: Row | null,
    private readonly condition?: (row: Row) => string,
  ) {
    const { now } = plan.args;
    this.backward = now['last'] != null;
    if (this.backward && now['first'] != null)
      throw placed(plan.place, 'Give either first or last, not both / isi salah satu: first atau last.');
    this.continues = (this.backward ? now['before'] : now['after']) != null;
    const name = this.backward ? 'last' : 'first';
    const fallback = plan.content.kind === 'array' ? MAX_PAGE : DEFAULT_PAGE;
    this.size = pageSize(now[name], name, fallback, plan.place);
  }

  /** The row under which the slice's columns are seen from outside. */
  outer(): Row {
    return this.statement.row(this.plan.table);
  }

  rows(plus: number): string {
    const { plan } = this;
    const row = this.statement.row(plan.table);
    const where = all([...this.conditions(row), ...this.cursors(row)]);
    const order = orderBySql(row, plan.order, this.backward);
    const select = (columns: string): string =>
      `select ${columns} from ${row.table.from} ${row.alias} where ${where} order by ${order} limit ${this.size + plus}`;
    if (plan.args.now['filter'] == null) return select(`${row.alias}.*`);
    // A filter may pass over many rows, so the keys of the page are found first, where possible in an index alone; only
    // the rows of the page are fetched whole.
    const full = this.statement.row(plan.table);
    const key = plan.table.primaryKey;
    const keys = select(`${row.column(key.propertyName)} as key`);
    return `select ${full.alias}.* from (${keys}) k join ${full.table.from} ${full.alias} on ${full.column(key.propertyName)} = k.key order by ${orderBySql(full, plan.order, this.backward)}`;
  }

  /** The slice of a plain list, by first and offset. */
  slice(): string {
    const { args, place, table, order } = this.plan;
    const row = this.statement.row(table);
    const where = all(this.conditions(row));
    const page = `select ${row.alias}.* from ${table.from} ${row.alias} where ${where} order by ${orderBySql(row, order, false)} limit ${this.size}`;
    const offset = (args.now['offset'] ?? 0) as number;
    if (offset < 0) throw placed(place, 'offset must not be negative / offset tidak boleh negatif.');
    return offset > 0 ? `${page} offset ${offset}` : page;
  }

  count(): string {
    const row = this.statement.row(this.plan.table);
    return `select count(*) from ${row.table.from} ${row.alias} where ${all(this.conditions(row))}`;
  }

  cursor(row: Row): string {
    return cursorSql(row, this.plan.order);
  }

  private conditions(row: Row): (string | null)[] {
    const { declaration, args } = this.plan;
    const own = Object.entries(declaration?.args ?? {})
      .filter(([name]) => args.now[name] != null)
      .map(([name, argument]) => argument.sql(row, args.value(this.statement, [name])));
    const link = declaration && this.parent ? linkSql(declaration, row, this.parent) : null;
    const scope = link?.covers ? null : this.statement.scope(row);
    return [link?.sql ?? null, this.condition?.(row) ?? null, scope, filterSql(row, args), ...own];
  }

  private cursors(row: Row): string[] {
    const { args, order, place } = this.plan;
    return (['after', 'before'] as const)
      .filter((name) => args.now[name] != null)
      .map((name) => keysetSql(row, order, cursorValue(args.getter([name]), name, order, place), name === 'before'));
  }
}

export const all = (conditions: readonly (string | null)[]): string =>
  conditions.filter(Boolean).join(' and ') || 'true';
