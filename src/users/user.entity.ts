import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { ACCOUNT_READERS, Role } from '../common/access.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { byContainedText, byDateTime, byEnum, byFlag, byText, describedEnum } from '../common/read/comparators.js';
import { ReadModel } from '../common/read/declare.js';
import { visibleWhere } from '../common/read/model.js';
import { DateTimeScalar } from '../common/scalars.js';
import { Satker } from '../satker/satker.entity.js';
import { bySatker } from '../satker/satker.filters.js';

describedEnum(Role, 'Role', 'Peran sebuah akun. / What an account may do.', {
  VIEWER: 'Membaca yang sudah diterbitkan. / Reads what is published.',
  CONTRIBUTOR: 'Menulis dan mengirim pengalaman satkernya. / Writes for its own unit.',
  REVIEWER: 'Memeriksa kiriman satker di bawahnya. / Reviews the units below.',
  ANALYST: 'Mengolah pengetahuan di pusat. / Curates knowledge at the centre.',
  ADMIN: 'Mengelola akun dan data rujukan. / Manages accounts and reference data.',
  AUDITOR: 'Membaca semuanya, tidak mengubah apa pun. / Reads everything, changes nothing.',
});

/** Roles that act for a unit; an account that has one belongs to a satker. */
export const UNIT_ROLES: readonly Role[] = [Role.CONTRIBUTOR, Role.REVIEWER];

/** Who may sign in. Apart from administrators and auditors everybody sees the own account only: no names are published. */
@Entity('users')
@Unique('UQ_users_username', ['username'])
@Unique('UQ_users_oidc_subject', ['oidcSubject'])
@Check('CHK_users_username', `"username" ~ '^[a-z0-9]+([._-][a-z0-9]+)*$' and length("username") between 3 and 64`)
@Check(
  'CHK_users_satker',
  `("role" in (${UNIT_ROLES.map((role) => `'${role}'`).join(', ')})) = ("satker_id" is not null)`,
)
@ReadModel({
  scope: visibleWhere((row, role) => {
    if (ACCOUNT_READERS.includes(role)) return 'true';
    return role === null ? 'false' : `${row.column('id')} = ${row.actor('userId', 'bigint')}`;
  }),
  filter: {
    username: byText('username', 'Nama pengguna. / Username.'),
    role: byEnum(Role, 'Role', 'role', 'Peran. / Role.'),
    satker: bySatker('satker', 'Satker yang diwakili. / The unit the account acts for.'),
    isActive: byFlag('isActive', 'Boleh masuk. / May sign in.'),
    isDemo: byFlag('isDemo', 'Akun peragaan. / Demonstration account.'),
    lastLoginAt: byDateTime('lastLoginAt', 'Saat terakhir masuk. / Last time it signed in.'),
    text: byContainedText(['username', 'displayName'], 'Nama memuat teks ini. / Text in either name.'),
  },
  order: { USERNAME: 'username', DISPLAY_NAME: 'displayName', LAST_LOGIN_AT: 'lastLoginAt', CREATED_AT: 'createdAt' },
  defaultOrder: [['username', 'ASC']],
})
@ObjectType({ implements: () => [Node], description: 'Akun yang dapat masuk. / An account that can sign in.' })
export class User extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Nama pengguna, huruf kecil. / Username, lower case.' })
  username: string;

  @Column('text')
  @Field(() => String, { description: 'Nama yang ditampilkan. / Name to show.' })
  displayName: string;

  @EnumColumn(Role)
  @Field(() => Role, { description: 'Peran. / Role.' })
  role: Role;

  @Index('IDX_users_satker')
  @ManyToOne(() => Satker, { nullable: true })
  @JoinColumn()
  @Field(() => Satker, { nullable: true, description: 'Satker yang diwakili. / The unit the account acts for.' })
  satker: Relation<Satker> | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: 'Akun peragaan. / Demonstration account.' })
  isDemo: boolean;

  @Column('boolean', { default: true })
  @Field(() => Boolean, { description: 'Boleh masuk. / May sign in.' })
  isActive: boolean;

  /** Left out of every query that does not ask for it by name, and of the history. */
  @Column('text', { select: false })
  passwordHash: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Subjek pada penyedia OpenID; kosong: belum terikat. / Who this is for the OpenID provider.',
  })
  oidcSubject: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Alamat surel untuk ringkasan harian. / E-mail address for the daily digest.',
  })
  email: string | null;

  @Column('boolean', { default: true })
  @Field(() => Boolean, {
    description: 'Ingin menerima ringkasan harian lewat surel. / Wants the daily digest by e-mail.',
  })
  wantsDigest: boolean;

  /** How often all sessions of the account were ended; a token that was made at a lower number is over. */
  @Column('int', { default: 0 })
  sessionEpoch: number;

  /** When they were ended last: tokens that are older than a token may become need no looking after. */
  @Column('timestamptz', { nullable: true })
  sessionEpochSince: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Saat terakhir masuk. / Last time it signed in.' })
  lastLoginAt: Date | null;

  @History()
  history: AuditEntry[];
}

const USERNAME = /^(?=.{3,64}$)[a-z0-9]+([._-][a-z0-9]+)*$/;

/** A username as it is kept, or null when no account can have it. */
export function usernameOf(text: string): string | null {
  const username = text.trim().toLowerCase();
  return USERNAME.test(username) ? username : null;
}
