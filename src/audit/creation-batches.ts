import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/access.js';
import { noted } from './changed-records.js';
import type { CreationPart, WholeCreation } from './creations.service.js';

/** Inputs of records that are created together, each with an id that is known again when it is sent another time. */
interface Batch<Input> {
  actor: Actor;
  inputs: readonly Input[];
}

/**
 * Creates many records by one statement, as `Creations` creates one, in the caller's transaction. What was created
 * before, by this account or by one of its peers, stays as it is. Returns how many are new.
 */
export async function createBatch<Input extends { clientMutationId: string }>(
  tx: EntityManager,
  creation: WholeCreation<Input>,
  { actor, inputs }: Batch<Input>,
): Promise<number> {
  const once = [...new Map(inputs.map((input) => [input.clientMutationId, input])).values()];
  const parts = [creation.lookUp, ...creation.parts];
  const rows = once.map((input) => ({
    clientMutationId: input.clientMutationId,
    inputHash: hash('sha256', JSON.stringify(input)),
    changes: parts.flatMap((part) => part.changes(input)),
    ...Object.assign({}, ...parts.map((part) => part.values(input))),
  }));
  const [made] = await tx.query<{ count: number }[]>(statementOf(creation), [actor.userId, JSON.stringify(rows)]);
  return made!.count;
}

/** Which of these requests were carried out before, by this account or by one of its peers. */
export async function createdBefore<Input>(
  tx: EntityManager,
  { lookUp }: WholeCreation<Input>,
  { actor, clientMutationIds }: { actor: Actor; clientMutationIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    `with ${lookUp.expressionsForMany('$1::bigint').join(',\n')}
     select distinct client_mutation_id as id from client_mutations
     where actor_id in (select id from peers) and client_mutation_id = any($2)`,
    [actor.userId, clientMutationIds],
  );
  return new Set(rows.map(({ id }) => id));
}

function statementOf<Input>({ action, subject, lookUp, parts }: WholeCreation<Input>): string {
  const by = '$1::bigint';
  const columns = [lookUp, ...parts].flatMap(({ params }) => Object.entries(params));
  const expressionsOf = (part: CreationPart<Input>): string[] => part.expressionsForMany(by);
  const expressions = [
    `given as materialized (
      select * from json_to_recordset($2::json) as given ("clientMutationId" text, "inputHash" text, changes jsonb,
        ${columns.map(([name, type]) => `"${name}" ${type}`).join(', ')}))`,
    ...expressionsOf(lookUp),
    `claimed as (
      insert into client_mutations (actor_id, client_mutation_id, action, input_hash, subject_id)
      select ${by}, "clientMutationId", '${action}', "inputHash", nextval('${subject.table}_id_seq')
      from given
      where not exists (select from client_mutations known
        where known.actor_id in (select id from peers) and known.client_mutation_id = "clientMutationId")
      on conflict (actor_id, client_mutation_id) do nothing
      returning client_mutation_id, subject_id as id)`,
    `fresh as (select claimed.id, given.* from given join claimed on client_mutation_id = "clientMutationId")`,
    ...parts.flatMap(expressionsOf),
    `recorded as (
      insert into audit_entries (actor_id, actor, action, subject_type, subject_id, changes)
      select ${by}, username, '${action}', '${subject.type}', fresh.id, fresh.changes || writer.changes
      from fresh cross join writer)`,
    `noted as (${noted(subject.type, 'id from claimed')})`,
  ];
  return `with ${expressions.join(',\n')} select count(*)::int as count from claimed`;
}
