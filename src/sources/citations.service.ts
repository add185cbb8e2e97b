import { Injectable } from '@nestjs/common';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import { Reader } from '../common/read/reader.js';
import { gather } from '../common/write/gather.js';
import { byKey, byOptionalKey, keyOf } from '../common/write/references.js';
import { citedField } from './citation-subject.js';
import { Citation } from './citation.entity.js';
import { Disagreements } from './disagreements.service.js';
import { SourceDocument } from './source.entity.js';
import type { AddCitationInput, UpdateCitationInput } from './source.inputs.js';

/** Owns what documents say of records. A claim that differs from others never replaces them. */
@Injectable()
export class CitationsService {
  constructor(
    private readonly changes: Changes,
    private readonly disagreements: Disagreements,
    private readonly reader: Reader,
  ) {}

  add(actor: Actor, input: AddCitationInput): Promise<Citation> {
    const { clientMutationId: _, source, subject, field, value, ...values } = input;
    const step = { actor, action: 'addCitation' };
    return this.changes.create({
      ...step,
      entity: Citation,
      input,
      make: async (tx) => {
        const found = await gather({
          source: () => byKey(tx, SourceDocument, 'slug', source, 'source'),
          place: () => citedField(tx, this.reader, { subject, field }),
        });
        return { ...values, ...found.place, value: value.trim(), source: found.source };
      },
      afterwards: (tx, claim) => this.disagreements.follow(tx, step, claim),
    });
  }

  update(actor: Actor, input: UpdateCitationInput): Promise<Citation> {
    const { id, expectedVersion, reason, source, value, ...values } = input;
    const step = { actor, action: 'updateCitation' };
    return this.changes.edit({
      ...step,
      entity: Citation,
      id: keyOf(Citation, id, 'id'),
      expectedVersion,
      reason,
      patch: async (tx) => {
        const found = await gather({ source: () => byOptionalKey(tx, SourceDocument, 'slug', source, 'source') });
        return { ...values, ...found, value: value && value.trim() };
      },
      afterwards: async (tx, claim, before) => {
        if (claim.value !== before.value) await this.disagreements.follow(tx, step, claim, before.value);
      },
    });
  }
}
