import { Field, Int, ObjectType } from '@nestjs/graphql';
import {
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
import { byContainedText, byDate, byEnum, byFlag, byText, describedEnum } from '../common/read/comparators.js';
import { Computed, List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { DateScalar } from '../common/scalars.js';
import { inheritedFrom } from '../common/read/model.js';
import { Experience } from '../experiences/experience.entity.js';
import { Remedy } from '../experiences/experience.enums.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { bySatker } from '../satker/satker.filters.js';

export enum RecommendationStatus {
  PROPOSED = 'PROPOSED',
  ACCEPTED = 'ACCEPTED',
  DEFERRED = 'DEFERRED',
  REJECTED = 'REJECTED',
  IN_PROGRESS = 'IN_PROGRESS',
  REPORTED_DONE = 'REPORTED_DONE',
  VERIFIED = 'VERIFIED',
}
describedEnum(RecommendationStatus, 'RecommendationStatus', 'Keadaan rekomendasi. / Status of a recommendation.', {
  PROPOSED: 'Diusulkan. / Proposed.',
  ACCEPTED: 'Diterima. / Accepted.',
  DEFERRED: 'Ditunda. / Deferred.',
  REJECTED: 'Ditolak. / Rejected.',
  IN_PROGRESS: 'Dikerjakan. / In progress.',
  REPORTED_DONE: 'Dilaporkan selesai. / Reported done.',
  VERIFIED: 'Terverifikasi. / Verified.',
});

export enum Instrument {
  NONE = 'NONE',
  SOP = 'SOP',
  KPU_DECISION = 'KPU_DECISION',
  PKPU = 'PKPU',
  LAW = 'LAW',
}
describedEnum(Instrument, 'Instrument', 'Bentuk hukum yang diperlukan. / Legal form it needs.', {
  NONE: 'Tidak perlu. / None.',
  SOP: 'SOP. / A procedure.',
  KPU_DECISION: 'Keputusan KPU. / A decision of the KPU.',
  PKPU: 'Peraturan KPU. / A regulation of the KPU.',
  LAW: 'Undang-undang. / A law.',
});

export enum Priority {
  LOW = 'LOW',
  MEDIUM = 'MEDIUM',
  HIGH = 'HIGH',
}
describedEnum(Priority, 'Priority', 'Prioritas. / Priority.', {
  LOW: 'Rendah. / Low.',
  MEDIUM: 'Sedang. / Medium.',
  HIGH: 'Tinggi. / High.',
});

@Entity('recommendations')
@Unique('UQ_recommendations_number', ['number'])
@Index('IDX_recommendations_experience', ['experience', 'ordinal', 'id'])
@Index('IDX_recommendations_status', ['status', 'id'])
@Check('CHK_recommendations_ordinal', '"ordinal" >= 1')
@ReadModel({
  scope: inheritedFrom('experience'),
  filter: {
    number: byText('number', 'Nomor. / Number.'),
    status: byEnum(RecommendationStatus, 'RecommendationStatus', 'status', 'Keadaan. / Status.'),
    remedy: byEnum(Remedy, 'Remedy', 'remedy', 'Jenis perbaikan. / Remedy.'),
    instrument: byEnum(Instrument, 'Instrument', 'instrument', 'Bentuk hukum. / Instrument.'),
    priority: byEnum(Priority, 'Priority', 'priority', 'Prioritas. / Priority.'),
    dueDate: byDate('dueDate', 'Tenggat. / Due date.'),
    stage: byText('experience.stage.code', 'Kode tahapan. / Code of the stage.'),
    cycle: byText('experience.stage.cycle.code', 'Kode siklus. / Code of the cycle.'),
    topic: byText('experience.topic.code', 'Kode topik. / Code of the topic.'),
    event: byText('experience.event.slug', 'Slug kegiatan. / Slug of the event.'),
    satker: bySatker('experience.satker', 'Satker pengusul. / The proposing unit.'),
    isDemo: byFlag('experience.isDemo', 'Data peragaan atau bukan. / Demonstration data or not.'),
    text: byContainedText(['text'], 'Memuat teks ini. / Contains this text.'),
  },
  order: { NUMBER: 'number', DUE_DATE: 'dueDate' },
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

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Tenggat. / Due date.' })
  dueDate: string | null;

  @Computed(
    (row) =>
      `coalesce(${row.column('dueDate')} < current_date and ${row.column('status')} in ('ACCEPTED', 'IN_PROGRESS'), false)`,
  )
  @Field(() => Boolean, { description: 'Lewat tenggat dan belum selesai; selalu dihitung. / Past due and not done.' })
  isOverdue: boolean;

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

  @History()
  history: AuditEntry[];
}
