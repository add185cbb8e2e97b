import { Field, Int, ObjectType } from '@nestjs/graphql';
import {
  BeforeInsert,
  BeforeUpdate,
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  Unique,
  type Relation,
} from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { byContainedText, byDate, byEnum, byFlag, byText } from '../common/read/comparators.js';
import { Computed, List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { DateScalar, DateTimeScalar } from '../common/scalars.js';
import { inheritedFrom } from '../common/read/model.js';
import { Experience } from '../experiences/experience.entity.js';
import { Remedy } from '../experiences/experience.enums.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { bySatker } from '../satker/satker.filters.js';
import { RecommendationAddressee } from './addressee.entity.js';
import { Assessment } from './assessments/assessment.entity.js';
import { FollowUp } from './follow-ups/follow-up.entity.js';
import { Instrument, Priority, PRIORITY_RANKS, RecommendationStatus } from './recommendation.enums.js';
import { byOverdue, isOverdue } from './recommendation.overdue.js';
import {
  AllowedRecommendationStep,
  allowedTransitions,
  RecommendationViewerCan,
  viewerCan,
} from './steps/next-steps.js';

@Entity('recommendations')
@Unique('UQ_recommendations_number', ['number'])
@Index('IDX_recommendations_experience', ['experience', 'ordinal', 'id'])
@Index('IDX_recommendations_status', ['status', 'id'])
// Only what has a plan: proposals, which are most, cost nothing here.
@Index('IDX_recommendations_due_date', ['dueDate', 'id'], { where: '"due_date" is not null' })
@Index('IDX_recommendations_priority', ['priorityRank', 'id'], { where: '"priority_rank" is not null' })
@Check('CHK_recommendations_ordinal', '"ordinal" >= 1')
@Check(
  'CHK_recommendations_priority_rank',
  `"priority_rank" is not distinct from case "priority" when 'LOW' then 1 when 'MEDIUM' then 2 when 'HIGH' then 3 end`,
)
@ReadModel({
  scope: inheritedFrom('experience'),
  filter: {
    number: byText('number', 'Nomor. / Number.'),
    status: byEnum(RecommendationStatus, 'RecommendationStatus', 'status', 'Keadaan. / Status.'),
    remedy: byEnum(Remedy, 'Remedy', 'remedy', 'Jenis perbaikan. / Remedy.'),
    instrument: byEnum(Instrument, 'Instrument', 'instrument', 'Bentuk hukum. / Instrument.'),
    priority: byEnum(Priority, 'Priority', 'priority', 'Prioritas. / Priority.'),
    dueDate: byDate('dueDate', 'Tenggat. / Due date.'),
    isOverdue: byOverdue('Lewat tenggat dan belum selesai. / Past due and not done.'),
    addressee: bySatker('addressees.satker', 'Satker yang dituju. / A unit it is addressed to.'),
    cause: byText('obstacles.cause.code', 'Penyebab kendala yang diatasi. / Cause of an obstacle it addresses.'),
    stage: byText('experience.stage.code', 'Kode tahapan. / Code of the stage.'),
    cycle: byText('experience.stage.cycle.code', 'Kode siklus. / Code of the cycle.'),
    topic: byText('experience.topic.code', 'Kode topik. / Code of the topic.'),
    event: byText('experience.event.slug', 'Slug kegiatan. / Slug of the event.'),
    satker: bySatker('experience.satker', 'Satker pengusul. / The proposing unit.'),
    isDemo: byFlag('experience.isDemo', 'Data peragaan atau bukan. / Demonstration data or not.'),
    text: byContainedText(['text'], 'Memuat teks ini. / Contains this text.'),
  },
  order: { NUMBER: 'number', DUE_DATE: 'dueDate', PRIORITY: 'priorityRank' },
  defaultOrder: [['id', 'ASC']],
})
@ObjectType({ implements: () => [Node], description: 'Rekomendasi perbaikan. / A recommendation.' })
export class Recommendation extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Nomor untuk dirujuk, misalnya REK-000045. / Number to refer to.' })
  number: string;

  @Column('text')
  @Field(() => String, { description: 'Isi rekomendasi. / What is recommended.' })
  text: string;

  @EnumColumn(RecommendationStatus, { default: RecommendationStatus.PROPOSED })
  @Field(() => RecommendationStatus, { description: 'Keadaan. / Status.' })
  status: RecommendationStatus;

  @EnumColumn(Remedy, { nullable: true })
  @Field(() => Remedy, { nullable: true, description: 'Jenis perbaikan, bila sudah ditetapkan. / Remedy.' })
  remedy: Remedy | null;

  @EnumColumn(Instrument, { nullable: true })
  @Field(() => Instrument, { nullable: true, description: 'Bentuk hukum, bila sudah ditetapkan. / Instrument.' })
  instrument: Instrument | null;

  @EnumColumn(Priority, { nullable: true })
  @Field(() => Priority, { nullable: true, description: 'Prioritas, bila sudah ditetapkan. / Priority.' })
  priority: Priority | null;

  /** Kept, so that it can be ordered by and indexed; a check holds it to the priority. */
  @Column('smallint', { nullable: true })
  priorityRank: number | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Tenggat. / Due date.' })
  dueDate: string | null;

  @Computed((row) => `coalesce(${isOverdue(row)}, false)`)
  @Field(() => Boolean, { description: 'Lewat tenggat dan belum selesai; selalu dihitung. / Past due and not done.' })
  isOverdue: boolean;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Saat diterima. / When it was accepted.' })
  acceptedAt: Date | null;

  /** What came after it is a recurrence, so reopening does not take it away. */
  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Saat pertama kali dilaporkan selesai; tetap bila dibuka kembali. / When it was first reported done.',
  })
  reportedDoneAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Saat diverifikasi; kosong bila dibuka kembali. / When it was verified; empty once reopened.',
  })
  verifiedAt: Date | null;

  @Column('smallint', { default: 1 })
  @Field(() => Int, { description: 'Urutan dalam pengalaman. / Place in the experience.' })
  ordinal: number;

  @ManyToOne(() => Experience, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  @Field(() => Experience, { description: 'Pengalaman asalnya. / The experience it came from.' })
  experience: Relation<Experience>;

  @ManyToMany(() => Obstacle)
  @JoinTable({ name: 'recommendation_obstacles' })
  @List(() => Obstacle, {
    order: [['id', 'ASC']],
    description: 'Kendala yang hendak diatasi. / Obstacles it addresses.',
  })
  obstacles: Relation<Obstacle>[];

  @List(() => RecommendationAddressee, {
    via: 'recommendation',
    order: [['id', 'ASC']],
    description: 'Pihak yang harus bertindak. / Who has to act.',
  })
  addressees: RecommendationAddressee[];

  @List(() => FollowUp, {
    via: 'recommendation',
    order: [['id', 'ASC']],
    description: 'Tindak lanjut. / What is done about it.',
  })
  followUps: FollowUp[];

  @List(() => Assessment, {
    via: 'recommendation',
    order: [['id', 'ASC']],
    description: 'Penilaian, dari yang pertama. / Assessments, oldest first.',
  })
  assessments: Assessment[];

  @Computed(allowedTransitions)
  @Field(() => [AllowedRecommendationStep], {
    description: 'Langkah yang boleh Anda ambil sekarang. / Steps that you may take now.',
  })
  allowedTransitions: AllowedRecommendationStep[];

  @Computed(viewerCan)
  @Field(() => RecommendationViewerCan, { description: 'Yang boleh Anda lakukan. / What you may do.' })
  viewerCan: RecommendationViewerCan;

  @History()
  history: AuditEntry[];

  @BeforeInsert()
  @BeforeUpdate()
  rankByPriority(): void {
    this.priorityRank = this.priority && PRIORITY_RANKS[this.priority];
  }
}
