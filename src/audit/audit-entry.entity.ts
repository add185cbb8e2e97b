import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ACCOUNT_READERS, HISTORY_READERS } from '../common/access.js';
import { byDateTime, byText } from '../common/read/comparators.js';
import { ReadModel } from '../common/read/declare.js';
import { visibleWhere, type SqlRow } from '../common/read/model.js';
import { Node } from '../common/entity.js';
import { DateTimeScalar } from '../common/scalars.js';

@ObjectType({ description: 'Perubahan satu bidang. / The change of one field.' })
export class FieldChange {
  @Field(() => String, { description: 'Bidang. / Field.' })
  field: string;

  @Field(() => String, { nullable: true, description: 'Sebelum; kosong bila baru. / Before.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'Sesudah. / After.' })
  after: string | null;
}

/** To whom accounts do not exist, their history does not either. */
const notOfAccounts = (row: SqlRow): string => `${row.column('subjectType')} <> 'User'`;

/** Append-only: who did what to which record, and what each field was before and after. */
@Entity('audit_entries')
@Index('IDX_audit_entries_subject', ['subjectType', 'subjectId', 'id'])
@ReadModel({
  scope: visibleWhere((row, role) => {
    if (!HISTORY_READERS.includes(role)) return 'false';
    return ACCOUNT_READERS.includes(role) ? 'true' : notOfAccounts(row);
  }),
  filter: {
    action: byText('action', 'Tindakan. / Action.'),
    actor: byText('actor', 'Nama pengguna. / Username.'),
    at: byDateTime('at', 'Saat. / When.'),
  },
  order: { AT: 'at' },
  defaultOrder: [['at', 'DESC']],
})
@ObjectType({
  implements: () => [Node],
  description: 'Satu perubahan dalam riwayat. / One change in the history of a record.',
})
export class AuditEntry extends Node {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  declare id: string;

  @Column('timestamptz', { default: () => 'now()' })
  @Field(() => DateTimeScalar, { description: 'Saat. / When.' })
  at: Date;

  @Column('bigint', { nullable: true })
  actorId: string | null;

  @Column('text')
  @Field(() => String, { description: 'Nama pengguna, atau "system". / Username, or "system".' })
  actor: string;

  @Column('text')
  @Field(() => String, { description: 'Tindakan, misalnya updateEvent. / The operation.' })
  action: string;

  @Column('text')
  @Field(() => String, { description: 'Jenis data. / Type of the record.' })
  subjectType: string;

  @Column('bigint')
  subjectId: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Alasan, bila diberikan. / Reason, if given.' })
  reason: string | null;

  @Column('jsonb')
  @Field(() => [FieldChange], { description: 'Bidang yang berubah. / The fields that changed.' })
  changes: FieldChange[];
}
