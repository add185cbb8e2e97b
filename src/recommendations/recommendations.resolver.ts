import { Args, Info, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadConnection, ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { Recommendation } from './recommendation.entity.js';

@Resolver(() => Recommendation)
export class RecommendationsResolver {
  constructor(private readonly reader: Reader) {}

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
}
