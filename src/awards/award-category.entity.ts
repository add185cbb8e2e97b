import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { List, ReadModel } from '../common/read/declare.js';
import { Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { about } from '../common/subject.js';
import { Event } from '../events/event.entity.js';
import { Citation } from '../sources/citation.entity.js';
import { Stage } from '../stages/stage.entity.js';
import { Award } from './award.entity.js';

@Entity('award_categories')
@Unique('UQ_award_categories_event_stage', ['event', 'stage'])
@ReadModel({ scope: everyone, defaultOrder: [['id', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description:
    'Penghargaan untuk satu tahapan dalam satu kegiatan; pemenangnya boleh belum diketahui. / An award for one stage; the winner may be unknown.',
})
export class AwardCategory extends StoredEntity {
  @ManyToOne(() => Event, { nullable: false })
  @JoinColumn()
  @Field(() => Event, { description: 'Kegiatannya. / The event.' })
  event: Relation<Event>;

  @ManyToOne(() => Stage, { nullable: false })
  @JoinColumn()
  @Field(() => Stage, { description: 'Tahapannya. / The stage.' })
  stage: Relation<Stage>;

  @Column('text')
  @Field(() => String, { description: 'Apa yang dinilai. / What is judged.' })
  criteria: string;

  @List(() => Award, {
    via: 'category',
    order: [['rank', 'ASC']],
    description: 'Pemenang; kosong berarti tidak ada sumber yang menyebutnya. / Winners; empty: no source names one.',
  })
  awards: Award[];

  @List(() => Citation, { via: about('AwardCategory'), order: [['id', 'ASC']], description: 'Sumbernya. / Sources.' })
  citations: Citation[];

  @History()
  history: AuditEntry[];
}
