import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { UserError } from '../common/errors.js';
import { ReadField } from '../common/read/declare.js';
import { DateTimeScalar } from '../common/scalars.js';
import { RandomToken, Text } from '../common/write/validation.js';
import { MAX_PASSWORD } from './passwords.js';
import { User } from '../users/user.entity.js';

@InputType({ description: 'Untuk masuk. / What signing in takes.' })
export class LoginInput {
  @Text(100)
  @Field(() => String, { description: 'Nama pengguna; huruf besar dan kecil sama saja. / Username, in any case.' })
  username: string;

  @Text(MAX_PASSWORD)
  @Field(() => String, { description: 'Kata sandi. / Password.' })
  password: string;
}

@InputType({ description: 'Untuk melanjutkan sesi. / What going on takes.' })
export class RefreshInput {
  @RandomToken()
  @Field(() => String, { description: 'Token penyegar; hanya sekali pakai. / Refresh token; it is good once.' })
  refreshToken: string;
}

@InputType({ description: 'Untuk keluar. / What signing out takes.' })
export class LogoutInput extends RefreshInput {}

@InputType({ description: 'Kata sandi lama dan baru. / The old password and the new one.' })
export class ChangePasswordInput {
  @Text(MAX_PASSWORD)
  @Field(() => String, { description: 'Kata sandi saat ini. / The current password.' })
  currentPassword: string;

  @Text(MAX_PASSWORD)
  @Field(() => String, { description: 'Kata sandi baru, 12 sampai 200 karakter. / The new password.' })
  newPassword: string;
}

@ObjectType({ isAbstract: true })
abstract class SessionPayload {
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

  @Field(() => String, {
    nullable: true,
    description: 'Untuk refresh, sekali pakai; simpan dengan aman. / For refresh, good once; keep it safe.',
  })
  refreshToken: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Sesi berakhir saat ini bila tidak disegarkan. / The session ends then unless it is refreshed.',
  })
  refreshExpiresAt: Date | null;

  @ReadField(() => User, 'Akun yang masuk. / The account that signed in.')
  user: Pick<User, 'id'> | null;

  @Field(() => [UserError], {
    description: 'Yang perlu diperbaiki; kosong bila berhasil. / What to mend; empty on success.',
  })
  userErrors: UserError[];
}

@ObjectType({ description: 'Hasil login. / Its result.' })
export class LoginPayload extends SessionPayload {}

@ObjectType({ description: 'Hasil refresh. / Its result.' })
export class RefreshPayload extends SessionPayload {}

@ObjectType({ description: 'Hasil changePassword: sesi baru. / Its result: a new session.' })
export class ChangePasswordPayload extends SessionPayload {}

@ObjectType({ description: 'Hasil logout. / Its result.' })
export class LogoutPayload {
  @Field(() => [UserError], {
    description: 'Yang perlu diperbaiki; kosong bila berhasil. / What to mend; empty on success.',
  })
  userErrors: UserError[];
}
