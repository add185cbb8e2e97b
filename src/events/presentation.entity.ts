import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { List, ReadModel } from '../common/read/declare.js';
import { Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { about } from '../common/subject.js';
import { Satker } from '../satker/satker.entity.js';
import { Citation } from '../sources/citation.entity.js';
import { Stage } from '../stages/stage.entity.js';
import { Event } from './event.entity.js';
import { Session } from './session.entity.js';

@Entity('presentations')
@ReadModel({ scope: everyone, defaultOrder: [['id', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description: 'Pemaparan satu satker dalam kegiatan. / A unit’s presentation at an event.',
})
export class Presentation extends StoredEntity {
  @Index('IDX_presentations_event')
  @ManyToOne(() => Event, { nullable: false })
  @JoinColumn()
  @Field(() => Event, { description: 'Kegiatannya. / The event.' })
  event: Relation<Event>;

  @ManyToOne(() => Session, { nullable: true })
  @JoinColumn()
  @Field(() => Session, { nullable: true, description: 'Sesinya, bila diketahui. / The session, if known.' })
  session: Relation<Session> | null;

  @Index('IDX_presentations_satker')
  @ManyToOne(() => Satker, { nullable: false })
  @JoinColumn()
  @Field(() => Satker, { description: 'Satker pemapar. / The presenting unit.' })
  satker: Relation<Satker>;

  @ManyToOne(() => Stage, { nullable: true })
  @JoinColumn()
  @Field(() => Stage, {
    nullable: true,
    description: 'Tahapannya, bila sumber menyebutnya. / The stage, where a source says.',
  })
  stage: Relation<Stage> | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Judul, bila diketahui. / Title, if known.' })
  title: string | null;

  @List(() => Citation, { via: about('Presentation'), order: [['id', 'ASC']], description: 'Sumbernya. / Sources.' })
  citations: Citation[];

  @History()
  history: AuditEntry[];
}
