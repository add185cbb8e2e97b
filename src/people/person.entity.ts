import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { byContainedText, byText } from '../common/read/comparators.js';
import { List, ReadModel } from '../common/read/declare.js';
import { Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { about } from '../common/subject.js';
import { Citation } from '../sources/citation.entity.js';
import { Conflict } from '../sources/conflict.entity.js';

@Entity('people')
@Unique('UQ_people_slug', ['slug'])
@ReadModel({
  scope: everyone,
  filter: {
    slug: byText('slug', 'Slug. / Slug.'),
    name: byText('name', 'Nama persis. / Exact name.'),
    text: byContainedText(['name', 'allNames'], 'Nama atau ejaan lain yang memuat teks ini. / Name or other spelling.'),
  },
  order: { NAME: 'name' },
  defaultOrder: [['name', 'ASC']],
})
@ObjectType({
  implements: () => [Node],
  description:
    'Orang yang tampil dalam kegiatan. Jabatan dicatat pada penampilannya. / A person who appeared at events.',
})
export class Person extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Nama pendek untuk dirujuk. / Short name to refer to.' })
  slug: string;

  @Column('text')
  @Field(() => String, { description: 'Nama. / Name.' })
  name: string;

  @Column('text', { array: true, default: '{}' })
  @Field(() => [String], { description: 'Ejaan lain dalam sumber. / Other spellings in the sources.' })
  aliases: string[];

  /** Name and aliases in one text, for searching. */
  @Column('text')
  allNames: string;

  @List(() => Citation, {
    via: about('Person'),
    order: [['id', 'ASC']],
    description: 'Sumber data orang ini. / Sources.',
  })
  citations: Citation[];

  @List(() => Conflict, {
    via: about('Person'),
    order: [['field', 'ASC']],
    description: 'Perbedaan antarsumber. / Where sources disagree.',
  })
  conflicts: Conflict[];

  @History()
  history: AuditEntry[];
}
