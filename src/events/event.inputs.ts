import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar } from '../common/scalars.js';
import { Creation, revisionOf } from '../common/write/inputs.js';
import { Slug, Text, Texts, WholeNumber } from '../common/write/validation.js';
import {
  AppearanceRole,
  EventKind,
  EventMode,
  EventStatus,
  ParticipationEvidence,
  ParticipationStatus,
  SessionKind,
  Verification,
} from './event.enums.js';

/** Longest title, theme or venue, typed in or taken from a source. */
export const MAX_TITLE = 300;
const LONG = 5000;

@InputType({ description: 'Kegiatan baru. / A new event.' })
export class CreateEventInput extends Creation {
  @Slug()
  @Field(() => String, { description: 'Nama pendek tetap: huruf kecil, angka, tanda hubung. / Stable short name.' })
  slug: string;

  @Field(() => EventKind, { description: 'Jenis. / Kind.' })
  kind: EventKind;

  @Text(MAX_TITLE)
  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;

  @Text(MAX_TITLE)
  @Field(() => String, { nullable: true, description: 'Tema. / Theme.' })
  theme?: string | null;

  @Field(() => DateScalar, { description: 'Hari pertama. / First day.' })
  startDate: string;

  @Field(() => DateScalar, { nullable: true, description: 'Hari terakhir. / Last day.' })
  endDate?: string | null;

  @Field(() => EventMode, { nullable: true, description: 'Cara hadir. / Mode.' })
  mode?: EventMode | null;

  @Text(MAX_TITLE)
  @Field(() => String, { nullable: true, description: 'Tempat. / Venue.' })
  venue?: string | null;

  @Field(() => EventStatus, { description: 'Keadaan. / Status.' })
  status: EventStatus;

  @Text(200)
  @Field(() => String, { description: 'Kode atau nama satker penyelenggara. / Code or name of the organising unit.' })
  organiser: string;

  @Texts(40, 20)
  @Field(() => [String], { nullable: true, description: 'Kode siklus yang dibahas. / Codes of the cycles it reviews.' })
  cycles?: string[] | null;
}

@InputType({ description: 'Perubahan kegiatan; yang tidak diisi tetap. / What is left out stays.' })
export class UpdateEventInput extends revisionOf(CreateEventInput) {}

@InputType({ description: 'Sesi baru. / A new session.' })
export class AddSessionInput extends Creation {
  @Text(80)
  @Field(() => String, { description: 'Slug kegiatan. / Slug of the event.' })
  event: string;

  @Field(() => SessionKind, { description: 'Jenis. / Kind.' })
  kind: SessionKind;

  @Text(MAX_TITLE)
  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;

  @WholeNumber(1, 999)
  @Field(() => Int, { nullable: true, description: 'Urutan; bawaan 1. / Place in the event.' })
  ordinal?: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Mulai. / Start.' })
  startsAt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Selesai. / End.' })
  endsAt?: string | null;

  @Texts(40, 40)
  @Field(() => [String], { nullable: true, description: 'Kode tahapan yang dibahas. / Codes of the stages.' })
  stages?: string[] | null;
}

@InputType({ description: 'Perubahan sesi. / A change of a session.' })
export class UpdateSessionInput extends revisionOf(AddSessionInput, ['event']) {}

@InputType({ description: 'Penampilan baru. / A new appearance.' })
export class AddAppearanceInput extends Creation {
  @Text(80)
  @Field(() => String, { description: 'Slug kegiatan. / Slug of the event.' })
  event: string;

  @Text(80)
  @Field(() => String, { description: 'Slug orang. / Slug of the person.' })
  person: string;

  @Field(() => AppearanceRole, { description: 'Peran. / Role.' })
  role: AppearanceRole;

  @Text(MAX_TITLE)
  @Field(() => String, { nullable: true, description: 'Jabatan pada hari itu. / Position that day.' })
  position?: string | null;

  @Text(200)
  @Field(() => String, { nullable: true, description: 'Kode atau nama satker pada hari itu. / Unit that day.' })
  satker?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id sesi. / Id of the session.' })
  session?: string | null;

  @WholeNumber(1, 999)
  @Field(() => Int, { nullable: true, description: 'Urutan dalam daftar. / Place in the list.' })
  ordinal?: number;
}

@InputType({ description: 'Perubahan penampilan. / A change of an appearance.' })
export class UpdateAppearanceInput extends revisionOf(AddAppearanceInput, ['event']) {}

@InputType({ description: 'Pernyataan baru. / A new statement.' })
export class AddStatementInput extends Creation {
  @Field(() => ID, { description: 'Id penampilan yang menyampaikannya. / Id of the appearance.' })
  appearance: string;

  @Text(LONG)
  @Field(() => String, { description: 'Intinya, dengan kata-kata sendiri. / The gist, in your own words.' })
  gist: string;

  @Text(LONG)
  @Field(() => String, { nullable: true, description: 'Kutipan harfiah. / Verbatim quote.' })
  quote?: string | null;

  @Field(() => Verification, { nullable: true, description: 'Sudah diperiksa atau belum. / Whether checked.' })
  verification?: Verification;

  @WholeNumber(1, 999)
  @Field(() => Int, { nullable: true, description: 'Urutan dalam kegiatan. / Place in the event.' })
  ordinal?: number;
}

@InputType({ description: 'Perubahan pernyataan. / A change of a statement.' })
export class UpdateStatementInput extends revisionOf(AddStatementInput, ['appearance']) {}

@InputType({ description: 'Keikutsertaan satu satker. / One unit’s participation.' })
export class RecordParticipationInput extends Creation {
  @Text(80)
  @Field(() => String, { description: 'Slug kegiatan. / Slug of the event.' })
  event: string;

  @Text(200)
  @Field(() => String, { description: 'Kode atau nama satker. / Code or name of the unit.' })
  satker: string;

  @Field(() => EventMode, { nullable: true, description: 'Luring atau daring. / On site or online.' })
  mode?: EventMode | null;

  @WholeNumber(0, 10_000)
  @Field(() => Int, { nullable: true, description: 'Jumlah utusan. / Delegates.' })
  delegates?: number | null;

  @Field(() => ParticipationStatus, { description: 'Keikutsertaan. / Status.' })
  status: ParticipationStatus;

  @Field(() => ParticipationEvidence, { nullable: true, description: 'Dasar catatan; bawaan NAMED. / Evidence.' })
  evidence?: ParticipationEvidence;
}

@InputType({ description: 'Perubahan keikutsertaan. / A change of a participation.' })
export class UpdateParticipationInput extends revisionOf(RecordParticipationInput, ['event', 'satker']) {}

@InputType({ description: 'Pemaparan baru. / A new presentation.' })
export class AddPresentationInput extends Creation {
  @Text(80)
  @Field(() => String, { description: 'Slug kegiatan. / Slug of the event.' })
  event: string;

  @Text(200)
  @Field(() => String, { description: 'Kode atau nama satker pemapar. / The presenting unit.' })
  satker: string;

  @Text(40)
  @Field(() => String, { nullable: true, description: 'Kode tahapan. / Code of the stage.' })
  stage?: string | null;

  @Text(MAX_TITLE)
  @Field(() => String, { nullable: true, description: 'Judul. / Title.' })
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id sesi. / Id of the session.' })
  session?: string | null;
}

@InputType({ description: 'Perubahan pemaparan. / A change of a presentation.' })
export class UpdatePresentationInput extends revisionOf(AddPresentationInput, ['event']) {}
