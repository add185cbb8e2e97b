import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a client's repeated request has to find: the result of the first. */
@Entity('client_mutations')
export class ClientMutation {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'PK_client_mutations' })
  actorId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_client_mutations' })
  clientMutationId: string;

  @Column('text')
  action: string;

  /** SHA-256 of the input: the same id with another input is a mistake, not a repetition. */
  @Column('text')
  inputHash: string;

  /** Set in the transaction that did the work, so never null once committed. */
  @Column('bigint', { nullable: true })
  subjectId: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
