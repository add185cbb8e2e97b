import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Sign-ins that failed, or are under way, within one window of time. Shared by all processes; swept when over. */
@Entity('login_attempts')
export class LoginAttempt {
  /** SHA-256 of what is counted: people mistake the username's field for the password's, and addresses are personal. */
  @PrimaryColumn('text')
  key: string;

  @Column('int')
  failures: number;

  @Index('IDX_login_attempts_ends_at')
  @Column('timestamptz')
  endsAt: Date;
}
