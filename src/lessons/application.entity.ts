import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { ReadModel } from '../common/read/declare.js';
import { inheritedFrom } from '../common/read/model.js';
import { DateScalar } from '../common/scalars.js';
import { Satker } from '../satker/satker.entity.js';
import { ElectionCycle } from '../stages/cycle.entity.js';
import { Lesson } from './lesson.entity.js';
import { ApplicationOutcome } from './lesson.enums.js';

/** What one unit says of a lesson in one cycle. */
@Entity('lesson_applications')
@Unique('UQ_lesson_applications', ['lesson', 'satker', 'cycle'])
@Index('IDX_lesson_applications_satker', ['satker'])
@ReadModel({ scope: inheritedFrom('lesson'), defaultOrder: [['id', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description: 'Penerapan pelajaran di satu satker pada satu siklus. / That a unit applied a lesson in a cycle.',
})
export class LessonApplication extends StoredEntity {
  @ManyToOne(() => Lesson, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  @Field(() => Lesson, { description: 'Pelajarannya. / The lesson.' })
  lesson: Relation<Lesson>;

  @ManyToOne(() => Satker, { nullable: false })
  @JoinColumn()
  @Field(() => Satker, { description: 'Satkernya. / The unit.' })
  satker: Relation<Satker>;

  @ManyToOne(() => ElectionCycle, { nullable: false })
  @JoinColumn()
  @Field(() => ElectionCycle, { description: 'Siklusnya. / The election cycle.' })
  cycle: Relation<ElectionCycle>;

  @EnumColumn(ApplicationOutcome)
  @Field(() => ApplicationOutcome, { description: 'Hasilnya. / What came of it.' })
  outcome: ApplicationOutcome;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Bukti, atau mengapa tidak. / Evidence, or why not.' })
  evidence: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Sejak kapan diterapkan. / Since when it was applied.' })
  appliedOn: string | null;

  @History()
  history: AuditEntry[];
}
