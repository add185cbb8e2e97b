import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { describedEnum } from '../common/read/comparators.js';
import { List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { DateTimeScalar } from '../common/scalars.js';
import { Citation } from './citation.entity.js';

export enum ConflictStatus {
  OPEN = 'OPEN',
  RESOLVED = 'RESOLVED',
}
describedEnum(ConflictStatus, 'ConflictStatus', 'Apakah perbedaan sudah diputuskan. / Whether it has been settled.', {
  OPEN: 'Belum diputuskan. / Not settled.',
  RESOLVED: 'Diputuskan analis, dengan alasan. / Settled by an analyst, with a reason.',
});

@Entity('conflicts')
@Unique('UQ_conflicts_subject_field', ['subjectType', 'subjectId', 'field'])
@ReadModel({ scope: everyone, defaultOrder: [['field', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description:
    'Perbedaan antarsumber tentang satu bidang; semua klaim disimpan. / Sources disagree on a field; every claim is kept.',
})
export class Conflict extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Jenis data. / Type of the record.' })
  subjectType: string;

  @Column('bigint')
  subjectId: string;

  @Column('text')
  @Field(() => String, { description: 'Bidang yang diperselisihkan. / The field in question.' })
  field: string;

  @EnumColumn(ConflictStatus, { default: ConflictStatus.OPEN })
  @Field(() => ConflictStatus, { description: 'Keadaan. / Status.' })
  status: ConflictStatus;

  @ManyToOne(() => Citation, { nullable: true })
  @JoinColumn()
  @Field(() => Citation, { nullable: true, description: 'Klaim yang dipilih. / The claim chosen.' })
  chosen: Relation<Citation> | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Nilai yang dipakai, kosong selama belum diputuskan. / The curated value.',
  })
  curatedValue: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Mengapa nilai itu dipilih, atau mengapa belum. / Why that value, or why none yet.',
  })
  reason: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Saat diputuskan. / When it was settled.' })
  resolvedAt: Date | null;

  @List(() => Citation, {
    description: 'Klaim semua sumber tentang bidang ini. / What each source claims.',
    via: (claim, conflict) =>
      ['subjectType', 'subjectId', 'field']
        .map((key) => `${claim.column(key)} = ${conflict.column(key)}`)
        .join(' and '),
    order: [['id', 'ASC']],
  })
  claims: Citation[];

  @History()
  history: AuditEntry[];
}
