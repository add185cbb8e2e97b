import { Args, Info, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadList, ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { ElectionCycle } from './cycle.entity.js';
import { Stage } from './stage.entity.js';
import { Cause, Dimension, Topic } from './taxonomy.entities.js';

@Resolver()
export class StagesResolver {
  constructor(private readonly reader: Reader) {}

  @Allow('knowledge.read')
  @ReadList(() => ElectionCycle, {
    description: 'Siklus pemilu dan pemilihan, dengan tahapannya. / Election cycles with their stages.',
  })
  electionCycles(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.list(info, actor, ElectionCycle);
  }

  @Allow('knowledge.read')
  @ReadOne(() => Stage, { description: 'Satu tahapan menurut kode. / One stage by its code.' })
  stage(@Args('code') code: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.one(info, actor, Stage, { code });
  }

  @Allow('knowledge.read')
  @ReadList(() => Topic, { description: 'Semua topik. / All topics.' })
  topics(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.list(info, actor, Topic);
  }

  @Allow('knowledge.read')
  @ReadList(() => Cause, { description: 'Semua golongan penyebab. / All categories of causes.' })
  causes(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.list(info, actor, Cause);
  }

  @Allow('knowledge.read')
  @ReadList(() => Dimension, { description: 'Dimensi evaluasi KPU. / KPU’s dimensions of evaluation.' })
  dimensions(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.list(info, actor, Dimension);
  }
}
