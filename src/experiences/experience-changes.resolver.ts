import { Args, Info, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DataSource } from 'typeorm';
import { ChangeFeed } from '../audit/change-feed.service.js';
import { changesOf } from '../audit/change-subscription.js';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { Reader } from '../common/read/reader.js';
import { SatkerService } from '../satker/satker.service.js';
import { ExperienceStatus } from './experience.enums.js';
import { Experience } from './experience.entity.js';

@Resolver(() => Experience)
export class ExperienceChangesResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly feed: ChangeFeed,
    private readonly satkers: SatkerService,
  ) {}

  @Allow('knowledge.read')
  @Subscription(() => Experience, {
    description:
      'Pengalaman yang baru saja berubah, sejauh Anda boleh melihatnya. Konsep baru tidak diberitakan. / Experiences as they change, as far as you may see them. New drafts are not announced.',
  })
  async experienceChanged(
    @Args('under', { type: () => String, nullable: true, description: 'Satker ini dan di bawahnya. / Unit and below.' })
    under: string | null,
    @Args('statuses', {
      type: () => [ExperienceStatus],
      nullable: true,
      description: 'Tahap sesudah perubahan. / Status after the change.',
    })
    statuses: ExperienceStatus[] | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentActor() actor: Actor,
  ) {
    const unit = under == null ? null : await this.satkers.get(this.dataSource.manager, under, 'under');
    const where = { ...(unit && { 'satker.lineage': unit.code }), ...(statuses && { status: statuses }) };
    return changesOf(this.feed, this.reader, { info, actor, entity: Experience, where });
  }
}
