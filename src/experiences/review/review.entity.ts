import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { FieldChange } from '../../audit/audit-entry.entity.js';
import { EnumColumn, Node } from '../../common/entity.js';
import { describedEnum } from '../../common/read/comparators.js';
import { ReadModel } from '../../common/read/declare.js';
import { visibleWhere } from '../../common/read/model.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { ExperienceStatus } from '../experience.enums.js';
import { Experience } from '../experience.entity.js';
import { isInsiderOf } from '../experience.scope.js';
import { ExperienceStep, ReviewParty } from './workflow.js';

describedEnum(ReviewParty, 'ReviewParty', 'Pihak yang mengambil langkah. / Who took a step.', {
  UNIT: 'Satker penulis. / The unit that wrote.',
  PROVINCE: 'Provinsi di atasnya. / The province above it.',
  CENTRE: 'Pusat. / The centre.',
});

@ObjectType({ description: 'Catatan pemeriksa tentang satu bidang. / A reviewer’s comment on one field.' })
export class FieldComment {
  @Field(() => String, { description: 'Bidang, misalnya happened atau obstacles.0.text. / The field.' })
  field: string;

  @Field(() => String, { description: 'Catatan. / The comment.' })
  text: string;
}

/** How an experience came about is for those who take part in it: not for readers of the published result. */
const forInsiders = visibleWhere(isInsiderOf);

/** Append-only: one step of an experience through its workflow. People stay unnamed here; the history names them to staff. */
@Entity('reviews')
@Index('IDX_reviews_experience', ['experience', 'id'])
@ReadModel({ scope: forInsiders, defaultOrder: [['id', 'ASC']] })
@ObjectType({ implements: () => [Node], description: 'Satu langkah pemeriksaan. / One step of the review.' })
export class Review extends Node {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  declare id: string;

  @ManyToOne(() => Experience, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  @Field(() => Experience, { nullable: true, description: 'Pengalamannya. / The experience.' })
  experience: Relation<Experience>;

  @Column('timestamptz', { default: () => 'now()' })
  @Field(() => DateTimeScalar, { description: 'Saat. / When.' })
  at: Date;

  @Column('bigint', { nullable: true })
  actorId: string | null;

  @EnumColumn(ReviewParty)
  @Field(() => ReviewParty, { description: 'Oleh siapa. / By whom.' })
  party: ReviewParty;

  @EnumColumn(ExperienceStep)
  @Field(() => ExperienceStep, { description: 'Langkah. / The step.' })
  step: ExperienceStep;

  @EnumColumn(ExperienceStatus)
  @Field(() => ExperienceStatus, { description: 'Dari tahap. / From which status.' })
  fromStatus: ExperienceStatus;

  @EnumColumn(ExperienceStatus)
  @Field(() => ExperienceStatus, { description: 'Ke tahap. / To which status.' })
  toStatus: ExperienceStatus;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Alasan atau pesan. / Reason or message.' })
  reason: string | null;

  @Column('jsonb', { default: [] })
  @Field(() => [FieldComment], { description: 'Catatan per bidang. / Comments on single fields.' })
  comments: FieldComment[];

  @Column('jsonb', { default: [] })
  @Field(() => [FieldChange], {
    description:
      'Pada pengiriman ulang: yang diubah sejak pengiriman sebelumnya. / When sent again: what was changed since.',
  })
  changes: FieldChange[];
}
