import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { byContainedText, byDate, byDateTime, byEnum, byFlag, byInt, byText } from '../common/read/comparators.js';
import { Computed, List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { DateScalar, DateTimeScalar } from '../common/scalars.js';
import { Event } from '../events/event.entity.js';
import { Presentation } from '../events/presentation.entity.js';
import { bySatker } from '../satker/satker.filters.js';
import { Satker } from '../satker/satker.entity.js';
import { Stage } from '../stages/stage.entity.js';
import { Topic } from '../stages/taxonomy.entities.js';
import { ExperienceKind, ExperienceStatus, Regulated } from './experience.enums.js';
import { experienceScope } from './experience.scope.js';
import { Obstacle } from './obstacle.entity.js';
import { AllowedTransition, allowedTransitions, ExperienceViewerCan, viewerCan } from './review/next-steps.js';

@Entity('experiences')
@Unique('UQ_experiences_code', ['code'])
// Newest first, under each of the common conditions; the status is in them so that a page is found without the rows.
@Index('IDX_experiences_reported', ['reportedAt', 'id', 'status'])
@Index('IDX_experiences_stage_reported', ['stage', 'reportedAt', 'id', 'status'])
@Index('IDX_experiences_satker_reported', ['satker', 'reportedAt', 'id', 'status'])
@Index('IDX_experiences_stage_satker', ['stage', 'satker', 'reportedAt', 'id', 'status'])
@Index('IDX_experiences_event', ['event'], { where: '"event_id" is not null' })
@Index('IDX_experiences_presentation', ['presentation'], { where: '"presentation_id" is not null' })
@ReadModel({
  scope: experienceScope,
  filter: {
    code: byText('code', 'Kode. / Code.'),
    stage: byText('stage.code', 'Kode tahapan; isNull: lintas tahapan. / Code of the stage.'),
    cycle: byText('stage.cycle.code', 'Kode siklus. / Code of the cycle.'),
    topic: byText('topic.code', 'Kode topik. / Code of the topic.'),
    event: byText('event.slug', 'Slug kegiatan. / Slug of the event.'),
    satker: bySatker('satker', 'Satker pelapor. / The reporting unit.'),
    cause: byText('obstacles.cause.code', 'Penyebab salah satu kendalanya. / Cause of one of its obstacles.'),
    regulated: byEnum(Regulated, 'Regulated', 'obstacles.regulated', 'Salah satu kendalanya. / One of its obstacles.'),
    kind: byEnum(ExperienceKind, 'ExperienceKind', 'kind', 'Jenis. / Kind.'),
    status: byEnum(ExperienceStatus, 'ExperienceStatus', 'status', 'Tahap. / Status.'),
    severity: byInt('severity', 'Dampak terbesar kendalanya, 1–5. / Greatest impact of its obstacles.'),
    riskScore: byInt('riskScore', 'Skor risiko terbesar, 1–25. / Greatest risk score.'),
    occurredOn: byDate('occurredOn', 'Tanggal kejadian. / When it happened.'),
    reportedAt: byDateTime('reportedAt', 'Saat dilaporkan. / When it was reported.'),
    isDemo: byFlag('isDemo', 'Data peragaan atau bukan. / Demonstration data or not.'),
    text: byContainedText(
      ['title', 'expected', 'happened', 'actionTaken', 'result'],
      'Memuat teks ini. / Contains this text.',
    ),
  },
  order: {
    REPORTED_AT: 'reportedAt',
    OCCURRED_ON: 'occurredOn',
    RISK_SCORE: 'riskScore',
    SEVERITY: 'severity',
    TITLE: 'title',
    CODE: 'code',
  },
  defaultOrder: [['reportedAt', 'DESC']],
})
@ObjectType({
  implements: () => [Node],
  description: 'Pengalaman satu satker pada satu tahapan: kendala, tindakan, hasil. / What one unit experienced.',
})
export class Experience extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Kode untuk dirujuk, misalnya EXP-000123. / Code to refer to.' })
  code: string;

  @EnumColumn(ExperienceKind)
  @Field(() => ExperienceKind, { description: 'Jenis. / Kind.' })
  kind: ExperienceKind;

  @EnumColumn(ExperienceStatus)
  @Field(() => ExperienceStatus, { description: 'Tahap hidupnya. / Where it is in its life.' })
  status: ExperienceStatus;

  @Column('text')
  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;

  @ManyToOne(() => Stage, { nullable: true })
  @JoinColumn()
  @Field(() => Stage, {
    nullable: true,
    description: 'Tahapan; kosong bila lintas tahapan. / Stage; empty if it spans several.',
  })
  stage: Relation<Stage> | null;

  @ManyToOne(() => Topic, { nullable: true })
  @JoinColumn()
  @Field(() => Topic, { nullable: true, description: 'Topik. / Topic.' })
  topic: Relation<Topic> | null;

  @ManyToOne(() => Event, { nullable: true })
  @JoinColumn()
  @Field(() => Event, { nullable: true, description: 'Kegiatan tempat ia dibagikan. / The event it was shared at.' })
  event: Relation<Event> | null;

  @ManyToOne(() => Presentation, { nullable: true })
  @JoinColumn()
  @Field(() => Presentation, {
    nullable: true,
    description: 'Pemaparan yang memuatnya. / The presentation it was part of.',
  })
  presentation: Relation<Presentation> | null;

  @ManyToOne(() => Satker, { nullable: false })
  @JoinColumn()
  @Field(() => Satker, { description: 'Satker pelapor. / The reporting unit.' })
  satker: Relation<Satker>;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Yang seharusnya terjadi. / What was expected.' })
  expected: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Yang terjadi. / What happened.' })
  happened: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Yang dilakukan. / What was done.' })
  actionTaken: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Hasilnya. / The result.' })
  result: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Tanggal kejadian. / When it happened.' })
  occurredOn: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  @Field(() => DateTimeScalar, { description: 'Saat dilaporkan. / When it was reported.' })
  reportedAt: Date;

  @Column('smallint', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Dampak terbesar kendalanya, 1–5. / Greatest impact of its obstacles.',
  })
  severity: number | null;

  @Column('smallint', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Skor risiko terbesar kendalanya, 1–25. / Greatest risk score.' })
  riskScore: number | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, {
    description: 'Data peragaan: bukan laporan satker sungguhan. / Demonstration data, not a real report.',
  })
  isDemo: boolean;

  @Index('IDX_experiences_duplicate_of', { where: '"duplicate_of_id" is not null' })
  @ManyToOne(() => Experience, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  @Field(() => Experience, {
    nullable: true,
    description: 'Yang asli, bila ini sama dengannya. / The original, if this is a duplicate of it.',
  })
  duplicateOf: Relation<Experience> | null;

  @Computed(allowedTransitions)
  @Field(() => [AllowedTransition], {
    description: 'Langkah yang boleh Anda ambil sekarang. / Steps that you may take now.',
  })
  allowedTransitions: AllowedTransition[];

  @Computed(viewerCan)
  @Field(() => ExperienceViewerCan, { description: 'Yang boleh Anda lakukan. / What you may do.' })
  viewerCan: ExperienceViewerCan;

  @List(() => Obstacle, { via: 'experience', order: [['ordinal', 'ASC']], description: 'Kendala. / Obstacles.' })
  obstacles: Obstacle[];

  @History()
  history: AuditEntry[];
}
