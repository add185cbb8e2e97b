import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { byDate, byEnum, byText, describedEnum } from '../common/read/comparators.js';
import { Connection, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { DateScalar } from '../common/scalars.js';
import { Citation } from './citation.entity.js';

export enum SourceKind {
  NEWS = 'NEWS',
  MINUTES = 'MINUTES',
  SLIDES = 'SLIDES',
  REPORT = 'REPORT',
  DECREE = 'DECREE',
  SPREADSHEET = 'SPREADSHEET',
  RECORDING = 'RECORDING',
}
describedEnum(SourceKind, 'SourceKind', 'Jenis dokumen. / Kind of document.', {
  NEWS: 'Berita. / News item.',
  MINUTES: 'Notula. / Minutes.',
  SLIDES: 'Salindia. / Slides.',
  REPORT: 'Laporan. / Report.',
  DECREE: 'Keputusan atau peraturan. / Decree or regulation.',
  SPREADSHEET: 'Lembar kerja. / Spreadsheet.',
  RECORDING: 'Rekaman. / Recording.',
});

@Entity('source_documents')
@Unique('UQ_source_documents_slug', ['slug'])
@ReadModel({
  scope: everyone,
  filter: {
    slug: byText('slug', 'Slug. / Slug.'),
    kind: byEnum(SourceKind, 'SourceKind', 'kind', 'Jenis. / Kind.'),
    publisher: byText('publisher', 'Penerbit. / Publisher.'),
    publishedOn: byDate('publishedOn', 'Tanggal terbit. / Day of publication.'),
  },
  order: { PUBLISHED_ON: 'publishedOn', TITLE: 'title' },
  defaultOrder: [['publishedOn', 'DESC']],
})
@ObjectType({
  implements: () => [Node],
  description: 'Dokumen yang menjadi sumber fakta. / A document that facts are taken from.',
})
export class SourceDocument extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Nama pendek untuk dirujuk. / Short name to refer to.' })
  slug: string;

  @EnumColumn(SourceKind)
  @Field(() => SourceKind, { description: 'Jenis. / Kind.' })
  kind: SourceKind;

  @Column('text')
  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;

  @Column('text')
  @Field(() => String, { description: 'Penerbit. / Publisher.' })
  publisher: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Tanggal terbit, bila diketahui. / Day of publication, if known.',
  })
  publishedOn: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Alamat. / Address.' })
  url: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Sidik jari berkas, bila disimpan. / SHA-256 of the file, if kept.',
  })
  sha256: string | null;

  @Connection(() => Citation, {
    via: 'source',
    description: 'Apa saja yang dikatakan dokumen ini. / What this document says.',
  })
  citations: Citation[];

  @History()
  history: AuditEntry[];
}
