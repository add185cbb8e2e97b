import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { UserError } from '../common/errors.js';
import { ReadField } from '../common/read/declare.js';
import { DateTimeScalar } from '../common/scalars.js';
import { Text } from '../common/write/validation.js';
import { MAX_PASSWORD } from './passwords.js';
import { User } from './user.entity.js';

@InputType({ description: 'Untuk masuk. / What signing in takes.' })
export class LoginInput {
  @Text(100)
  @Field(() => String, { description: 'Nama pengguna; huruf besar dan kecil sama saja. / Username, in any case.' })
  username: string;

  @Text(MAX_PASSWORD)
  @Field(() => String, { description: 'Kata sandi. / Password.' })
  password: string;
}

@ObjectType({ description: 'Hasil login. / Its result.' })
export class LoginPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Kirim sebagai "Authorization: Bearer …"; kosong bila gagal. / Send it with each request; empty on failure.',
  })
  accessToken: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Token berlaku sampai saat ini. / The token is good until then.',
  })
  expiresAt: Date | null;

  @ReadField(() => User, 'Akun yang masuk. / The account that signed in.')
  user: Pick<User, 'id'> | null;

  @Field(() => [UserError], {
    description: 'Yang perlu diperbaiki; kosong bila berhasil. / What to mend; empty on success.',
  })
  userErrors: UserError[];
}
