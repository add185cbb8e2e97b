import { Args, ID, Info, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { Node } from '../common/entity.js';
import { ReadOne } from '../common/read/declare.js';
import { parseGlobalId } from '../common/read/global-id.js';
import { Reader } from '../common/read/reader.js';

@Resolver()
export class NodeResolver {
  constructor(private readonly reader: Reader) {}

  @Allow('knowledge.read')
  @ReadOne(() => Node, {
    description: 'Apa pun menurut id-nya; kosong bila tidak ada bagi Anda. / Anything by its id.',
  })
  node(@Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    const target = parseGlobalId(id);
    const table = target && this.reader.tables.withType(target.typeName);
    return table ? this.reader.one(info, actor, table.model.entity, { id: target.key }) : null;
  }
}
