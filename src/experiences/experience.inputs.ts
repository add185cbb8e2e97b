import { Field, InputType, Int } from '@nestjs/graphql';
import { DateScalar } from '../common/scalars.js';
import { Creation, revisionOf } from '../common/write/inputs.js';
import { Items, OptionalText, Text, WholeNumber, WholeNumbers } from '../common/write/validation.js';
import { ExperienceKind, Regulated, Remedy } from './experience.enums.js';

const TITLE = 300;
const STORY = 20_000;
const SENTENCES = 5000;
/** Obstacles or recommendations of one experience. */
export const MAX_ITEMS = 20;

@InputType({
  description: 'Satu kendala; urutannya dalam daftar adalah nomornya. / An obstacle, numbered by its place.',
})
export class ObstacleInput {
  @Text(SENTENCES)
  @Field(() => String, { description: 'Kendalanya. / What the obstacle was.' })
  text: string;

  @Text(40)
  @Field(() => String, { nullable: true, description: 'Kode penyebab, lihat causes. / Code of the cause.' })
  cause?: string | null;

  @WholeNumber(1, 5)
  @Field(() => Int, { nullable: true, description: 'Kemungkinan terulang, 1–5. / Likelihood.' })
  likelihood?: number | null;

  @WholeNumber(1, 5)
  @Field(() => Int, { nullable: true, description: 'Dampak, 1–5. / Impact.' })
  impact?: number | null;

  @Field(() => Regulated, { nullable: true, description: 'Sudah diatur atau belum. / Whether rules foresaw it.' })
  regulated?: Regulated | null;
}

@InputType({ description: 'Rekomendasi yang diusulkan. / A recommendation that is proposed.' })
export class ProposedRecommendationInput {
  @Text(SENTENCES)
  @Field(() => String, { description: 'Isi rekomendasi. / What is recommended.' })
  text: string;

  @Field(() => Remedy, { nullable: true, description: 'Jenis perbaikan. / Kind of remedy.' })
  remedy?: Remedy | null;

  @WholeNumbers(1, MAX_ITEMS)
  @Field(() => [Int], {
    nullable: true,
    description:
      'Nomor kendala yang diatasi, dari 1; bila kosong, semuanya. / Numbers of the obstacles it addresses; all unless given.',
  })
  obstacles?: number[] | null;
}

@InputType({
  description: 'Konsep pengalaman; selain judul, semua boleh menyusul. / A draft: all but the title may follow later.',
})
export class CreateExperienceInput extends Creation {
  @Text(TITLE)
  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;

  @Field(() => ExperienceKind, { nullable: true, description: 'Jenis; bawaan OBSTACLE. / Kind.' })
  kind?: ExperienceKind | null;

  @Text(40)
  @Field(() => String, { nullable: true, description: 'Kode tahapan, misalnya PEMILU-09. / Code of the stage.' })
  stage?: string | null;

  @Text(40)
  @Field(() => String, { nullable: true, description: 'Kode topik, lihat topics. / Code of the topic.' })
  topic?: string | null;

  @Text(80)
  @Field(() => String, {
    nullable: true,
    description: 'Slug kegiatan tempat ia dibagikan. / Slug of the event it is shared at.',
  })
  event?: string | null;

  @Text(200)
  @Field(() => String, {
    nullable: true,
    description: 'Kode atau nama satker; bawaan satker Anda. / The unit; your own unless given.',
  })
  satker?: string | null;

  @OptionalText(STORY)
  @Field(() => String, { nullable: true, description: 'Yang seharusnya terjadi. / What was expected.' })
  expected?: string | null;

  @OptionalText(STORY)
  @Field(() => String, { nullable: true, description: 'Yang terjadi. / What happened.' })
  happened?: string | null;

  @OptionalText(STORY)
  @Field(() => String, { nullable: true, description: 'Yang dilakukan. / What was done.' })
  actionTaken?: string | null;

  @OptionalText(STORY)
  @Field(() => String, { nullable: true, description: 'Hasilnya. / The result.' })
  result?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Tanggal kejadian. / When it happened.' })
  occurredOn?: string | null;

  @Items(() => ObstacleInput, MAX_ITEMS)
  @Field(() => [ObstacleInput], { nullable: true, description: 'Kendala. / Obstacles.' })
  obstacles?: ObstacleInput[] | null;

  @Items(() => ProposedRecommendationInput, MAX_ITEMS)
  @Field(() => [ProposedRecommendationInput], { nullable: true, description: 'Rekomendasi. / Recommendations.' })
  recommendations?: ProposedRecommendationInput[] | null;
}

/** What a unit writes of an experience itself, its lists apart; inputs and history call it the same. */
export const DRAFT_FIELDS = [
  ...(['title', 'kind', 'stage', 'topic', 'event'] as const),
  ...(['expected', 'happened', 'actionTaken', 'result', 'occurredOn'] as const),
] as const;

@InputType({
  description:
    'Perubahan konsep; yang tidak disebut tetap. Daftar kendala dan rekomendasi menggantikan yang lama menurut nomornya. / What is left out stays; lists replace the old ones by number.',
})
export class UpdateExperienceInput extends revisionOf(CreateExperienceInput, ['satker']) {
  @Text(100)
  @Field(() => String, {
    nullable: true,
    description: 'Bila diisi, permintaan yang diulang hanya dikerjakan sekali. / If given, repeating it does nothing.',
  })
  clientMutationId?: string | null;
}
