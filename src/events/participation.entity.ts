import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { byEnum, byInt } from '../common/read/comparators.js';
import { List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { about } from '../common/subject.js';
import { bySatker } from '../satker/satker.filters.js';
import { Satker } from '../satker/satker.entity.js';
import { Citation } from '../sources/citation.entity.js';
import { Event } from './event.entity.js';
import { EventMode, ParticipationEvidence, ParticipationStatus } from './event.enums.js';

@Entity('participations')
@Unique('UQ_participations_event_satker', ['event', 'satker'])
@ReadModel({
  scope: everyone,
  filter: {
    satker: bySatker('satker', 'Satker. / Unit.'),
    mode: byEnum(EventMode, 'EventMode', 'mode', 'Cara hadir. / Mode.'),
    status: byEnum(ParticipationStatus, 'ParticipationStatus', 'status', 'Keikutsertaan. / Status.'),
    evidence: byEnum(ParticipationEvidence, 'ParticipationEvidence', 'evidence', 'Dasar catatan. / Evidence.'),
    delegates: byInt('delegates', 'Jumlah utusan. / Delegates.'),
  },
  order: { STATUS: 'status', MODE: 'mode' },
  defaultOrder: [['id', 'ASC']],
})
@ObjectType({
  implements: () => [Node],
  description: 'Keikutsertaan satu satker dalam kegiatan. / One unit’s part in an event.',
})
export class Participation extends StoredEntity {
  @ManyToOne(() => Event, { nullable: false })
  @JoinColumn()
  @Field(() => Event, { description: 'Kegiatannya. / The event.' })
  event: Relation<Event>;

  @Index('IDX_participations_satker')
  @ManyToOne(() => Satker, { nullable: false })
  @JoinColumn()
  @Field(() => Satker, { description: 'Satkernya. / The unit.' })
  satker: Relation<Satker>;

  @EnumColumn(EventMode, { nullable: true })
  @Field(() => EventMode, { nullable: true, description: 'Luring atau daring. / On site or online.' })
  mode: EventMode | null;

  @Column('smallint', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Jumlah utusan, bila sumber menyebutnya. / Delegates, where a source says.',
  })
  delegates: number | null;

  @EnumColumn(ParticipationStatus)
  @Field(() => ParticipationStatus, { description: 'Keikutsertaan. / Status.' })
  status: ParticipationStatus;

  @EnumColumn(ParticipationEvidence, { default: ParticipationEvidence.NAMED })
  @Field(() => ParticipationEvidence, { description: 'Dasar catatan ini. / What it rests on.' })
  evidence: ParticipationEvidence;

  @List(() => Citation, { via: about('Participation'), order: [['id', 'ASC']], description: 'Sumbernya. / Sources.' })
  citations: Citation[];

  @History()
  history: AuditEntry[];
}
