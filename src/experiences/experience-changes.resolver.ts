import { Info, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { StatusesArg, UnderArg, UnitChanges } from '../satker/unit-changes.service.js';
import { ExperienceStatus } from './experience.enums.js';
import { Experience } from './experience.entity.js';

@Resolver(() => Experience)
export class ExperienceChangesResolver {
  constructor(private readonly changes: UnitChanges) {}

  @Allow('knowledge.read')
  @Subscription(() => Experience, {
    description:
      'Pengalaman yang baru saja berubah, sejauh Anda boleh melihatnya. Konsep baru tidak diberitakan. / Experiences as they change, as far as you may see them. New drafts are not announced.',
  })
  experienceChanged(
    @UnderArg() under: string | null,
    @StatusesArg(ExperienceStatus) statuses: ExperienceStatus[] | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentActor() actor: Actor,
  ) {
    return this.changes.of({ info, actor, entity: Experience, unit: 'satker', under, statuses });
  }
}
