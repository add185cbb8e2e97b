import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { about } from '../common/subject.js';
import { Person } from '../people/person.entity.js';
import { Satker } from '../satker/satker.entity.js';
import { Citation } from '../sources/citation.entity.js';
import { Event } from './event.entity.js';
import { AppearanceRole } from './event.enums.js';
import { Session } from './session.entity.js';
import { Statement } from './statement.entity.js';

@Entity('appearances')
@ReadModel({ scope: everyone, defaultOrder: [['ordinal', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description:
    'Seseorang dalam satu kegiatan, dengan jabatan pada hari itu. / A person at an event, with the position held that day.',
})
export class Appearance extends StoredEntity {
  @Index('IDX_appearances_event')
  @ManyToOne(() => Event, { nullable: false })
  @JoinColumn()
  @Field(() => Event, { description: 'Kegiatannya. / The event.' })
  event: Relation<Event>;

  @ManyToOne(() => Session, { nullable: true })
  @JoinColumn()
  @Field(() => Session, { nullable: true, description: 'Sesinya, bila diketahui. / The session, if known.' })
  session: Relation<Session> | null;

  @Index('IDX_appearances_person')
  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn()
  @Field(() => Person, { description: 'Orangnya. / The person.' })
  person: Relation<Person>;

  @EnumColumn(AppearanceRole)
  @Field(() => AppearanceRole, { description: 'Peran. / Role.' })
  role: AppearanceRole;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Jabatan pada hari itu. / Position held that day.' })
  position: string | null;

  @ManyToOne(() => Satker, { nullable: true })
  @JoinColumn()
  @Field(() => Satker, { nullable: true, description: 'Satker pada hari itu. / Unit that day.' })
  satker: Relation<Satker> | null;

  @Column('smallint', { default: 1 })
  @Field(() => Int, { description: 'Urutan dalam daftar. / Place in the list.' })
  ordinal: number;

  @List(() => Statement, {
    via: 'appearance',
    order: [['ordinal', 'ASC']],
    description: 'Yang disampaikannya. / What was said.',
  })
  statements: Statement[];

  @List(() => Citation, { via: about('Appearance'), order: [['id', 'ASC']], description: 'Sumbernya. / Sources.' })
  citations: Citation[];

  @History()
  history: AuditEntry[];
}
