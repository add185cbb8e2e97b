import { hash } from 'node:crypto';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import type { ClientMutation } from './client-mutation.entity.js';

/** A client's request as it is remembered, so that its repetition is known for one. */
export type ClientRequest = Pick<ClientMutation, 'actorId' | 'clientMutationId' | 'action' | 'inputHash'>;

export function clientRequest(actor: Actor, action: string, input: { clientMutationId: string }): ClientRequest {
  const inputHash = hash('sha256', JSON.stringify(input));
  return { actorId: actor.userId!, clientMutationId: input.clientMutationId, action, inputHash };
}

/** The same id with another input is a mistake, not a repetition. */
export function refuseOther(known: ClientRequest, wanted: ClientRequest): void {
  if (known.action !== wanted.action || known.inputHash !== wanted.inputHash)
    throw Rejected.because('REPEATED_WITH_OTHER_INPUT', 'clientMutationId');
}
