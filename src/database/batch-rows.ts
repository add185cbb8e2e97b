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

  get size(): number {
    return this.lists[0]!.length;
  }

  /** A row's values, in the order of the columns. */
  add(...values: Value[]): void {
    for (let i = 0; i < values.length; i++) this.lists[i]!.push(values[i]!);
  }

  /** @param onConflict what becomes of rows that are there already; without it they are an error */
  async insert(tx: EntityManager, onConflict = ''): Promise<void> {
    const types = Object.values(this.columns);
    // An array of arrays is a matrix to PostgreSQL, so lists come as the text of one.
    const arrays = types.map((type, index) => `$${index + 1}::${isList(type) ? 'text' : type}[]`);
    const values = this.names.map((name, index) => (isList(types[index]!) ? `${name}::${types[index]}` : name));
    const names = this.names.join(', ');
    await tx.query(
      `insert into ${this.table} (${names}) select ${values.join(', ')} from unnest(${arrays.join(', ')}) as given(${names}) ${onConflict}`,
      this.lists.map(literalOf),
    );
  }
}

const isList = (type: string): boolean => type.endsWith('[]');

/** PostgreSQL's form of an array; written here because the driver's own way looks at each value several times. */
function literalOf(list: readonly Value[]): string {
  return `{${list.map((value) => (typeof value === 'string' ? quoted(value) : (value ?? 'NULL'))).join(',')}}`;
}

const quoted = (text: string): string => (/["\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`);
