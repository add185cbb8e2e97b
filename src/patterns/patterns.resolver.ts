import { Args, Info, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Projections } from '../audit/projections.service.js';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadConnection, ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { ObstaclePattern } from './pattern.entity.js';

@Resolver(() => ObstaclePattern)
export class PatternsResolver {
  constructor(
    private readonly reader: Reader,
    private readonly projections: Projections,
  ) {}

  @Allow('knowledge.read')
  @ReadOne(() => ObstaclePattern, { description: 'Satu pola kendala menurut kode. / One pattern by its code.' })
  async obstaclePattern(@Args('code') code: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    await this.projections.current();
    return this.reader.one(info, actor, ObstaclePattern, { code });
  }

  @Allow('knowledge.read')
  @ReadConnection(() => ObstaclePattern, {
    description:
      'Pola: kendala yang sama di berbagai satker dan tahun, yang paling banyak satkernya dahulu. / Patterns, those of most units first.',
  })
  async obstaclePatterns(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    await this.projections.current();
    return this.reader.connection(info, actor, ObstaclePattern);
  }
}
