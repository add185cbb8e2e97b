import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, JoinTable, ManyToMany, ManyToOne, Unique, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { byContainedText, byEnum, byFlag, byInt, byText } from '../common/read/comparators.js';
import { Computed, List, ReadModel } from '../common/read/declare.js';
import { DateTimeScalar } from '../common/scalars.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { SatkerLevel } from '../satker/satker.entity.js';
import { Stage } from '../stages/stage.entity.js';
import { LessonApplication } from './application.entity.js';
import { byLevel, byMerged, byPattern } from './lesson.filters.js';
import { LessonStatus } from './lesson.enums.js';
import { experienceIsVisible, lessonScope } from './lesson.scope.js';
import { familyOf, scoreOf, strengthOf } from './lesson.strength.js';
import { LessonSource } from './source.entity.js';
import { AllowedLessonStep, allowedTransitions, LessonViewerCan, viewerCan } from './steps/next-steps.js';

@ObjectType({
  description: 'Seberapa sering pelajaran dikuatkan, dihitung saat ditanya. / How often it was confirmed.',
})
export class LessonStrength {
  @Field(() => Int, {
    description:
      'Pasangan satker dan siklus yang pengalamannya mendukung. / Pairs of unit and cycle whose experiences support it.',
  })
  score: number;

  @Field(() => Int, { description: 'Satker yang mendukung. / Units that support it.' })
  satkerCount: number;

  @Field(() => Int, { description: 'Siklus yang mendukung. / Cycles that support it.' })
  cycleCount: number;

  @Field(() => Int, { description: 'Pasangan satker dan siklus yang menyanggah. / Pairs that contradict it.' })
  contradicting: number;
}

@Entity('lessons')
@Unique('UQ_lessons_code', ['code'])
@Index('IDX_lessons_status', ['status', 'id'])
@ReadModel({
  scope: lessonScope,
  filter: {
    code: byText('code', 'Kode. / Code.'),
    status: byEnum(LessonStatus, 'LessonStatus', 'status', 'Keadaan. / Status.'),
    stage: byText('stages.code', 'Kode tahapan yang disebut; isNull: semua tahapan. / A stage it names.'),
    level: byLevel('Tingkat satker yang disebut; isNull: semua tingkat. / A level of units it names.'),
    pattern: byPattern('Kode pola kendala yang menjadi sumbernya. / Code of a pattern of obstacles it is taken from.'),
    strength: byInt('score', 'Banyaknya satker dan siklus yang mendukung. / Pairs of unit and cycle that support it.'),
    isMerged: byMerged('Sudah digabung ke pelajaran lain atau belum. / Merged into another or not.'),
    isDemo: byFlag('isDemo', 'Data peragaan atau bukan. / Demonstration data or not.'),
    text: byContainedText(['title', 'context', 'insight', 'practice'], 'Memuat teks ini. / Contains this text.'),
  },
  order: { CODE: 'code', TITLE: 'title', ENDORSED_AT: 'endorsedAt' },
  defaultOrder: [['id', 'DESC']],
})
@ObjectType({
  implements: () => [Node],
  description: 'Pelajaran dari banyak pengalaman, disusun analis. / A lesson that analysts draw from many experiences.',
})
export class Lesson extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Kode untuk dirujuk, misalnya LES-000001. / Code to refer to.' })
  code: string;

  @Column('text')
  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Dalam keadaan apa. / In which situation.' })
  context: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Apa yang dipahami. / What was understood.' })
  insight: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Apa yang sebaiknya dilakukan. / What to do.' })
  practice: string | null;

  @ManyToMany(() => Stage)
  @JoinTable({ name: 'lesson_stages' })
  @List(() => Stage, {
    order: [['code', 'ASC']],
    description: 'Untuk tahapan mana; kosong: semua. / For which stages; empty: for all.',
  })
  stages: Relation<Stage>[];

  @Column('text', { array: true, default: '{}' })
  @Field(() => [SatkerLevel], {
    description: 'Untuk satker tingkat mana; kosong: semua. / For units of which levels; empty: for all.',
  })
  levels: SatkerLevel[];

  @EnumColumn(LessonStatus, { default: LessonStatus.CANDIDATE })
  @Field(() => LessonStatus, { description: 'Keadaan. / Status.' })
  status: LessonStatus;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Saat disahkan. / When it was endorsed.' })
  endorsedAt: Date | null;

  @Index('IDX_lessons_superseded_by', { where: '"superseded_by_id" is not null' })
  @ManyToOne(() => Lesson, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  @Field(() => Lesson, { nullable: true, description: 'Penggantinya. / What superseded it.' })
  supersededBy: Relation<Lesson> | null;

  @Index('IDX_lessons_merged_into', { where: '"merged_into_id" is not null' })
  @ManyToOne(() => Lesson, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  @Field(() => Lesson, {
    nullable: true,
    description: 'Pelajaran tempat ia digabung; sumbernya dihitung di sana. / Where it was merged into.',
  })
  mergedInto: Relation<Lesson> | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: 'Data peragaan. / Demonstration data.' })
  isDemo: boolean;

  @Computed(strengthOf)
  @Field(() => LessonStrength, {
    description: 'Kekuatannya, dari sumber yang boleh Anda lihat. / Its strength, by the sources that you may see.',
  })
  strength: LessonStrength;

  /** What `strength` is filtered by; computed for each lesson that is asked about, for lessons are few. */
  @Computed(scoreOf)
  score: number;

  @List(() => LessonSource, {
    via: (source, lesson) => `${source.column('lesson')} in ${familyOf(lesson.column('id'))}`,
    order: [['id', 'ASC']],
    description: 'Sumbernya, juga dari yang digabung ke sini. / Its sources, and those of lessons merged into it.',
  })
  sources: LessonSource[];

  @List(() => LessonApplication, {
    via: (application, lesson) => `${application.column('lesson')} in ${familyOf(lesson.column('id'))}`,
    order: [['id', 'ASC']],
    description: 'Penerapannya di satker. / Where it was applied, and what came of it.',
  })
  applications: LessonApplication[];

  @List(() => Recommendation, {
    via: (recommendation, lesson) =>
      `${recommendation.column('id')} in (
        select r.recommendation_id from lesson_sources s
        join recommendation_obstacles r on r.obstacle_id = s.obstacle_id
        join experiences e on e.id = s.experience_id
        where s.lesson_id in ${familyOf(lesson.column('id'))} and ${experienceIsVisible('e', lesson)})`,
    order: [['id', 'ASC']],
    description:
      'Rekomendasi atas kendala yang menjadi sumbernya. / Recommendations about the obstacles it comes from.',
  })
  recommendations: Recommendation[];

  @List(() => Lesson, {
    via: 'mergedInto',
    order: [['id', 'ASC']],
    description: 'Pelajaran yang digabung ke sini. / Lessons merged into it.',
  })
  merged: Lesson[];

  @List(() => Lesson, {
    via: 'supersededBy',
    order: [['id', 'ASC']],
    description: 'Pelajaran yang digantikannya. / Lessons it superseded.',
  })
  supersedes: Lesson[];

  @Computed(allowedTransitions)
  @Field(() => [AllowedLessonStep], {
    description: 'Langkah yang boleh Anda ambil sekarang. / Steps that you may take now.',
  })
  allowedTransitions: AllowedLessonStep[];

  @Computed(viewerCan)
  @Field(() => LessonViewerCan, { description: 'Yang boleh Anda lakukan. / What you may do.' })
  viewerCan: LessonViewerCan;

  @History()
  history: AuditEntry[];
}
