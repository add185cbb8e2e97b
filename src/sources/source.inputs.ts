import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateScalar } from '../common/scalars.js';
import { Creation, revisionOf } from '../common/write/inputs.js';
import { Sha256, Slug, Text, WebAddress, WholeNumber } from '../common/write/validation.js';
import { CitationMethod } from './citation.entity.js';
import { SourceKind } from './source.entity.js';

const TITLE = 300;
const LONG = 5000;

@InputType({ description: 'Dokumen sumber baru. / A new source document.' })
export class AddSourceInput extends Creation {
  @Slug()
  @Field(() => String, { description: 'Nama pendek tetap: huruf kecil, angka, tanda hubung. / Stable short name.' })
  slug: string;

  @Field(() => SourceKind, { description: 'Jenis. / Kind.' })
  kind: SourceKind;

  @Text(TITLE)
  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;

  @Text(TITLE)
  @Field(() => String, { description: 'Penerbit, misalnya KPU Kota Makassar. / Publisher.' })
  publisher: string;

  @Field(() => DateScalar, { nullable: true, description: 'Tanggal terbit, bila diketahui. / Day of publication.' })
  publishedOn?: string | null;

  @WebAddress()
  @Field(() => String, { nullable: true, description: 'Alamat http atau https. / Address.' })
  url?: string | null;

  @Sha256()
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 berkas, bila disimpan. / SHA-256 of the file, if kept.',
  })
  sha256?: string | null;
}

@InputType({ description: 'Perubahan dokumen; yang tidak diisi tetap. / What is left out stays.' })
export class UpdateSourceInput extends revisionOf(AddSourceInput) {}

@InputType({
  description: 'Kutipan baru: apa kata satu dokumen tentang satu bidang. / What a document says of a field.',
})
export class AddCitationInput extends Creation {
  @Text(80)
  @Field(() => String, { description: 'Slug dokumen. / Slug of the document.' })
  source: string;

  @Field(() => ID, {
    description: 'Id data yang dibicarakan, misalnya kegiatan atau orang. / Id of the record it is about.',
  })
  subject: string;

  @Text(80)
  @Field(() => String, { description: 'Nama bidangnya, misalnya endDate. / Name of the field.' })
  field: string;

  @Text(LONG)
  @Field(() => String, {
    description: 'Nilai menurut dokumen, dalam bentuk baku, misalnya 2025-08-01. / The value it gives, normalised.',
  })
  value: string;

  @Text(LONG)
  @Field(() => String, { nullable: true, description: 'Bagaimana dokumen menyatakannya. / How the document puts it.' })
  note?: string | null;

  @Text(TITLE)
  @Field(() => String, { nullable: true, description: 'Letak, misalnya paragraf 3. / Where in the document.' })
  locator?: string | null;

  @Field(() => CitationMethod, { nullable: true, description: 'Cara diperoleh; bawaan MANUAL. / How it came about.' })
  method?: CitationMethod;

  @WholeNumber(0, 100)
  @Field(() => Int, { nullable: true, description: 'Keyakinan, 0–100; bawaan 100. / Confidence in per cent.' })
  confidence?: number;
}

@InputType({ description: 'Perubahan kutipan; data dan bidangnya tetap. / What it is about stays.' })
export class UpdateCitationInput extends revisionOf(AddCitationInput, ['subject', 'field']) {}
