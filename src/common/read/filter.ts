import { graphqlError } from '../errors.js';
import type { FieldArguments } from './arguments.js';
import type { ArgumentValue, FilterField } from './model.js';
import type { Row, Statement } from './statement.js';

const MAX_CONDITIONS = 60;
const MAX_NESTING = 8;
const LOGIC = new Set(['and', 'or', 'not']);

type FilterValue = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

type Fields = Readonly<Record<string, FilterField>>;
type WriteCondition = (field: FilterField, value: ArgumentValue) => string;

const given = (args: FieldArguments): FilterValue | null => (args.now['filter'] as FilterValue | undefined) ?? null;

/** The SQL of a filter argument, or null when there is none. */
export function filterSql(row: Row, args: FieldArguments): string | null {
  return writeFilter(row.table.model.filter, row.statement, args, (field, value) => field.sql(row, value));
}

/** As `filterSql`, each condition written by somebody else; `spare` conditions are left for what is added to the filter. */
export function writeFilter(
  fields: Fields,
  statement: Statement,
  args: FieldArguments,
  write: WriteCondition,
  spare = 0,
): string | null {
  const filter = given(args);
  if (!filter) return null;
  checkSize(filter, MAX_CONDITIONS - spare);
  return new FilterWriter(fields, statement, args, write).all(filter, ['filter']);
}

/** The fields that the conditions of a filter argument are about. */
export function fieldsOfFilter(fields: Fields, args: FieldArguments): FilterField[] {
  const names = new Set<string>();
  const walk = (part: FilterValue): void => {
    for (const [key, value] of Object.entries(part)) {
      if (value === null || value === undefined) continue;
      if (!LOGIC.has(key)) names.add(key);
      else for (const inner of Array.isArray(value) ? value : [value]) walk(inner as FilterValue);
    }
  };
  walk(given(args) ?? {});
  return [...names].map((name) => fields[name]!);
}

class FilterWriter {
  constructor(
    private readonly fields: Fields,
    private readonly statement: Statement,
    private readonly args: FieldArguments,
    private readonly write: WriteCondition,
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
    return this.write(this.fields[key]!, this.args.value(this.statement, path));
  }
}

function checkSize(filter: FilterValue, most: number): void {
  let conditions = 0;
  const walk = (part: FilterValue, depth: number): void => {
    if (depth > MAX_NESTING)
      throw tooMuch(`nested more than ${MAX_NESTING} deep / bertingkat lebih dari ${MAX_NESTING}`);
    for (const [key, value] of Object.entries(part)) {
      if (!LOGIC.has(key)) conditions += 1;
      else if (Array.isArray(value)) value.forEach((inner) => walk(inner as FilterValue, depth + 1));
      else if (value) walk(value as FilterValue, depth + 1);
    }
    if (conditions > most) throw tooMuch(`more than ${most} conditions / lebih dari ${most} syarat`);
  };
  walk(filter, 1);
}

const tooMuch = (what: string): Error => graphqlError('BAD_USER_INPUT', `filter: ${what}.`);
