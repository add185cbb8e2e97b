import { Args, Field, ID, Info, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { UserError } from '../common/errors.js';
import { ReadConnection } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { payloadType } from '../common/write/payload.js';
import { Synonym } from './synonym.entity.js';
import { AddSynonymInput, RemoveSynonymInput, UpdateSynonymInput } from './synonym.inputs.js';
import { SynonymsService } from './synonyms.service.js';

const AddSynonymPayload = payloadType('AddSynonymPayload', 'synonym', () => Synonym, 'Yang ditambahkan. / As added.');
const UpdateSynonymPayload = payloadType(
  'UpdateSynonymPayload',
  'synonym',
  () => Synonym,
  'Sesudah diubah. / As changed.',
);

@ObjectType({ description: 'Hasil RemoveSynonym. / Its result.' })
class RemoveSynonymPayload {
  @Field(() => ID, { nullable: true, description: 'Id yang dihapus. / The id removed.' })
  removedId: string | null;

  @Field(() => [UserError], { description: 'Yang perlu diperbaiki; kosong bila berhasil. / What to mend.' })
  userErrors: UserError[];
}

@Resolver(() => Synonym)
export class SynonymsResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: SynonymsService,
  ) {}

  @Allow('knowledge.read')
  @ReadConnection(() => Synonym, {
    description: 'Istilah yang dianggap sama oleh pencarian. / Terms that mean the same to the search.',
  })
  synonyms(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, Synonym);
  }

  @Allow('synonym.curate')
  @Mutation(() => AddSynonymPayload, { description: 'Menambah sinonim; langsung berlaku. / Adds one; acts at once.' })
  async addSynonym(@Args('input') input: AddSynonymInput, @CurrentActor() actor: Actor) {
    return { synonym: await this.service.add(actor, input), userErrors: [] };
  }

  @Allow('synonym.curate')
  @Mutation(() => UpdateSynonymPayload, { description: 'Mengubah sinonim; langsung berlaku. / Changes one.' })
  async updateSynonym(@Args('input') input: UpdateSynonymInput, @CurrentActor() actor: Actor) {
    return { synonym: await this.service.update(actor, input), userErrors: [] };
  }

  @Allow('synonym.curate')
  @Mutation(() => RemoveSynonymPayload, { description: 'Menghapus sinonim; langsung berlaku. / Removes one.' })
  async removeSynonym(@Args('input') input: RemoveSynonymInput, @CurrentActor() actor: Actor) {
    await this.service.remove(actor, input);
    return { removedId: input.id, userErrors: [] };
  }
}
