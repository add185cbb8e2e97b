import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import { Rejected } from '../common/errors.js';
import { gather } from '../common/write/gather.js';
import { byId, byKey, byOptionalKey, keyOf } from '../common/write/references.js';
import { Event } from '../events/event.entity.js';
import { Presentation } from '../events/presentation.entity.js';
import { SatkerService } from '../satker/satker.service.js';
import { Stage } from '../stages/stage.entity.js';
import { AwardCategory } from './award-category.entity.js';
import { Award } from './award.entity.js';
import type * as Inputs from './award.inputs.js';

/** Owns award categories and awards. A category without an award says that no source names a winner. */
@Injectable()
export class AwardsService {
  constructor(
    private readonly changes: Changes,
    private readonly satkers: SatkerService,
  ) {}

  addCategory(actor: Actor, input: Inputs.AddAwardCategoryInput): Promise<AwardCategory> {
    const { clientMutationId: _, event, stage, ...values } = input;
    return this.changes.create({
      actor,
      action: 'addAwardCategory',
      entity: AwardCategory,
      input,
      make: async (tx) => ({
        ...values,
        ...(await gather({
          event: () => byKey(tx, Event, 'slug', event, 'event'),
          stage: () => byKey(tx, Stage, 'code', stage, 'stage'),
        })),
      }),
    });
  }

  updateCategory(actor: Actor, input: Inputs.UpdateAwardCategoryInput): Promise<AwardCategory> {
    const { id, expectedVersion, reason, stage, ...values } = input;
    const key = keyOf(AwardCategory, id, 'id');
    return this.changes.edit({
      actor,
      action: 'updateAwardCategory',
      entity: AwardCategory,
      id: key,
      expectedVersion,
      reason,
      patch: async (tx) => ({
        ...values,
        ...(await gather({ stage: () => byOptionalKey(tx, Stage, 'code', stage, 'stage') })),
      }),
    });
  }

  grant(actor: Actor, input: Inputs.GrantAwardInput): Promise<Award> {
    const { clientMutationId: _, category, satker, presentation, ...values } = input;
    return this.changes.create({
      actor,
      action: 'grantAward',
      entity: Award,
      input,
      make: async (tx) => {
        const references = await gather({
          category: () => byId(tx, AwardCategory, category, 'category'),
          satker: () => this.satkers.get(tx, satker, 'satker'),
          presentation: () => presentationOf(tx, presentation),
        });
        await refuseForeign(tx, references.presentation, references.category.id, references.satker.id);
        return { ...values, ...references };
      },
    });
  }

  update(actor: Actor, input: Inputs.UpdateAwardInput): Promise<Award> {
    const { id, expectedVersion, reason, satker, presentation, ...values } = input;
    return this.changes.edit({
      actor,
      action: 'updateAward',
      entity: Award,
      id: keyOf(Award, id, 'id'),
      expectedVersion,
      reason,
      patch: async (tx, { id: key }) => {
        const relations = { category: true, satker: true, presentation: { event: true, satker: true } };
        const current = await tx.findOneOrFail(Award, { where: { id: key }, relations });
        const references = await gather({
          satker: () => this.satkers.getOptional(tx, satker, 'satker'),
          presentation: () => presentationOf(tx, presentation),
        });
        const judged = references.presentation === undefined ? current.presentation : references.presentation;
        await refuseForeign(tx, judged, current.category.id, (references.satker ?? current.satker).id);
        return { ...values, ...references };
      },
    });
  }
}

async function presentationOf(
  tx: EntityManager,
  id: string | null | undefined,
): Promise<Presentation | null | undefined> {
  if (id == null) return id as null | undefined;
  const found = await byId(tx, Presentation, id, 'presentation');
  return tx.findOneOrFail(Presentation, { where: { id: found.id }, relations: { event: true, satker: true } });
}

/** A unit wins for what it presented itself, at the event that gives the award. */
async function refuseForeign(
  tx: EntityManager,
  presentation: Presentation | null | undefined,
  categoryId: string,
  satkerId: string,
): Promise<void> {
  if (!presentation) return;
  const { event } = await tx.findOneOrFail(AwardCategory, { where: { id: categoryId }, relations: { event: true } });
  if (presentation.event.id !== event.id)
    throw Rejected.because('OTHER_EVENT', 'presentation', { what: 'Presentation' });
  if (presentation.satker.id !== satkerId) throw Rejected.because('OTHER_SATKER', 'presentation');
}
