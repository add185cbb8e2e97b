import type { FieldChange } from './audit-entry.entity.js';
import { noted } from './changed-records.js';
import type { ClientRequest } from './client-requests.js';

/** Something for each column of a part, by the column's name. */
export type ByColumn<C, T> = Readonly<Record<keyof C & string, T>>;

/** What is created of one table, or a few that belong together, by a statement that is the same for all inputs. */
export interface CreationPart<Input, C extends Readonly<Record<string, string>> = Readonly<Record<string, string>>> {
  /** What it takes of an input: columns of `given`, and of all that is made of it, with their types. */
  readonly columns: C;
  /** Common table expressions. */
  readonly expressions: readonly string[];
  values(input: Input): ByColumn<C, unknown>;
  changes(input: Input): FieldChange[];
}

/** A kind of record that is created with all that belongs to it by one statement, one or many at a time. */
export interface WholeCreation<Input> {
  /** Name of the mutation, kept in the history. */
  readonly action: string;
  /** Type and table of the record. */
  readonly subject: { readonly type: string; readonly table: string };
  /**
   * Its expressions end with `ready`: the rows of `given` for which there is all that is needed, their columns with the
   * writer's `username`, `noted` (a jsonb array of changes that only the statement knows) and whatever the parts need.
   */
  readonly lookUp: CreationPart<Input>;
  /**
   * Insert the records and all that belongs to them, each table in an expression of the table's own name that returns all
   * columns. They read `fresh`: the rows of `ready` that are new, and their `id`.
   */
  readonly parts: readonly CreationPart<Input>[];
  /** Tables that the parts insert into. */
  readonly tables: ReadonlySet<string>;
  /** SQL of the ids of the accounts whose earlier requests an import knows for its own, by SQL of the importing account. */
  peersOf(account: string): string;
}

/** Columns of `given` that every record has. `n` is its number in the statement. */
const REQUEST = {
  n: 'int',
  actorId: 'bigint',
  clientMutationId: 'text',
  inputHash: 'text',
  changes: 'jsonb',
};

/** A record's row in `given`, but for its number. */
export function creationRow<Input>(
  { lookUp, parts }: WholeCreation<Input>,
  { actorId, clientMutationId, inputHash }: ClientRequest,
  input: Input,
): Record<string, unknown> {
  const all = [lookUp, ...parts];
  const changes = all.flatMap((part) => part.changes(input));
  const values = all.map((part) => part.values(input));
  return Object.assign({ actorId, clientMutationId, inputHash, changes }, ...values) as Record<string, unknown>;
}

interface Creating {
  /** Records at most; PostgreSQL plans for so many. */
  most: number;
  /** More columns of `given`, with their types. */
  columns?: Readonly<Record<string, string>>;
  /** Condition on a row of `ready`, besides that its request was not carried out before. */
  where?: string;
  /** What the statement returns, of `fresh`. */
  answer: string;
}

/**
 * SQL that creates the records of `$1`, a JSON array of rows, with what belongs to them, their history and the memory of the
 * clients' requests: all of it or nothing. One whose request was carried out before is left out, as is one that lacks
 * something. Rows of one request must not come twice.
 */
export function creationStatement<Input>(
  { action, subject, lookUp, parts }: WholeCreation<Input>,
  { most, columns = {}, where = 'true', answer }: Creating,
): string {
  const given = [REQUEST, ...[lookUp, ...parts].map((part) => part.columns), columns]
    .flatMap((some) => Object.entries(some))
    .map(([name, type]) => `"${name}" ${type}`);
  const expressions = [
    `given as materialized (
      select * from json_to_recordset($1::json) as given (${given.join(', ')})
      limit ${most})`,
    ...lookUp.expressions,
    // In one order everywhere, so that of two statements with requests in common one waits, not each for the other.
    `claimed as (
      insert into client_mutations (actor_id, client_mutation_id, action, input_hash, subject_id)
      select "actorId", "clientMutationId", '${action}', "inputHash", nextval('${subject.table}_id_seq')
      from (select * from ready where ${where} order by "actorId", "clientMutationId") ready
      on conflict (actor_id, client_mutation_id) do nothing
      returning actor_id, client_mutation_id, subject_id as id)`,
    `fresh as materialized (
      select claimed.id, ready.* from ready
      join claimed on actor_id = "actorId" and client_mutation_id = "clientMutationId")`,
    ...parts.flatMap((part) => part.expressions),
    `recorded as (
      insert into audit_entries (actor_id, actor, action, subject_type, subject_id, changes)
      select "actorId", username, '${action}', '${subject.type}', id, changes || noted from fresh)`,
    `noted as (${noted(subject.type, 'id from fresh')})`,
  ];
  return `with ${expressions.join(',\n')} ${answer}`;
}
