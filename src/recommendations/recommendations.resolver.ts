import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadConnection, ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { payloadType } from '../common/write/payload.js';
import { Recommendation } from './recommendation.entity.js';
import { CreateRecommendationInput } from './recommendation.inputs.js';
import { RecommendationsService } from './recommendations.service.js';

const CreateRecommendationPayload = payloadType(
  'CreateRecommendationPayload',
  'recommendation',
  () => Recommendation,
  'Rekomendasi yang diusulkan. / The recommendation proposed.',
);

@Resolver(() => Recommendation)
export class RecommendationsResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: RecommendationsService,
  ) {}

  @Allow('knowledge.read')
  @ReadOne(() => Recommendation, { description: 'Satu rekomendasi menurut nomor. / One recommendation by its number.' })
  recommendation(@Args('number') number: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.one(info, actor, Recommendation, { number });
  }

  @Allow('knowledge.read')
  @ReadConnection(() => Recommendation, {
    description: 'Rekomendasi dari pengalaman yang boleh Anda lihat. / Recommendations of experiences you may see.',
  })
  recommendations(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, Recommendation);
  }

  @Allow('recommendation.decide')
  @Mutation(() => CreateRecommendationPayload, {
    description: 'Menambah rekomendasi atas pengalaman yang diterbitkan. / Adds one to a published experience.',
  })
  async createRecommendation(@Args('input') input: CreateRecommendationInput, @CurrentActor() actor: Actor) {
    return { recommendation: await this.service.create(actor, input), userErrors: [] };
  }
}
