import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { EnumColumn, Node } from '../common/entity.js';
import { byDateTime, byEnum, byFlag, byText } from '../common/read/comparators.js';
import { Computed, ReadModel } from '../common/read/declare.js';
import { visibleWhere, type SqlRow } from '../common/read/model.js';
import { DateTimeScalar } from '../common/scalars.js';
import { ExperienceStatus } from '../experiences/experience.enums.js';
import { Experience } from '../experiences/experience.entity.js';
import { isInsiderOf } from '../experiences/experience.scope.js';
import { ReviewParty } from '../experiences/review/workflow.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { isAddressedTo, isPublished } from '../recommendations/steps/circumstances.js';
import { User } from '../users/user.entity.js';
import { NotificationKind } from './notification.kinds.js';

/** Who takes part in what the notification tells of: in the experience, or as one whom its recommendation is addressed to. */
function takesPart(row: SqlRow): string {
  const isAddressed = isAddressedTo(row.column('recommendation'), row.actor('satkerId', 'bigint'));
  return `(${isInsiderOf(row, row.role)} or (${isAddressed} and ${isPublished(row.column('experience'))}))`;
}

/**
 * One thing that one person is told. It is written with the change that it tells of, and waits here to be read and to be
 * mailed. Who acted is told as a party, never as a person.
 */
@Entity('notifications')
@Index('IDX_notifications_recipient', ['recipient', 'id'])
@Index('IDX_notifications_unread', ['recipient'], { where: '"read_at" is null' })
@ReadModel({
  // Nobody reads another's, whatever the role.
  scope: visibleWhere((row, role) =>
    role === null ? 'false' : `${row.column('recipient')} = ${row.actor('userId', 'bigint')}`,
  ),
  filter: {
    kind: byEnum(NotificationKind, 'NotificationKind', 'kind', 'Isi. / What it tells.'),
    isRead: byFlag('isRead', 'Sudah dibaca. / Whether it was read.'),
    isMailed: byFlag('isMailed', 'Sudah masuk ringkasan surel. / Whether a digest had it.'),
    experience: byText('experience.code', 'Kode pengalamannya. / Code of the experience.'),
    recommendation: byText('recommendation.number', 'Nomor rekomendasinya. / Number of the recommendation.'),
    createdAt: byDateTime('createdAt', 'Saat dibuat. / When it was made.'),
  },
  order: { CREATED_AT: 'createdAt' },
  defaultOrder: [['id', 'DESC']],
})
@ObjectType({
  implements: () => [Node],
  description: 'Pemberitahuan untuk Anda sendiri. / Something that you, and nobody else, are told.',
})
export class Notification extends Node {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'PK_notifications',
  })
  declare id: string;

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'FK_notifications_recipient' })
  recipient: Relation<User>;

  @EnumColumn(NotificationKind)
  @Field(() => NotificationKind, { description: 'Isi. / What it tells.' })
  kind: NotificationKind;

  @Index('IDX_notifications_experience')
  @ManyToOne(() => Experience, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'FK_notifications_experience' })
  @Field(() => Experience, {
    nullable: true,
    description:
      'Pengalamannya, atau asal rekomendasinya; kosong bila kini tidak terlihat bagi Anda. / Of a recommendation: where it came from. Null when you may not see it any more.',
  })
  experience: Relation<Experience>;

  @Index('IDX_notifications_recommendation', { where: '"recommendation_id" is not null' })
  @ManyToOne(() => Recommendation, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ foreignKeyConstraintName: 'FK_notifications_recommendation' })
  @Field(() => Recommendation, {
    nullable: true,
    description: 'Rekomendasinya, bila kabarnya tentang itu. / The recommendation, where it tells of one.',
  })
  recommendation: Relation<Recommendation> | null;

  @EnumColumn(ReviewParty)
  @Field(() => ReviewParty, {
    description:
      'Pihak yang bertindak; pada rekomendasi, UNIT ialah satker yang dituju. / Who acted; of a recommendation, UNIT is one it is addressed to.',
  })
  party: ReviewParty;

  @EnumColumn(ExperienceStatus)
  @Field(() => ExperienceStatus, {
    description:
      'Dari tahap; rekomendasi tidak mengubah tahap pengalamannya. / From which status; a recommendation changes none.',
  })
  fromStatus: ExperienceStatus;

  @EnumColumn(ExperienceStatus)
  @Field(() => ExperienceStatus, { description: 'Ke tahap. / To which status.' })
  toStatus: ExperienceStatus;

  @Column('text', { nullable: true })
  @Computed((row) => `case when ${takesPart(row)} then ${row.column('reason')} end`)
  @Field(() => String, {
    nullable: true,
    description:
      'Alasan, selama Anda terlibat dalam pengalaman atau rekomendasi itu. / The reason, while you take part.',
  })
  reason: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  @Field(() => DateTimeScalar, { description: 'Saat terjadi. / When it happened.' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Saat dibaca. / When it was read.' })
  readAt: Date | null;

  @Computed((row) => `${row.column('readAt')} is not null`)
  @Field(() => Boolean, { description: 'Sudah dibaca. / Whether it was read.' })
  isRead: boolean;

  /** When a digest was sent that has it, or that left it out because its experience had gone out of sight. */
  @Column('timestamptz', { nullable: true })
  mailedAt: Date | null;

  @Computed((row) => `${row.column('mailedAt')} is not null`)
  @Field(() => Boolean, { description: 'Sudah masuk ringkasan surel. / Whether a digest had it.' })
  isMailed: boolean;
}
