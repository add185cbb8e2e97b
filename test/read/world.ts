import type { DataSource, EntityMetadata } from 'typeorm';

/** A row of a table as JSON: camelCase columns, keys as decimal strings, times with microseconds. */
export type Row = Readonly<Record<string, any>>;

/** Every text column that any list is ordered by. PostgreSQL's collation decides, so PostgreSQL is asked for the ranks. */
const ORDERED_TEXTS: readonly (readonly [type: string, column: string])[] = [
  ['Experience', 'title'],
  ['Experience', 'code'],
  ['Recommendation', 'number'],
  ['Lesson', 'code'],
  ['Lesson', 'title'],
  ['Satker', 'code'],
  ['Satker', 'name'],
  ['Satker', 'level'],
  ['Event', 'title'],
  ['Person', 'name'],
  ['SourceDocument', 'title'],
  ['Participation', 'status'],
  ['Participation', 'mode'],
  ['Citation', 'field'],
  ['Conflict', 'field'],
  ['ElectionCycle', 'code'],
  ['Stage', 'code'],
  ['Topic', 'code'],
  ['Cause', 'code'],
  ['Dimension', 'code'],
  ['User', 'username'],
  ['User', 'displayName'],
];

/** All tables in memory. It knows of TypeORM only where rows lie, never how the read engine reads them. */
export class World {
  private readonly tables = new Map<string, Row[]>();
  private readonly indexes = new Map<string, Map<unknown, Row[]>>();
  private readonly ranks = new Map<string, Map<string, number>>();

  static async load(dataSource: DataSource): Promise<World> {
    const world = new World();
    for (const metadata of dataSource.entityMetadatas) await world.loadTable(dataSource, metadata);
    for (const [type, column] of ORDERED_TEXTS) await world.loadRanks(dataSource, type, column);
    return world;
  }

  /** Rows of an entity by its class name, or of a junction by its table's name. */
  rows(type: string): readonly Row[] {
    const rows = this.tables.get(type);
    if (!rows) throw new Error(`No table is known as ${type}`);
    return rows;
  }

  has(type: string): boolean {
    return this.tables.has(type);
  }

  where(type: string, column: string, value: unknown): readonly Row[] {
    const name = `${type}.${column}`;
    let index = this.indexes.get(name);
    if (!index) {
      index = new Map();
      for (const row of this.rows(type)) {
        if (!(column in row)) throw new Error(`The table of ${type} has no column for ${column}`);
        const same = index.get(row[column]);
        if (same) same.push(row);
        else index.set(row[column], [row]);
      }
      this.indexes.set(name, index);
    }
    return index.get(value) ?? [];
  }

  get(type: string, id: unknown): Row | undefined {
    return id == null ? undefined : this.where(type, 'id', id)[0];
  }

  /** What a column is ordered by: a rank for texts, microseconds for times. Null for a missing value. */
  sortKey(type: string, column: string, row: Row): string | number | null {
    const value = row[column] as unknown;
    if (value == null) return null;
    if (column === 'id') return Number(value);
    if (typeof value === 'number') return value;
    const rank = this.ranks.get(`${type}.${column}`)?.get(value as string);
    if (rank !== undefined) return rank;
    if (isTime(value)) return microseconds(value);
    if (/^\d{4}-\d\d-\d\d$/.test(value as string)) return value as string;
    throw new Error(`${type}.${column} is ordered by but has no rank`);
  }

  private async loadTable(dataSource: DataSource, metadata: EntityMetadata): Promise<void> {
    const found = await dataSource.query<{ row: Row }[]>(`select to_json(t) as row from "${metadata.tableName}" t`);
    const name = metadata.isJunction ? metadata.tableName : metadata.name;
    this.tables.set(
      name,
      found.map(({ row }) => camelCased(row)),
    );
  }

  private async loadRanks(dataSource: DataSource, type: string, column: string): Promise<void> {
    const metadata = dataSource.entityMetadatas.find(({ name }) => name === type)!;
    const { databaseName } = metadata.findColumnWithPropertyName(column)!;
    const ranks = await dataSource.query<{ value: string; rank: number }[]>(
      `select "${databaseName}" as value, row_number() over (order by "${databaseName}")::int as rank
       from "${metadata.tableName}" where "${databaseName}" is not null group by "${databaseName}"`,
    );
    this.ranks.set(`${type}.${column}`, new Map(ranks.map(({ value, rank }) => [value, rank])));
  }
}

function camelCased(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      /(^|_)id$/.test(key) && typeof value === 'number' ? String(value) : value,
    ]),
  );
}

export const isTime = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value);

/** PostgreSQL's times are finer than those of Date. */
export function microseconds(time: string): number {
  const fraction = /\.(\d{1,6})/.exec(time)?.[1] ?? '';
  const whole = Date.parse(time.replace(/\.\d+/, ''));
  return whole * 1000 + Number(fraction.padEnd(6, '0'));
}
