import { graphqlError } from '../errors.js';
import type { FieldArguments } from './arguments.js';
import type { Row } from './statement.js';

const MAX_CONDITIONS = 60;
const MAX_NESTING = 8;
const LOGIC = new Set(['and', 'or', 'not']);

type FilterValue = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** The SQL of a filter argument, or null when there is none. */
export function filterSql(row: Row, args: FieldArguments): string | null {
  const filter = args.now['filter'] as FilterValue | null | undefined;
  if (!filter) return null;
  checkSize(filter);
  return new FilterWriter(row, args).all(filter, ['filter']);
}

class FilterWriter {
  constructor(
    private readonly row: Row,
    private readonly args: FieldArguments,
  ) {}

  all(filter: FilterValue, path: Path): string {
    const conditions = Object.entries(filter)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => this.condition(key, value, [...path, key]));
    return conditions.length > 0 ? `(${conditions.join(' and ')})` : 'true';
  }

  private condition(key: string, value: unknown, path: Path): string {
    // A row for which the inner condition is unknown does not fulfil it, so it fulfils its negation.
    if (key === 'not') return `(${this.all(value as FilterValue, path)}) is not true`;
    if (key === 'and' || key === 'or') {
      const parts = (value as FilterValue[]).map((part, index) => this.all(part, [...path, index]));
      return parts.length > 0 ? `(${parts.join(` ${key} `)})` : key === 'and' ? 'true' : 'false';
    }
    const { table, statement } = this.row;
    return table.model.filter[key]!.sql(this.row, this.args.value(statement, path));
  }
}

function checkSize(filter: FilterValue): void {
  let conditions = 0;
  const walk = (part: FilterValue, depth: number): void => {
    if (depth > MAX_NESTING)
      throw tooMuch(`nested more than ${MAX_NESTING} deep / bertingkat lebih dari ${MAX_NESTING}`);
    for (const [key, value] of Object.entries(part)) {
      if (!LOGIC.has(key)) conditions += 1;
      else if (Array.isArray(value)) value.forEach((inner) => walk(inner as FilterValue, depth + 1));
      else if (value) walk(value as FilterValue, depth + 1);
    }
    if (conditions > MAX_CONDITIONS)
      throw tooMuch(`more than ${MAX_CONDITIONS} conditions / lebih dari ${MAX_CONDITIONS} syarat`);
  };
  walk(filter, 1);
}

const tooMuch = (what: string): Error => graphqlError('BAD_USER_INPUT', `filter: ${what}.`);
