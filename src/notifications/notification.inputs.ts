import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { UserError } from '../common/errors.js';
import { ReadField } from '../common/read/declare.js';
import { Texts } from '../common/write/validation.js';
import { User } from '../users/user.entity.js';

@InputType({
  description: 'Pemberitahuan yang sudah dibaca; isi salah satu atau keduanya. / What was read; give either or both.',
})
export class MarkNotificationsReadInput {
  @Texts(100, 100)
  @Field(() => [ID], { nullable: true, description: 'Pemberitahuan ini, paling banyak 100. / These, at most 100.' })
  ids?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Yang ini dan semua yang lebih lama. / This one and all that are older.',
  })
  upTo?: string | null;
}

@ObjectType({ description: 'Hasil markNotificationsRead. / Its result.' })
export class MarkNotificationsReadPayload {
  @ReadField(() => User, 'Akun Anda, dengan kotak masuknya. / Your account, with its inbox.')
  viewer: Pick<User, 'id'> | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Yang sebelumnya belum dibaca. / How many had not been read before.',
  })
  marked: number | null;

  @Field(() => [UserError], {
    description: 'Yang perlu diperbaiki; kosong bila berhasil. / What to mend; empty on success.',
  })
  userErrors: UserError[];
}
