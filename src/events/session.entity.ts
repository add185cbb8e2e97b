import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, JoinTable, ManyToMany, ManyToOne, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { DateTimeScalar } from '../common/scalars.js';
import { about } from '../common/subject.js';
import { Citation } from '../sources/citation.entity.js';
import { Stage } from '../stages/stage.entity.js';
import { Event } from './event.entity.js';
import { SessionKind } from './event.enums.js';

@Entity('sessions')
@ReadModel({ scope: everyone, defaultOrder: [['ordinal', 'ASC']] })
@ObjectType({ implements: () => [Node], description: 'Sesi dalam kegiatan. / A session of an event.' })
export class Session extends StoredEntity {
  @Index('IDX_sessions_event')
  @ManyToOne(() => Event, { nullable: false })
  @JoinColumn()
  @Field(() => Event, { description: 'Kegiatannya. / Its event.' })
  event: Relation<Event>;

  @EnumColumn(SessionKind)
  @Field(() => SessionKind, { description: 'Jenis. / Kind.' })
  kind: SessionKind;

  @Column('text')
  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;

  @Column('smallint', { default: 1 })
  @Field(() => Int, { description: 'Urutan dalam kegiatan. / Position in the event.' })
  ordinal: number;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Mulai, bila sumber menyebutnya. / Start, where a source says.',
  })
  startsAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Selesai, bila sumber menyebutnya. / End, where a source says.',
  })
  endsAt: Date | null;

  @ManyToMany(() => Stage)
  @JoinTable({ name: 'session_stages' })
  @List(() => Stage, { order: [['code', 'ASC']], description: 'Tahapan yang dibahas. / Stages it is about.' })
  stages: Relation<Stage>[];

  @List(() => Citation, { via: about('Session'), order: [['id', 'ASC']], description: 'Sumbernya. / Sources.' })
  citations: Citation[];

  @History()
  history: AuditEntry[];
}
