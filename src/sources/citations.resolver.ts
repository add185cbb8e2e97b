import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { payloadType } from '../common/write/payload.js';
import { Citation } from './citation.entity.js';
import { CitationsService } from './citations.service.js';
import { AddCitationInput, UpdateCitationInput } from './source.inputs.js';

const AddCitationPayload = payloadType(
  'AddCitationPayload',
  'citation',
  () => Citation,
  'Kutipan yang dicatat. / The citation recorded.',
);
const UpdateCitationPayload = payloadType(
  'UpdateCitationPayload',
  'citation',
  () => Citation,
  'Kutipan yang diubah. / The citation changed.',
);

/** Writes citations; reading them is part of reading the document or the record they are about. */
@Resolver()
export class CitationsResolver {
  constructor(private readonly service: CitationsService) {}

  @Allow('source.curate')
  @Mutation(() => AddCitationPayload, {
    description:
      'Mencatat kata satu dokumen tentang satu bidang; bila sumber berbeda, perbedaannya dicatat. / Records a claim; where sources disagree, a conflict.',
  })
  async addCitation(@Args('input') input: AddCitationInput, @CurrentActor() actor: Actor) {
    return { citation: await this.service.add(actor, input), userErrors: [] };
  }

  @Allow('source.curate')
  @Mutation(() => UpdateCitationPayload, { description: 'Mengubah kutipan. / Changes a citation.' })
  async updateCitation(@Args('input') input: UpdateCitationInput, @CurrentActor() actor: Actor) {
    return { citation: await this.service.update(actor, input), userErrors: [] };
  }
}
