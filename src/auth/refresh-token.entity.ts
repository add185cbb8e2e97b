import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../users/user.entity.js';

/** One token of a session. All tokens that came one from another are a family; at most one of them is good for anything. */
@Entity('refresh_tokens')
export class RefreshToken {
  /** SHA-256 of the token: whoever reads this table, or a copy of it, has no token. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_refresh_tokens' })
  hash: string;

  @Index('IDX_refresh_tokens_family')
  @Column('uuid')
  familyId: string;

  @Index('IDX_refresh_tokens_user')
  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'FK_refresh_tokens_user' })
  user: Relation<User>;

  /** The account's when the token was made; a token of a lower one is over. */
  @Column('int')
  sessionEpoch: number;

  @Column('timestamptz', { default: () => 'now()' })
  issuedAt: Date;

  @Index('IDX_refresh_tokens_expires_at')
  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  /** Hash of the successor that counts. */
  @Column('text', { nullable: true })
  replacedBy: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
