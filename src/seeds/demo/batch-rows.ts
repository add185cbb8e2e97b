import type { EntityManager } from 'typeorm';

type Value = string | number | boolean | null;

/** Rows of one table, kept by column as PostgreSQL takes them fastest: one array for each column, one statement for all. */
export class BatchRows {
  private readonly names: string[];
  private readonly lists: Value[][];

  /** @param columns name → SQL type */
  constructor(
    private readonly table: string,
    private readonly columns: Readonly<Record<string, string>>,
  ) {
    this.names = Object.keys(columns);
    this.lists = this.names.map(() => []);
  }

  /** A row's values, in the order of the columns. */
  add(...values: Value[]): void {
    for (let i = 0; i < values.length; i++) this.lists[i]!.push(values[i]!);
  }

  async insert(tx: EntityManager): Promise<void> {
    const arrays = Object.values(this.columns).map((type, index) => `$${index + 1}::${type}[]`);
    await tx.query(
      `insert into ${this.table} (${this.names.join(', ')}) select * from unnest(${arrays.join(', ')})`,
      this.lists.map(literalOf),
    );
  }
}

/** PostgreSQL's form of an array; written here because the driver's own way looks at each value several times. */
function literalOf(list: readonly Value[]): string {
  return `{${list.map((value) => (typeof value === 'string' ? quoted(value) : (value ?? 'NULL'))).join(',')}}`;
}

const quoted = (text: string): string => (/["\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`);
