import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { byEnum, byInt, byText, describedEnum } from '../common/read/comparators.js';
import { ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { SourceDocument } from './source.entity.js';

export enum CitationMethod {
  MANUAL = 'MANUAL',
  IMPORT = 'IMPORT',
  EXTRACTED = 'EXTRACTED',
}
describedEnum(CitationMethod, 'CitationMethod', 'Cara kutipan diperoleh. / How a citation came about.', {
  MANUAL: 'Dibaca dan dicatat orang. / Read and recorded by a person.',
  IMPORT: 'Dari impor data. / From an import.',
  EXTRACTED: 'Diambil program dari teks. / Extracted from text by a program.',
});

/** One document's word on one field of one record. Claims on a field that differ are kept side by side. */
@Entity('citations')
@Index('IDX_citations_subject', ['subjectType', 'subjectId', 'field'])
@Check('CHK_citations_confidence', '"confidence" between 0 and 100')
@ReadModel({
  scope: everyone,
  filter: {
    subjectType: byText('subjectType', 'Jenis data, misalnya Event. / Type of the record.'),
    field: byText('field', 'Nama bidang. / Name of the field.'),
    source: byText('source.slug', 'Slug dokumen. / Slug of the document.'),
    method: byEnum(CitationMethod, 'CitationMethod', 'method', 'Cara diperoleh. / Method.'),
    confidence: byInt('confidence', 'Keyakinan, 0–100. / Confidence.'),
  },
  order: { FIELD: 'field', CONFIDENCE: 'confidence' },
  defaultOrder: [['field', 'ASC']],
})
@ObjectType({
  implements: () => [Node],
  description: 'Apa yang dikatakan satu dokumen tentang satu bidang. / What one document says of one field.',
})
export class Citation extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Jenis data yang dibicarakan. / Type of the record it is about.' })
  subjectType: string;

  @Column('bigint')
  subjectId: string;

  @Column('text')
  @Field(() => String, { description: 'Bidang yang dibicarakan. / The field it is about.' })
  field: string;

  @Column('text')
  @Field(() => String, { description: 'Nilai menurut dokumen, dalam bentuk baku. / The value it gives, normalised.' })
  value: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Catatan: bagaimana dokumen menyatakannya. / How the document puts it.',
  })
  note: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Letak dalam dokumen. / Where in the document.' })
  locator: string | null;

  @EnumColumn(CitationMethod, { default: CitationMethod.MANUAL })
  @Field(() => CitationMethod, { description: 'Cara diperoleh. / How it came about.' })
  method: CitationMethod;

  @Column('smallint', { default: 100 })
  @Field(() => Int, { description: 'Keyakinan pencatat, 0–100 persen. / Confidence in per cent.' })
  confidence: number;

  @Index('IDX_citations_source')
  @ManyToOne(() => SourceDocument, { nullable: false })
  @JoinColumn()
  @Field(() => SourceDocument, { description: 'Dokumennya. / The document.' })
  source: Relation<SourceDocument>;

  @History()
  history: AuditEntry[];
}
