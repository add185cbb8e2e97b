import type { FieldArguments } from './arguments.js';
import { fieldsOfFilter, writeFilter } from './filter.js';
import type { ArgumentValue, EntityClass, FilterField, FilterRow } from './model.js';
import type { Row } from './statement.js';

/**
 * A table that answers for the rows of an entity where only part of them is asked for: a narrow copy, or sums. `paths`
 * says where it has what the filter of the entity looks at: `{ 'experience.stage': 'stage' }`.
 */
export interface StandIn {
  readonly entity: EntityClass;
  readonly paths: Readonly<Record<string, string>>;
}

/** Conditions that are left for what is added to a filter to open a part of what it finds. */
const SPARE = 6;

/** The path in the stand-in, or null where it does not have it. */
function ownPath({ paths }: StandIn, path: string): string | null {
  const known = Object.keys(paths)
    .filter((start) => path === start || path.startsWith(`${start}.`))
    .sort((a, b) => b.length - a.length)[0];
  return known === undefined ? null : paths[known]! + path.slice(known.length);
}

const has = (standIn: StandIn, { paths }: FilterField): boolean =>
  paths?.every((path) => ownPath(standIn, path) !== null) ?? false;

/** Whether the stand-in can answer all that a filter argument asks of the entity with these fields. */
export const canAnswer = (
  standIn: StandIn,
  fields: Readonly<Record<string, FilterField>>,
  args: FieldArguments,
): boolean => fieldsOfFilter(fields, args).every((field) => has(standIn, field));

/**
 * The SQL of an entity's filter argument over a row of the stand-in. What the stand-in does not have is asked of the
 * entity's own rows, which then have the stand-in's keys.
 */
export function standInFilterSql(standIn: StandIn, row: Row, of: EntityClass, args: FieldArguments): string | null {
  const { statement } = row;
  const target = statement.tables.of(of);
  const renamed = new RenamedRow(row, standIn);
  const elsewhere = (field: FilterField, value: ArgumentValue): string => {
    const own = statement.row(target);
    const key = own.column(target.primaryKey.propertyName);
    return `${row.column('id')} in (select ${key} from ${target.from} ${own.alias} where ${field.sql(own, value)})`;
  };
  const write = (field: FilterField, value: ArgumentValue): string =>
    has(standIn, field) ? field.sql(renamed, value) : elsewhere(field, value);
  return writeFilter(target.model.filter, statement, args, write, SPARE);
}

/** A row of a stand-in under the paths of the entity. */
class RenamedRow implements FilterRow {
  constructor(
    private readonly row: Row,
    private readonly standIn: StandIn,
  ) {}

  get alias(): string {
    return this.row.alias;
  }

  get role(): Row['role'] {
    return this.row.role;
  }

  actor(key: 'userId' | 'satkerId', cast: string): string {
    return this.row.actor(key, cast);
  }

  column(property: string): string {
    return this.row.column(this.own(property));
  }

  at(path: string, predicate: (expression: string, castTo: string) => string): string {
    return this.row.at(this.own(path), predicate);
  }

  equals(path: string, value: ArgumentValue, member?: string): string {
    return this.row.equals(this.own(path), value, member);
  }

  private own(path: string): string {
    const own = ownPath(this.standIn, path);
    if (own === null) throw new Error(`${this.standIn.entity.name} has nothing for "${path}"`);
    return own;
  }
}
