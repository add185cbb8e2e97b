import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { ReadModel } from '../common/read/declare.js';
import { Statement } from '../events/statement.entity.js';
import { Experience } from '../experiences/experience.entity.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { SourceDocument } from '../sources/source.entity.js';
import { Lesson } from './lesson.entity.js';
import { SourceRelation } from './lesson.enums.js';
import { sourceScope } from './lesson.scope.js';

const LINK = { nullable: true, onDelete: 'CASCADE' } as const;

/** What a lesson is taken from: an experience, one of its obstacles, a statement or a document, each once. */
@Entity('lesson_sources')
@Index('UQ_lesson_sources_experience', ['lesson', 'experience'], { unique: true, where: '"obstacle_id" is null' })
@Index('UQ_lesson_sources_obstacle', ['lesson', 'obstacle'], { unique: true })
@Index('UQ_lesson_sources_statement', ['lesson', 'statement'], { unique: true })
@Index('UQ_lesson_sources_document', ['lesson', 'sourceDocument'], { unique: true })
@Check('CHK_lesson_sources_subject', 'num_nonnulls("experience_id", "statement_id", "source_document_id") = 1')
@Check('CHK_lesson_sources_obstacle', '"obstacle_id" is null or "experience_id" is not null')
@ReadModel({ scope: sourceScope, defaultOrder: [['id', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description:
    'Sumber pelajaran: pengalaman, kendala, pernyataan, atau dokumen. / What a lesson is taken from: an experience, an obstacle, a statement or a document.',
})
export class LessonSource extends StoredEntity {
  @ManyToOne(() => Lesson, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  @Field(() => Lesson, {
    nullable: true,
    description: 'Pelajaran yang diberi sumber ini. / The lesson it was linked to.',
  })
  lesson: Relation<Lesson>;

  @EnumColumn(SourceRelation)
  @Field(() => SourceRelation, { description: 'Mendukung, menyanggah, atau mempertajam. / What it is to the lesson.' })
  relation: SourceRelation;

  @Index('IDX_lesson_sources_experience', { where: '"experience_id" is not null' })
  @ManyToOne(() => Experience, LINK)
  @JoinColumn()
  @Field(() => Experience, {
    nullable: true,
    description: 'Pengalaman, juga dari kendalanya. / The experience, also that of an obstacle.',
  })
  experience: Relation<Experience> | null;

  @Index('IDX_lesson_sources_obstacle', { where: '"obstacle_id" is not null' })
  @ManyToOne(() => Obstacle, LINK)
  @JoinColumn()
  @Field(() => Obstacle, { nullable: true, description: 'Kendala. / The obstacle.' })
  obstacle: Relation<Obstacle> | null;

  @Index('IDX_lesson_sources_statement', { where: '"statement_id" is not null' })
  @ManyToOne(() => Statement, LINK)
  @JoinColumn()
  @Field(() => Statement, { nullable: true, description: 'Pernyataan. / The statement.' })
  statement: Relation<Statement> | null;

  @Index('IDX_lesson_sources_document', { where: '"source_document_id" is not null' })
  @ManyToOne(() => SourceDocument, LINK)
  @JoinColumn()
  @Field(() => SourceDocument, { nullable: true, description: 'Dokumen. / The document.' })
  sourceDocument: Relation<SourceDocument> | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Catatan. / A note.' })
  note: string | null;

  @History()
  history: AuditEntry[];
}
