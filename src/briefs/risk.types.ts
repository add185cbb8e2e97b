import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, JsonScalar } from '../common/scalars.js';
import { RecommendationStatus } from '../recommendations/recommendation.enums.js';
import { RiskBand } from '../analytics/dimension.enum.js';
import { BriefScopeName } from './brief.enums.js';
import type { OpenFilter } from './brief-scopes.js';

@ObjectType({ description: 'Kode dan nama. / Code and name.' })
export class BriefTerm {
  @Field(() => String, { description: 'Kode. / Code.' })
  code: string;

  @Field(() => String, { description: 'Nama. / Name.' })
  name: string;
}

@ObjectType({ description: 'Pengalaman yang menjadi dasar, untuk dirujuk. / An experience that is cited.' })
export class BriefSource {
  @Field(() => String, { description: 'Kode pengalaman. / Code of the experience.' })
  code: string;

  @Field(() => String, { description: 'Judulnya. / Its title.' })
  title: string;

  @Field(() => BriefTerm, { description: 'Satker pelapor. / The reporting unit.' })
  satker: BriefTerm;

  @Field(() => String, { nullable: true, description: 'Kode tahapannya. / Code of its stage.' })
  stage: string | null;

  @Field(() => Int, { description: 'Tahun kejadian, atau tahun pelaporan. / Year it happened or was reported.' })
  year: number;

  @Field(() => Boolean, { description: 'Data peragaan. / Demonstration data.' })
  isDemo: boolean;
}

@ObjectType({
  description: 'Tindakan dengan hasil baik menurut pelapornya. / What was done, with a good result as reported.',
})
export class BriefPractice {
  @Field(() => String, { description: 'Yang dilakukan. / What was done.' })
  action: string;

  @Field(() => String, { description: 'Hasil menurut pelapornya. / The result as reported.' })
  result: string;

  @Field(() => BriefSource, { description: 'Pengalamannya. / The experience.' })
  source: BriefSource;
}

@ObjectType({ description: 'Rekomendasi dalam sebuah brief. / A recommendation in a brief.' })
export class BriefRecommendation {
  @Field(() => String, { description: 'Nomor. / Number.' })
  number: string;

  @Field(() => String, { description: 'Isinya. / What is recommended.' })
  text: string;

  @Field(() => RecommendationStatus, { description: 'Keadaan. / Status.' })
  status: RecommendationStatus;

  @Field(() => DateScalar, { nullable: true, description: 'Tenggat. / Due date.' })
  dueDate: string | null;

  @Field(() => Boolean, { description: 'Lewat tenggat dan belum selesai. / Past due and not done.' })
  isOverdue: boolean;

  @Field(() => [String], {
    description: 'Penanggung jawabnya, bila sudah ditetapkan. / Who answers for it, if decided.',
  })
  leads: string[];

  @Field(() => BriefSource, { description: 'Pengalaman asalnya. / The experience it came from.' })
  source: BriefSource;
}

@ObjectType({
  description: 'Satu risiko: kendala yang sejenis, dijadikan satu. / One risk: obstacles of one kind taken together.',
})
export class BriefRisk {
  @Field(() => Int, { description: 'Peringkat, dari 1. / Rank, from 1.' })
  rank: number;

  @Field(() => String, { description: 'Salah satu kendalanya, sebagai nama. / One of its obstacles, as a name.' })
  label: string;

  @Field(() => BriefTerm, { nullable: true, description: 'Golongan penyebab. / Category of causes.' })
  cause: BriefTerm | null;

  @Field(() => BriefTerm, { nullable: true, description: 'Topik. / Topic.' })
  topic: BriefTerm | null;

  @Field(() => BriefScopeName, { description: 'Lingkup terdekat tempat ia terjadi. / Nearest scope it was seen in.' })
  scope: BriefScopeName;

  @Field(() => Int, { description: 'Kendala satker itu sendiri. / Obstacles of the unit itself.' })
  ownCount: number;

  @Field(() => Int, { description: 'Kendala seprovinsi, termasuk dirinya. / Of its province, itself included.' })
  provinceCount: number;

  @Field(() => Int, { description: 'Kendala seluruhnya. / All obstacles.' })
  obstacleCount: number;

  @Field(() => Int, { description: 'Satker yang melaporkannya. / Units that reported it.' })
  satkerCount: number;

  @Field(() => [Int], { description: 'Tahun-tahun terjadinya. / Years in which it happened.' })
  years: number[];

  @Field(() => DateScalar, { description: 'Terakhir terjadi. / Last seen.' })
  lastSeen: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Skor terbesar; kosong bila tidak dinilai. / Greatest score, if any.',
  })
  maxRisk: number | null;

  @Field(() => Float, { nullable: true, description: 'Skor rata-rata. / Mean score.' })
  meanRisk: number | null;

  @Field(() => Int, { nullable: true, description: 'Kemungkinan yang lazim (median). / Typical likelihood (median).' })
  typicalLikelihood: number | null;

  @Field(() => Int, { nullable: true, description: 'Dampak yang lazim (median). / Typical impact (median).' })
  typicalImpact: number | null;

  @Field(() => RiskBand, { nullable: true, description: 'Golongan skor terbesarnya. / Band of the greatest score.' })
  band: RiskBand | null;

  @Field(() => Boolean, { description: 'Ada data peragaan di dalamnya. / Some of it is demonstration data.' })
  hasDemo: boolean;

  @Field(() => [BriefSource], {
    description: 'Pengalaman yang dirujuk, yang terdekat dan terberat dahulu, paling banyak lima. / Cited experiences.',
  })
  sources: BriefSource[];

  @Field(() => [BriefPractice], {
    description:
      'Yang dilakukan dengan hasil baik, paling banyak tiga. / What was done with a good result, three at most.',
  })
  practices: BriefPractice[];

  @Field(() => [BriefRecommendation], {
    description:
      'Rekomendasi untuknya, yang paling jauh kemajuannya dahulu, paling banyak tiga. / Recommendations for it.',
  })
  recommendations: BriefRecommendation[];

  @Field(() => JsonScalar, {
    description: 'Saringan untuk obstacles yang mendaftar kendalanya. / Filter of obstacles that lists its obstacles.',
  })
  openFilter: OpenFilter;
}
