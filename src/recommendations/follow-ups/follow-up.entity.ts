import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { type AuditEntry } from '../../audit/audit-entry.entity.js';
import { History } from '../../audit/history.js';
import { Node, StoredEntity } from '../../common/entity.js';
import { Computed, ReadModel } from '../../common/read/declare.js';
import { inheritedFrom } from '../../common/read/model.js';
import { DateScalar } from '../../common/scalars.js';
import { Satker } from '../../satker/satker.entity.js';
import { Recommendation } from '../recommendation.entity.js';

/** What somebody does about a recommendation. */
@Entity('follow_ups')
@Index('IDX_follow_ups_recommendation', ['recommendation', 'id'])
@Check('CHK_follow_ups_owner', 'num_nonnulls("satker_id", "organisation") = 1')
@Check('CHK_follow_ups_progress', '"progress" between 0 and 100')
@Check('CHK_follow_ups_done', '"done_on" is null or "progress" = 100')
@ReadModel({ scope: inheritedFrom('recommendation'), defaultOrder: [['id', 'ASC']] })
@ObjectType({ implements: () => [Node], description: 'Tindak lanjut atas rekomendasi. / What is done about it.' })
export class FollowUp extends StoredEntity {
  @ManyToOne(() => Recommendation, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  @Field(() => Recommendation, { description: 'Rekomendasinya. / The recommendation.' })
  recommendation: Relation<Recommendation>;

  @Column('text')
  @Field(() => String, { description: 'Yang dikerjakan. / What is done.' })
  action: string;

  @ManyToOne(() => Satker, { nullable: true })
  @JoinColumn()
  @Field(() => Satker, {
    nullable: true,
    description: 'Satker yang mengerjakan; kosong bila lembaga lain. / The unit that does it, if it is one.',
  })
  satker: Relation<Satker> | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Lembaga di luar KPU yang mengerjakan. / The organisation outside that does it.',
  })
  organisation: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Mulai. / Start.' })
  startDate: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Tenggat. / Due date.' })
  dueDate: string | null;

  @Column('smallint', { default: 0 })
  @Field(() => Int, { description: 'Kemajuan, 0–100 persen. / Progress in per cent.' })
  progress: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Bukti dengan kata-kata. / Evidence in words.' })
  evidence: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Alamat bukti. / Where the evidence is found.' })
  evidenceUrl: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Tanggal selesai; kosong bila belum. / When it was done.' })
  doneOn: string | null;

  @Computed((row) => `coalesce(${row.column('dueDate')} < current_date and ${row.column('doneOn')} is null, false)`)
  @Field(() => Boolean, { description: 'Lewat tenggat dan belum selesai; selalu dihitung. / Past due and not done.' })
  isOverdue: boolean;

  @History()
  history: AuditEntry[];
}
