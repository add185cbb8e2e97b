import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../../common/access.js';
import { ListFrom } from '../../common/read/declare.js';
import { payloadType } from '../../common/write/payload.js';
import { Experience } from '../experience.entity.js';
import { Attachment } from './attachment.entity.js';
import { RemoveAttachmentInput } from './attachment.inputs.js';
import { AttachmentsService } from './attachments.service.js';

const RemoveAttachmentPayload = payloadType(
  'RemoveAttachmentPayload',
  'experience',
  () => Experience,
  'Pengalaman yang memuatnya. / The experience that had it.',
);

@Resolver(() => Experience)
export class AttachmentsResolver {
  constructor(private readonly service: AttachmentsService) {}

  @ListFrom(Experience, () => Attachment, {
    via: 'experience',
    order: [['id', 'ASC']],
    description: 'Berkas lampiran, menurut urutan dikirim. / Attached files, in the order they were sent.',
  })
  attachments(): void {}

  @Allow('experience.write')
  @Mutation(() => RemoveAttachmentPayload, {
    description:
      'Menghapus lampiran dari konsep satker Anda, atau dari yang dikembalikan. / Removes a file from a draft of your unit, or one returned to it.',
  })
  async removeAttachment(@Args('input') input: RemoveAttachmentInput, @CurrentActor() actor: Actor) {
    return { experience: { id: await this.service.remove(actor, input) }, userErrors: [] };
  }
}
