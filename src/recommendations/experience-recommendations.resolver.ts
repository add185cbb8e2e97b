import { Resolver } from '@nestjs/graphql';
import { ListFrom } from '../common/read/declare.js';
import { Experience } from '../experiences/experience.entity.js';
import { Recommendation } from './recommendation.entity.js';

@Resolver(() => Experience)
export class ExperienceRecommendationsResolver {
  @ListFrom(Experience, () => Recommendation, {
    via: 'experience',
    order: [['ordinal', 'ASC']],
    description: 'Rekomendasi yang diusulkan pengalaman ini. / Recommendations it proposes.',
  })
  recommendations(): void {}
}
