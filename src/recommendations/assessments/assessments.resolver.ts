import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../../common/access.js';
import { payloadType } from '../../common/write/payload.js';
import { Assessment } from './assessment.entity.js';
import { AssessRecommendationInput } from './assessment.inputs.js';
import { AssessmentsService } from './assessments.service.js';

const AssessRecommendationPayload = payloadType(
  'AssessRecommendationPayload',
  'assessment',
  () => Assessment,
  'Penilaian yang dicatat. / The assessment recorded.',
);

@Resolver(() => Assessment)
export class AssessmentsResolver {
  constructor(private readonly service: AssessmentsService) {}

  @Allow('recommendation.assess')
  @Mutation(() => AssessRecommendationPayload, {
    description:
      'Menilai sejauh mana terlaksana; bukan oleh yang mengerjakan. / Says how far it was carried out; not by who did it.',
  })
  async assessRecommendation(@Args('input') input: AssessRecommendationInput, @CurrentActor() actor: Actor) {
    return { assessment: await this.service.assess(actor, input), userErrors: [] };
  }
}
