import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { Needs, ReadConnection, ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { payloadType } from '../common/write/payload.js';
import { SourceDocument } from './source.entity.js';
import { AddSourceInput, UpdateSourceInput } from './source.inputs.js';
import { referenceLine, type Referenced } from './source-reference.js';
import { SourcesService } from './sources.service.js';

const AddSourcePayload = payloadType(
  'AddSourcePayload',
  'source',
  () => SourceDocument,
  'Dokumen yang dicatat. / The document recorded.',
);
const UpdateSourcePayload = payloadType(
  'UpdateSourcePayload',
  'source',
  () => SourceDocument,
  'Dokumen yang diubah. / The document changed.',
);

@Resolver(() => SourceDocument)
export class SourcesResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: SourcesService,
  ) {}

  @Allow('knowledge.read')
  @ReadOne(() => SourceDocument, {
    description: 'Satu dokumen sumber menurut slug. / One source document by its slug.',
  })
  source(@Args('slug') slug: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.one(info, actor, SourceDocument, { slug });
  }

  @Allow('knowledge.read')
  @ReadConnection(() => SourceDocument, { description: 'Dokumen sumber, terbaru dahulu. / Sources, newest first.' })
  sources(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, SourceDocument);
  }

  @Needs<SourceDocument>('title', 'publisher', 'publishedOn', 'url')
  @ResolveField(() => String, {
    description: 'Rujukan siap pakai: penerbit, judul, tanggal, alamat. / A ready-made reference line, in Indonesian.',
  })
  reference(@Parent() source: Referenced): string {
    return referenceLine(source);
  }

  @Allow('source.curate')
  @Mutation(() => AddSourcePayload, { description: 'Mencatat dokumen sumber. / Records a source document.' })
  async addSource(@Args('input') input: AddSourceInput, @CurrentActor() actor: Actor) {
    return { source: await this.service.add(actor, input), userErrors: [] };
  }

  @Allow('source.curate')
  @Mutation(() => UpdateSourcePayload, { description: 'Mengubah dokumen sumber. / Changes a source document.' })
  async updateSource(@Args('input') input: UpdateSourceInput, @CurrentActor() actor: Actor) {
    return { source: await this.service.update(actor, input), userErrors: [] };
  }
}
