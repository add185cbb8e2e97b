import { Field, ID, InputType } from '@nestjs/graphql';
import { Text } from '../../common/write/validation.js';

@InputType({ description: 'Lampiran yang dihapus. / The attachment to remove.' })
export class RemoveAttachmentInput {
  @Field(() => ID, { description: 'Id lampiran. / Id of the attachment.' })
  id: string;

  @Text(1000)
  @Field(() => String, { nullable: true, description: 'Alasan, dicatat dalam riwayat. / Reason, kept in the history.' })
  reason?: string | null;
}
