import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { Role } from '../common/access.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { describedEnum } from '../common/read/comparators.js';
import { ReadModel } from '../common/read/declare.js';
import { visibleWhere } from '../common/read/model.js';
import { DateTimeScalar } from '../common/scalars.js';
import { Satker } from '../satker/satker.entity.js';

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

/** Who may sign in. Apart from administrators everybody sees the own account only: names of people are not published. */
@Entity('users')
@Unique('UQ_users_username', ['username'])
@Check('CHK_users_username', `"username" ~ '^[a-z0-9]+([._-][a-z0-9]+)*$' and length("username") between 3 and 64`)
@Check(
  'CHK_users_satker',
  `("role" in (${UNIT_ROLES.map((role) => `'${role}'`).join(', ')})) = ("satker_id" is not null)`,
)
@ReadModel({
  scope: visibleWhere((row, role) => {
    if (role === Role.ADMIN) return 'true';
    return role === null ? 'false' : `${row.column('id')} = ${row.actor('userId', 'bigint')}`;
  }),
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

  /** Left out of every query that does not ask for it by name. */
  @Column('text', { select: false })
  passwordHash: string;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Saat terakhir masuk. / Last time it signed in.' })
  lastLoginAt: Date | null;
}

const USERNAME = /^(?=.{3,64}$)[a-z0-9]+([._-][a-z0-9]+)*$/;

/** A username as it is kept, or null when no account can have it. */
export function usernameOf(text: string): string | null {
  const username = text.trim().toLowerCase();
  return USERNAME.test(username) ? username : null;
}
