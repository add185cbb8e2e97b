import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Items, Text } from '../../common/write/validation.js';

/** What each step of the workflow carries. */
@InputType({ description: 'Satu langkah pada satu pengalaman. / One step of one experience.' })
export class ExperienceStepInput {
  @Field(() => ID, { description: 'Id pengalaman. / Id of the experience.' })
  id: string;

  @Field(() => Int, {
    description: 'Versi yang Anda lihat; ditolak bila sudah diubah orang lain. / The version you saw.',
  })
  expectedVersion: number;

  @Text(100)
  @Field(() => String, {
    nullable: true,
    description: 'Bila diisi, permintaan yang diulang hanya dikerjakan sekali. / If given, repeating it does nothing.',
  })
  clientMutationId?: string | null;

  @Text(5000)
  @Field(() => String, {
    nullable: true,
    description:
      'Alasan; wajib untuk mengembalikan, menolak, menandai sama. / Required to return, reject, mark as duplicate.',
  })
  reason?: string | null;
}

@InputType({ description: 'Catatan tentang satu bidang. / A comment on one field.' })
export class FieldCommentInput {
  @Text(60)
  @Field(() => String, { description: 'Bidang, misalnya happened atau obstacles.0.text. / The field.' })
  field: string;

  @Text(2000)
  @Field(() => String, { description: 'Catatan. / The comment.' })
  text: string;
}

@InputType({ description: 'Mengembalikan untuk diperbaiki. / Returns it for changes.' })
export class RequestChangesInput extends ExperienceStepInput {
  @Items(() => FieldCommentInput, 50)
  @Field(() => [FieldCommentInput], { nullable: true, description: 'Catatan per bidang. / Comments on single fields.' })
  comments?: FieldCommentInput[] | null;
}

@InputType({ description: 'Menandai sama dengan pengalaman lain. / Marks it as a duplicate of another.' })
export class MarkDuplicateInput extends ExperienceStepInput {
  @Text(40)
  @Field(() => String, { description: 'Kode pengalaman yang asli. / Code of the original.' })
  of: string;
}
