import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/access.js';
import { clientRequest } from './client-requests.js';
import { creationRow, creationStatement, type WholeCreation } from './creation-statement.js';

/** Inputs of records that are created together, each with an id that is known again when it is sent another time. */
interface Batch<Input> {
  actor: Actor;
  inputs: readonly Input[];
}

/**
 * Creates many records by one statement, as `Creations` creates what is sent at once, in the caller's transaction. What was
 * created before, by this account or by one of its peers, stays as it is. Returns how many are new.
 */
export async function createBatch<Input extends { clientMutationId: string }>(
  tx: EntityManager,
  creation: WholeCreation<Input>,
  { actor, inputs }: Batch<Input>,
): Promise<number> {
  const once = [...new Map(inputs.map((input) => [input.clientMutationId, input])).values()];
  const rows = once.map((input, n) => ({
    n,
    ...creationRow(creation, clientRequest(actor, creation.action, input), input),
  }));
  const statement = creationStatement(creation, {
    most: rows.length,
    where: `not exists (select from client_mutations known
      where known.actor_id in (${creation.peersOf('$2::bigint')}) and known.client_mutation_id = "clientMutationId")`,
    answer: 'select count(*)::int as count from fresh',
  });
  const [made] = await tx.query<{ count: number }[]>(statement, [JSON.stringify(rows), actor.userId]);
  return made!.count;
}

/** Which of these requests were carried out before, by this account or by one of its peers. */
export async function createdBefore<Input>(
  tx: EntityManager,
  { peersOf }: WholeCreation<Input>,
  { actor, clientMutationIds }: { actor: Actor; clientMutationIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    `select distinct client_mutation_id as id from client_mutations
     where actor_id in (${peersOf('$1::bigint')}) and client_mutation_id = any($2)`,
    [actor.userId, clientMutationIds],
  );
  return new Set(rows.map(({ id }) => id));
}
