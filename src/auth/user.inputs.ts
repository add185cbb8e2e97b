import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Role } from '../common/access.js';
import { UserError } from '../common/errors.js';
import { ReadField } from '../common/read/declare.js';
import { Creation, Revision, revisionOf } from '../common/write/inputs.js';
import { EmailAddress, Text } from '../common/write/validation.js';
import { MAX_PASSWORD } from './passwords.js';
import { User } from '../users/user.entity.js';

const MAX_NAME = 200;

@InputType({ description: 'Akun baru. / A new account.' })
export class CreateUserInput extends Creation {
  @Text(100)
  @Field(() => String, { description: 'Nama pengguna, misalnya kontributor.7371. / Username; it stays for good.' })
  username: string;

  @Text(MAX_NAME)
  @Field(() => String, { description: 'Nama yang ditampilkan. / Name to show.' })
  displayName: string;

  @Field(() => Role, { description: 'Peran. / Role.' })
  role: Role;

  @Text(200)
  @Field(() => String, {
    nullable: true,
    description: 'Kode atau nama satker; wajib untuk CONTRIBUTOR dan REVIEWER saja. / Unit, for these two roles only.',
  })
  satker?: string | null;

  @Text(MAX_PASSWORD)
  @Field(() => String, {
    nullable: true,
    description: 'Kata sandi, 12 sampai 200 karakter; kosong: dibuatkan. / Password; made for you if left out.',
  })
  password?: string | null;

  @Text(255)
  @Field(() => String, {
    nullable: true,
    description: 'Subjek pada penyedia OpenID. / Who this is for the OpenID provider (claim sub).',
  })
  oidcSubject?: string | null;

  @EmailAddress()
  @Field(() => String, {
    nullable: true,
    description: 'Alamat surel untuk ringkasan harian. / E-mail address for the daily digest.',
  })
  email?: string | null;
}

@InputType({ description: 'Perubahan akun; yang tidak diisi tetap. / What is left out stays.' })
export class UpdateUserInput extends revisionOf(CreateUserInput, ['username', 'password']) {
  @Field(() => Boolean, { nullable: true, description: 'Boleh masuk. / May sign in.' })
  isActive?: boolean | null;
}

@InputType({ description: 'Kata sandi baru untuk akun orang lain. / A new password for somebody else’s account.' })
export class ResetPasswordInput extends Revision {}

@ObjectType({ isAbstract: true })
abstract class UserPayload {
  @ReadField(() => User, 'Akunnya. / The account.')
  user: Pick<User, 'id'> | null;

  @Field(() => [UserError], {
    description: 'Yang perlu diperbaiki; kosong bila berhasil. / What to mend; empty on success.',
  })
  userErrors: UserError[];
}

@ObjectType({ description: 'Hasil createUser. / Its result.' })
export class CreateUserPayload extends UserPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Kata sandi yang dibuatkan; hanya ditampilkan sekali ini. / The password that was made, shown this once only.',
  })
  initialPassword: string | null;
}

@ObjectType({ description: 'Hasil updateUser. / Its result.' })
export class UpdateUserPayload extends UserPayload {}

@ObjectType({ description: 'Hasil resetPassword. / Its result.' })
export class ResetPasswordPayload extends UserPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Kata sandi baru; hanya ditampilkan sekali ini. / The new password, shown this once only.',
  })
  newPassword: string | null;
}
