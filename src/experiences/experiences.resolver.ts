import { Args, Info, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadConnection, ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { Experience } from './experience.entity.js';
import { Obstacle } from './obstacle.entity.js';

@Resolver(() => Experience)
export class ExperiencesResolver {
  constructor(private readonly reader: Reader) {}

  @Allow('knowledge.read')
  @ReadOne(() => Experience, { description: 'Satu pengalaman menurut kode. / One experience by its code.' })
  experience(@Args('code') code: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.one(info, actor, Experience, { code });
  }

  @Allow('knowledge.read')
  @ReadConnection(() => Experience, {
    description: 'Pengalaman yang boleh Anda lihat, terbaru dahulu. / Experiences you may see, newest first.',
  })
  experiences(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, Experience);
  }

  @Allow('knowledge.read')
  @ReadConnection(() => Obstacle, {
    description: 'Kendala dari pengalaman yang boleh Anda lihat. / Obstacles of the experiences you may see.',
  })
  obstacles(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, Obstacle);
  }
}
