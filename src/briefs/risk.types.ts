import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, JsonScalar } from '../common/scalars.js';
import { LessonStrength } from '../lessons/lesson.entity.js';
import { LessonStatus } from '../lessons/lesson.enums.js';
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

@ObjectType({
  description:
    'Pelajaran yang disahkan, dari kendala sebuah risiko. / An endorsed lesson, taken from obstacles of a risk.',
})
export class BriefLesson {
  @Field(() => String, { description: 'Kode. / Code.' })
  code: string;

  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Apa yang dipahami. / What was understood.' })
  insight: string | null;

  @Field(() => String, { nullable: true, description: 'Apa yang sebaiknya dilakukan. / What to do.' })
  practice: string | null;

  @Field(() => LessonStatus, { description: 'Disahkan atau terbukti. / Endorsed or learned.' })
  status: LessonStatus;

  @Field(() => LessonStrength, {
    description: 'Kekuatannya, dari pengalaman yang diterbitkan. / Its strength, by published experiences.',
  })
  strength: LessonStrength;

  @Field(() => Int, { description: 'Satker yang terbantu olehnya. / Units that it helped.' })
  helpedSatkerCount: number;

  @Field(() => Boolean, { description: 'Data peragaan. / Demonstration data.' })
  isDemo: boolean;

  @Field(() => [BriefSource], {
    description: 'Pengalaman asalnya, yang terbaru dahulu, paling banyak lima. / Experiences it is taken from.',
  })
  sources: BriefSource[];
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
  description:
    'Satu risiko: kendala yang sama, dijadikan satu. / One risk: obstacles that are the same, taken together.',
})
export class BriefRisk {
  @Field(() => Int, { description: 'Peringkat, dari 1. / Rank, from 1.' })
  rank: number;

  @Field(() => String, {
    nullable: true,
    description: 'Kode pola kendalanya, bila berpola. / Code of the pattern of its obstacles, if they have one.',
  })
  patternCode: string | null;

  @Field(() => String, { description: 'Salah satu kendalanya, sebagai nama. / One of its obstacles, as a name.' })
  label: string;

  @Field(() => BriefTerm, {
    nullable: true,
    description: 'Golongan penyebab yang tersering. / The most frequent category of causes.',
  })
  cause: BriefTerm | null;

  @Field(() => BriefTerm, { nullable: true, description: 'Topik yang tersering. / The most frequent topic.' })
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

  @Field(() => [BriefLesson], {
    description:
      'Pelajaran dari kendalanya, yang membantu satker terbanyak dahulu, paling banyak tiga. / Lessons taken from its obstacles, what helped most units first, three at most.',
  })
  lessons: BriefLesson[];

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
