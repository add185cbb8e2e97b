import { Info, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { StatusesArg, UnderArg, UnitChanges } from '../satker/unit-changes.service.js';
import { RecommendationStatus } from './recommendation.enums.js';
import { Recommendation } from './recommendation.entity.js';

@Resolver(() => Recommendation)
export class RecommendationChangesResolver {
  constructor(private readonly changes: UnitChanges) {}

  @Allow('knowledge.read')
  @Subscription(() => Recommendation, {
    description:
      'Rekomendasi yang baru saja berubah, sejauh Anda boleh melihatnya. / Recommendations as they change, as far as you may see them.',
  })
  recommendationChanged(
    @UnderArg() under: string | null,
    @StatusesArg(RecommendationStatus) statuses: RecommendationStatus[] | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentActor() actor: Actor,
  ) {
    return this.changes.of({ info, actor, entity: Recommendation, unit: 'experience.satker', under, statuses });
  }
}
