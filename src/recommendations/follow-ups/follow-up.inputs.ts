import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateScalar } from '../../common/scalars.js';
import { Creation, revisionOf } from '../../common/write/inputs.js';
import { Text, WebAddress, WholeNumber } from '../../common/write/validation.js';

@InputType({ description: 'Tindak lanjut baru. / A new follow-up.' })
export class AddFollowUpInput extends Creation {
  @Field(() => ID, { description: 'Id rekomendasi. / Id of the recommendation.' })
  recommendation: string;

  @Text(5000)
  @Field(() => String, { description: 'Yang dikerjakan. / What is done.' })
  action: string;

  @Text(200)
  @Field(() => String, {
    nullable: true,
    description:
      'Kode atau nama satker yang mengerjakan; bawaan: satker Anda. / The unit that does it; your own unless given.',
  })
  satker?: string | null;

  @Text(200)
  @Field(() => String, {
    nullable: true,
    description: 'Lembaga di luar KPU yang mengerjakan; dicatat oleh pusat. / An organisation outside, for the centre.',
  })
  organisation?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Mulai. / Start.' })
  startDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Tenggat. / Due date.' })
  dueDate?: string | null;

  @WholeNumber(0, 100)
  @Field(() => Int, { nullable: true, description: 'Kemajuan, 0–100 persen. / Progress in per cent.' })
  progress?: number | null;

  @Text(5000)
  @Field(() => String, { nullable: true, description: 'Bukti dengan kata-kata. / Evidence in words.' })
  evidence?: string | null;

  @WebAddress()
  @Field(() => String, { nullable: true, description: 'Alamat bukti. / Where the evidence is found.' })
  evidenceUrl?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Tanggal selesai; kemajuannya lalu 100. / When it was done; its progress is 100 then.',
  })
  doneOn?: string | null;
}

@InputType({
  description: 'Perubahan tindak lanjut; yang tidak disebut tetap, rekomendasinya tetap. / What is left out stays.',
})
export class UpdateFollowUpInput extends revisionOf(AddFollowUpInput, ['recommendation']) {
  @Text(100)
  @Field(() => String, {
    nullable: true,
    description: 'Bila diisi, permintaan yang diulang hanya dikerjakan sekali. / If given, repeating it does nothing.',
  })
  clientMutationId?: string | null;
}
