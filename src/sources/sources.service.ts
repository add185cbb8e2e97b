import { Injectable } from '@nestjs/common';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import { keyOf } from '../common/write/references.js';
import { SourceDocument } from './source.entity.js';
import type { AddSourceInput, UpdateSourceInput } from './source.inputs.js';

/** Owns the documents; what they say is `CitationsService`'s. */
@Injectable()
export class SourcesService {
  constructor(private readonly changes: Changes) {}

  add(actor: Actor, input: AddSourceInput): Promise<SourceDocument> {
    const { clientMutationId: _, sha256, ...values } = input;
    return this.changes.create({
      actor,
      action: 'addSource',
      entity: SourceDocument,
      input,
      make: async () => ({ ...values, sha256: sha256?.toLowerCase() }),
    });
  }

  update(actor: Actor, input: UpdateSourceInput): Promise<SourceDocument> {
    const { id, expectedVersion, reason, sha256, ...values } = input;
    const key = keyOf(SourceDocument, id, 'id');
    return this.changes.edit({
      actor,
      action: 'updateSource',
      entity: SourceDocument,
      id: key,
      expectedVersion,
      reason,
      patch: () => ({ ...values, sha256: sha256 && sha256.toLowerCase() }),
    });
  }
}
