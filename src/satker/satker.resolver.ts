import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DataSource } from 'typeorm';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { message } from '../common/messages.js';
import { ReadConnection, ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import type { RequestContext } from '../common/request.js';
import { SatkerLookup } from './satker-lookup.js';
import { Satker } from './satker.entity.js';
import { SatkerService } from './satker.service.js';

@Resolver(() => Satker)
export class SatkerResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: SatkerService,
    private readonly dataSource: DataSource,
  ) {}

  @Allow('knowledge.read')
  @ReadOne(() => Satker, { description: 'Satu satker menurut kode. / One work unit by its code.' })
  satker(@Args('code') code: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.one(info, actor, Satker, { code });
  }

  @Allow('knowledge.read')
  @ReadConnection(() => Satker, { description: 'Satker, menurut kode. / Work units, by code.' })
  satkers(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, Satker);
  }

  @Allow('knowledge.read')
  @Query(() => SatkerLookup, {
    description:
      'Satker menurut nama atau alias; memberi tahu bila namanya bermakna ganda. / Units by name; says when it is ambiguous.',
  })
  async satkerLookup(@Args('name') name: string, @Context() { locale }: RequestContext) {
    const matches = await this.service.named(this.dataSource.manager, name);
    const listed = matches.map((unit) => `${unit.code} ${unit.name}`).join(', ');
    const key = matches.length === 0 ? 'NOT_FOUND' : matches.length === 1 ? 'NOT_AMBIGUOUS' : 'AMBIGUOUS';
    const text = message(key, locale, { what: 'Satker', key: name, matches: listed });
    return { name, isAmbiguous: matches.length > 1, message: text, matches };
  }
}
