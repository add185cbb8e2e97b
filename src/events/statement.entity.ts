import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { about } from '../common/subject.js';
import { Citation } from '../sources/citation.entity.js';
import { Appearance } from './appearance.entity.js';
import { Event } from './event.entity.js';
import { Verification } from './event.enums.js';

@Entity('statements')
@ReadModel({ scope: everyone, defaultOrder: [['ordinal', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description:
    'Inti dari yang disampaikan seseorang, dengan kata-kata kami. / The gist of what a person said, in our words.',
})
export class Statement extends StoredEntity {
  @Index('IDX_statements_event')
  @ManyToOne(() => Event, { nullable: false })
  @JoinColumn()
  @Field(() => Event, { description: 'Kegiatannya. / The event.' })
  event: Relation<Event>;

  @Index('IDX_statements_appearance')
  @ManyToOne(() => Appearance, { nullable: false })
  @JoinColumn()
  @Field(() => Appearance, { description: 'Siapa, dalam peran apa. / Who, in which role.' })
  appearance: Relation<Appearance>;

  @Column('text')
  @Field(() => String, { description: 'Intinya. / The gist.' })
  gist: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Kutipan harfiah, bila ada izin dan sumber primer. / Verbatim quote, if any.',
  })
  quote: string | null;

  @EnumColumn(Verification, { default: Verification.UNVERIFIED })
  @Field(() => Verification, { description: 'Sudah diperiksa atau belum. / Whether checked.' })
  verification: Verification;

  @Column('smallint', { default: 1 })
  @Field(() => Int, { description: 'Urutan dalam kegiatan. / Place in the event.' })
  ordinal: number;

  @List(() => Citation, { via: about('Statement'), order: [['id', 'ASC']], description: 'Sumbernya. / Sources.' })
  citations: Citation[];

  @History()
  history: AuditEntry[];
}
