import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { byInt, byText } from '../common/read/comparators.js';
import { List, ReadModel } from '../common/read/declare.js';
import { Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { about } from '../common/subject.js';
import { Presentation } from '../events/presentation.entity.js';
import { bySatker } from '../satker/satker.filters.js';
import { Satker } from '../satker/satker.entity.js';
import { Citation } from '../sources/citation.entity.js';
import { AwardCategory } from './award-category.entity.js';

@Entity('awards')
@Unique('UQ_awards_category_satker', ['category', 'satker'])
@Check('CHK_awards_rank', '"rank" between 1 and 100')
@ReadModel({
  scope: everyone,
  filter: {
    event: byText('category.event.slug', 'Slug kegiatan. / Slug of the event.'),
    stage: byText('category.stage.code', 'Kode tahapan. / Code of the stage.'),
    satker: bySatker('satker', 'Satker pemenang. / The winning unit.'),
    rank: byInt('rank', 'Peringkat. / Rank.'),
  },
  order: { RANK: 'rank' },
  defaultOrder: [['id', 'ASC']],
})
@ObjectType({
  implements: () => [Node],
  description: 'Penghargaan yang diberikan kepada satu satker. / An award given to a unit.',
})
export class Award extends StoredEntity {
  @ManyToOne(() => AwardCategory, { nullable: false })
  @JoinColumn()
  @Field(() => AwardCategory, { description: 'Kategorinya. / The category.' })
  category: Relation<AwardCategory>;

  @Index('IDX_awards_satker')
  @ManyToOne(() => Satker, { nullable: false })
  @JoinColumn()
  @Field(() => Satker, { description: 'Satker pemenang. / The winning unit.' })
  satker: Relation<Satker>;

  @ManyToOne(() => Presentation, { nullable: true })
  @JoinColumn()
  @Field(() => Presentation, { nullable: true, description: 'Pemaparan yang dinilai. / The presentation judged.' })
  presentation: Relation<Presentation> | null;

  @Column('smallint', { default: 1 })
  @Field(() => Int, { description: 'Peringkat, 1 terbaik. / Rank, 1 is best.' })
  rank: number;

  @List(() => Citation, { via: about('Award'), order: [['id', 'ASC']], description: 'Sumbernya. / Sources.' })
  citations: Citation[];

  @History()
  history: AuditEntry[];
}
