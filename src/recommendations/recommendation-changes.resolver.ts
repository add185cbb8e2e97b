import { Args, Info, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DataSource } from 'typeorm';
import { ChangeFeed } from '../audit/change-feed.service.js';
import { changesOf } from '../audit/change-subscription.js';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { Reader } from '../common/read/reader.js';
import { SatkerService } from '../satker/satker.service.js';
import { Recommendation, RecommendationStatus } from './recommendation.entity.js';

@Resolver(() => Recommendation)
export class RecommendationChangesResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly feed: ChangeFeed,
    private readonly satkers: SatkerService,
  ) {}

  @Allow('knowledge.read')
  @Subscription(() => Recommendation, {
    description:
      'Rekomendasi yang baru saja berubah, sejauh Anda boleh melihatnya. / Recommendations as they change, as far as you may see them.',
  })
  async recommendationChanged(
    @Args('under', {
      type: () => String,
      nullable: true,
      description: 'Dari satker ini dan di bawahnya. / Of a unit and all below it.',
    })
    under: string | null,
    @Args('statuses', {
      type: () => [RecommendationStatus],
      nullable: true,
      description: 'Keadaan sesudah perubahan. / Status after the change.',
    })
    statuses: RecommendationStatus[] | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentActor() actor: Actor,
  ) {
    const unit = under == null ? null : await this.satkers.get(this.dataSource.manager, under, 'under');
    const where = { ...(unit && { 'experience.satker.lineage': unit.code }), ...(statuses && { status: statuses }) };
    return changesOf(this.feed, this.reader, { info, actor, entity: Recommendation, where });
  }
}
