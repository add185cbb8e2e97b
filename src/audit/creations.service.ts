import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/access.js';
import type { PayloadRead, Shown } from '../common/read/payload-read.js';
import { Turns } from '../common/turns.js';
import { runStatement } from '../database/run-statement.js';
import type { FieldChange } from './audit-entry.entity.js';
import { noted } from './changed-records.js';
import { ClientMutation } from './client-mutation.entity.js';
import { clientRequest, refuseOther } from './client-requests.js';

/** Something for each parameter of a part, by the parameter's name. */
export type ByParam<P, T> = Readonly<Record<keyof P & string, T>>;

/** A part of a statement that creates a record. Its text is the same for all inputs, so that it stays prepared. */
export interface CreationPart<Input, P extends Readonly<Record<string, string>> = Readonly<Record<string, string>>> {
  /** Parameters and their types. */
  readonly params: P;
  /** Common table expressions; `p` are the placeholders, `by` the one of who asks. */
  expressions(p: ByParam<P, string>, by: string): string[];
  /** The same for many records: `fresh` has a row for each, its `id` and the parameters under their names. */
  expressionsForMany(by: string): string[];
  values(input: Input): ByParam<P, unknown>;
  changes(input: Input): FieldChange[];
}

/** A kind of record that is created by one statement. */
export interface WholeCreation<Input> {
  /** Name of the mutation, kept in the history. */
  readonly action: string;
  /** Type and table of the record. */
  readonly subject: { readonly type: string; readonly table: string };
  /**
   * Looks up what is needed. `ready` among its expressions has a row when there is all of it: `username` is the writer's,
   * `changes` a jsonb array of what only the statement knows. For many it is `writer`, with the same columns, and `peers`
   * has the ids of the accounts whose earlier requests count as well.
   */
  readonly lookUp: CreationPart<Input>;
  /**
   * Insert the record and all that belongs to it, each table in an expression of the table's own name that returns all
   * columns. They read `claimed (id)`: its one row is the new record's id, and it has none when something is missing or
   * the request was carried out before.
   */
  readonly parts: readonly CreationPart<Input>[];
  /** Tables that the parts insert into. */
  readonly tables: ReadonlySet<string>;
}

interface Request<Input> {
  actor: Actor;
  input: Input;
  payload: PayloadRead;
  /** Called when nothing was written: rejects with the reason, unless the request was one carried out before. */
  explain: () => Promise<void>;
}

/**
 * Creates a record, what belongs to it, its history and the memory of the client's request in one statement, which all
 * happens or nothing, and reads what the payload shows of it in the same. It does what `Changes.create` does, in one
 * exchange with PostgreSQL instead of about ten: for what many send at once.
 */
@Injectable()
export class Creations {
  /** However many offices send at once, half of the connections stay for readers. */
  private readonly turns: Turns;

  constructor(private readonly dataSource: DataSource) {
    const { poolSize } = dataSource.options as { poolSize: number };
    this.turns = new Turns(Math.max(1, Math.floor(poolSize / 2)));
  }

  /** The record that was made, by this request or an earlier one with the same id. */
  async create<Input extends { clientMutationId: string }>(
    creation: WholeCreation<Input>,
    { actor, input, payload, explain }: Request<Input>,
  ): Promise<Shown> {
    const { action, subject, lookUp, parts, tables } = creation;
    const request = clientRequest(actor, action, input);
    const all = [lookUp, ...parts];
    const changes = JSON.stringify(all.flatMap((part) => part.changes(input)));
    const values = all.flatMap((part) => {
      const given = part.values(input);
      return Object.keys(part.params).map((name) => given[name]);
    });
    const statement = payload({
      values: [actor.userId, request.clientMutationId, request.inputHash, changes, ...values],
      key: 'claimed.id',
      tables,
      text: (shown) => statementOf(creation, shown),
    });
    const created = await this.turns.take(() => runStatement(this.dataSource, statement));
    if (created) return JSON.parse(created.toString()) as Shown;
    // Waited for, if it was still under way: now it is there.
    const { actorId, clientMutationId } = request;
    const known = await this.dataSource.manager.findOneBy(ClientMutation, { actorId, clientMutationId });
    if (!known) {
      await explain();
      throw new Error(`${action} of ${subject.type} wrote nothing and gave no reason`);
    }
    refuseOther(known, request);
    return { id: known.subjectId! };
  }
}

function statementOf<Input>({ action, subject, lookUp, parts }: WholeCreation<Input>, shown: string): string {
  const [by, clientMutationId, inputHash, changes] = ['$1::bigint', '$2::text', '$3::text', '$4::jsonb'];
  let count = 4;
  const expressionsOf = (part: CreationPart<Input>): string[] => {
    const placeholders = Object.entries(part.params).map(([name, type]) => [name, `$${(count += 1)}::${type}`]);
    return part.expressions(Object.fromEntries(placeholders) as Record<string, string>, by!);
  };
  const expressions = [
    ...expressionsOf(lookUp),
    `claimed as (
      insert into client_mutations (actor_id, client_mutation_id, action, input_hash, subject_id)
      select ${by}, ${clientMutationId}, '${action}', ${inputHash}, nextval('${subject.table}_id_seq') from ready
      on conflict (actor_id, client_mutation_id) do nothing
      returning subject_id as id)`,
    ...parts.flatMap(expressionsOf),
    `recorded as (
      insert into audit_entries (actor_id, actor, action, subject_type, subject_id, changes)
      select ${by}, ready.username, '${action}', '${subject.type}', claimed.id, ${changes} || ready.changes
      from claimed, ready)`,
    `noted as (${noted(subject.type, 'id from claimed')})`,
  ];
  return `with ${expressions.join(',\n')} select json_build_object('id', claimed.id::text, 'shown', ${shown})::text from claimed`;
}
