import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/access.js';
import { runPrepared } from '../database/prepared.js';
import type { FieldChange } from './audit-entry.entity.js';
import { ClientMutation } from './client-mutation.entity.js';
import { clientRequest, refuseOther } from './client-requests.js';

/** Registers a value and returns its placeholder. */
export type Param = (value: unknown, cast: string) => string;

export interface WholeCreation {
  actor: Actor;
  /** Name of the mutation, kept in the history; each has a text of its own. */
  action: string;
  /** Type and table of the record. */
  subject: { type: string; table: string };
  input: { clientMutationId: string };
  /**
   * Common table expressions that insert the record and all that belongs to it. They read `claimed (id)`: its one row is
   * the new record's id, and it has none when the request was carried out before. The text may not depend on the values.
   */
  parts: (param: Param) => string[];
  changes: readonly FieldChange[];
}

/**
 * Creates a record, what belongs to it, its history and the memory of the client's request in one statement, which all
 * happens or nothing. It does what `Changes.create` does, at a quarter of the price, for what many send at once.
 */
@Injectable()
export class Creations {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns the key of the record, which an earlier request with the same id may have made. */
  async create({ actor, action, subject, input, parts, changes }: WholeCreation): Promise<string> {
    const request = clientRequest(actor, action, input);
    const values: unknown[] = [];
    const param: Param = (value, cast) => `$${values.push(value)}::${cast}`;
    const by = param(actor.userId, 'bigint');
    const expressions = [
      `claimed as (
        insert into client_mutations (actor_id, client_mutation_id, action, input_hash, subject_id)
        select ${by}, ${param(request.clientMutationId, 'text')}, '${action}', ${param(request.inputHash, 'text')},
          nextval(pg_get_serial_sequence('${subject.table}', 'id'))
        on conflict (actor_id, client_mutation_id) do nothing
        returning subject_id as id)`,
      ...parts(param),
      `recorded as (
        insert into audit_entries (actor_id, actor, action, subject_type, subject_id, changes)
        select ${by}, coalesce((select username from users where id = ${by}), 'system'), '${action}', '${subject.type}', id,
          ${param(JSON.stringify(changes), 'jsonb')}
        from claimed)`,
    ];
    const text = `with ${expressions.join(',\n')} select id from claimed`;
    const statement = { name: `create_${subject.table}`, text };
    const [created] = await runPrepared<{ id: string }>(this.dataSource, statement, values);
    if (created) return created.id;
    // Waited for, if it was still under way: now it is there.
    const known = await this.dataSource.manager.findOneByOrFail(ClientMutation, {
      actorId: request.actorId,
      clientMutationId: request.clientMutationId,
    });
    refuseOther(known, request);
    return known.subjectId!;
  }
}
