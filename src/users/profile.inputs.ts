import { Field, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'Perubahan akun sendiri; yang tidak diisi tetap. / What is left out stays.' })
export class UpdateProfileInput {
  @Field(() => Int, {
    description: 'Versi yang Anda lihat; ditolak bila sudah diubah orang lain. / The version you saw.',
  })
  expectedVersion: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Ingin menerima ringkasan harian lewat surel. / Wants the daily digest by e-mail.',
  })
  wantsDigest?: boolean | null;
}
