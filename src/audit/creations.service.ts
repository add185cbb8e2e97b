import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/access.js';
import { runPrepared } from '../database/prepared.js';
import type { FieldChange } from './audit-entry.entity.js';
import { ClientMutation } from './client-mutation.entity.js';
import { clientRequest, refuseOther, type ClientRequest } from './client-requests.js';

/** Registers a value and returns its placeholder. */
export type Param = (value: unknown, cast: string) => string;

/** Its texts are always the same, whatever the values: the statement stays prepared. */
export interface WholeCreation {
  actor: Actor;
  /** Name of the mutation, kept in the history. */
  action: string;
  /** Type and table of the record. */
  subject: { type: string; table: string };
  input: { clientMutationId: string };
  /** Common table expressions that look up what is needed; `ready` among them has a row when there is all of it. */
  before: (param: Param) => string[];
  /**
   * Common table expressions that insert the record and all that belongs to it. They read `claimed (id)`: its one row is
   * the new record's id, and it has none when something is missing or the request was carried out before.
   */
  parts: (param: Param) => string[];
  changes: readonly FieldChange[];
  /** A change that only the statement knows, as jsonb. */
  moreChanges: string;
  /** Called when nothing was written: rejects with the reason, unless the request was one carried out before. */
  explain: () => Promise<void>;
}

/**
 * Creates a record, what belongs to it, its history and the memory of the client's request in one statement, which all
 * happens or nothing. It does what `Changes.create` does, in one exchange with PostgreSQL instead of about ten: for what
 * many send at once.
 */
@Injectable()
export class Creations {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns the key of the record, which an earlier request with the same id may have made. */
  async create(creation: WholeCreation): Promise<string> {
    const { actor, action, subject, input, explain } = creation;
    const request = clientRequest(actor, action, input);
    const values: unknown[] = [];
    const text = statementOf(creation, request, (value, cast) => `$${values.push(value)}::${cast}`);
    const statement = { name: `create_${subject.table}`, text };
    const [created] = await runPrepared<{ id: string }>(this.dataSource, statement, values);
    if (created) return created.id;
    // Waited for, if it was still under way: now it is there.
    const { actorId, clientMutationId } = request;
    const known = await this.dataSource.manager.findOneBy(ClientMutation, { actorId, clientMutationId });
    if (!known) {
      await explain();
      throw new Error(`${action} wrote nothing and gave no reason`);
    }
    refuseOther(known, request);
    return known.subjectId!;
  }
}

function statementOf(
  { before, parts, subject, action, changes, moreChanges }: WholeCreation,
  request: ClientRequest,
  param: Param,
): string {
  const by = param(request.actorId, 'bigint');
  const expressions = [
    ...before(param),
    `claimed as (
      insert into client_mutations (actor_id, client_mutation_id, action, input_hash, subject_id)
      select ${by}, ${param(request.clientMutationId, 'text')}, '${action}', ${param(request.inputHash, 'text')},
        nextval(pg_get_serial_sequence('${subject.table}', 'id'))
      from ready
      on conflict (actor_id, client_mutation_id) do nothing
      returning subject_id as id)`,
    ...parts(param),
    `recorded as (
      insert into audit_entries (actor_id, actor, action, subject_type, subject_id, changes)
      select ${by}, coalesce((select username from users where id = ${by}), 'system'), '${action}', '${subject.type}', id,
        ${param(JSON.stringify(changes), 'jsonb')} || ${moreChanges}
      from claimed)`,
  ];
  return `with ${expressions.join(',\n')} select id from claimed`;
}
