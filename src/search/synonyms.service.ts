import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { keyOf } from '../common/write/references.js';
import { formOfText } from './asking/forms.js';
import {
  MOST_FORMS,
  type AddSynonymInput,
  type RemoveSynonymInput,
  type UpdateSynonymInput,
} from './synonym.inputs.js';
import { Synonym } from './synonym.entity.js';

const MOST_WORDS = 8;

/** Owns the synonyms. The search reads them with each question, so a change acts at once. */
@Injectable()
export class SynonymsService {
  constructor(
    private readonly changes: Changes,
    private readonly dataSource: DataSource,
  ) {}

  add(actor: Actor, input: AddSynonymInput): Promise<Synonym> {
    const { clientMutationId: _, forms, note, isActive } = input;
    return this.changes.create({
      actor,
      action: 'addSynonym',
      entity: Synonym,
      input,
      make: async () => ({ forms: tidy(forms), note: note || null, isActive: isActive ?? true }),
    });
  }

  update(actor: Actor, input: UpdateSynonymInput): Promise<Synonym> {
    const { id, expectedVersion, reason, forms, note, isActive } = input;
    return this.changes.edit({
      actor,
      action: 'updateSynonym',
      entity: Synonym,
      id: keyOf(Synonym, id, 'id'),
      expectedVersion,
      reason,
      patch: () => ({
        forms: forms === undefined ? undefined : tidy(forms ?? []),
        note: note === undefined ? undefined : note || null,
        isActive: isActive ?? undefined,
      }),
    });
  }

  /** The history keeps what it was. */
  remove(actor: Actor, { id, expectedVersion: expected }: RemoveSynonymInput): Promise<void> {
    return this.dataSource.transaction(async (tx) => {
      const key = keyOf(Synonym, id, 'id');
      const row = await tx.findOne(Synonym, { where: { id: key }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw Rejected.because('NOT_FOUND', 'id', { what: 'Synonym', key: id });
      if (row.version !== expected)
        throw Rejected.because('CONFLICT', 'expectedVersion', { current: row.version, expected });
      await this.changes.remove(tx, {
        actor,
        action: 'removeSynonym',
        entity: Synonym,
        row,
        fields: ['forms', 'note'],
      });
    });
  }
}

/** Forms as they are kept: in lower case, each once, and each with something to find. */
function tidy(forms: readonly string[]): string[] {
  const kept = [...new Set(forms.map((form) => form.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()))];
  const isUsable = (form: string): boolean => {
    const { length } = formOfText(form);
    return length > 0 && length <= MOST_WORDS;
  };
  if (kept.length < 2 || !kept.every(isUsable)) throw Rejected.because('SYNONYM_FORMS', 'forms', { max: MOST_FORMS });
  return kept;
}
