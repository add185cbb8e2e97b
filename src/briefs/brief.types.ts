import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, JsonScalar } from '../common/scalars.js';
import { SatkerLevel } from '../satker/satker.entity.js';
import { RiskBand } from '../analytics/dimension.enum.js';
import { BriefScopeName } from './brief.enums.js';
import type { OpenFilter } from './brief-scopes.js';
import { BriefRecommendation, BriefRisk } from './risk.types.js';

const OPENS =
  'Saringan untuk obstacles yang mendaftar tepat baris ini. / Filter of obstacles that lists exactly these rows.';

@ObjectType({ description: 'Tahapan dalam sebuah brief. / A stage in a brief.' })
export class BriefStage {
  @Field(() => String, { description: 'Kode. / Code.' })
  code: string;

  @Field(() => String, { description: 'Nama. / Name.' })
  name: string;

  @Field(() => String, { description: 'Kode siklusnya. / Code of its cycle.' })
  cycle: string;
}

@ObjectType({ description: 'Satker penerima brief. / The unit that a brief is for.' })
export class BriefSatker {
  @Field(() => String, { description: 'Kode. / Code.' })
  code: string;

  @Field(() => String, { description: 'Nama resmi. / Official name.' })
  name: string;

  @Field(() => SatkerLevel, { description: 'Tingkat. / Level.' })
  level: SatkerLevel;

  @Field(() => String, { description: 'Nama wilayah. / Name of the region.' })
  region: string;
}

@ObjectType({ description: 'Satu sel matriks risiko. / One cell of a risk matrix.' })
export class BriefCell {
  @Field(() => Int, { description: 'Kemungkinan, 1–5. / Likelihood.' })
  likelihood: number;

  @Field(() => Int, { description: 'Dampak, 1–5. / Impact.' })
  impact: number;

  @Field(() => RiskBand, { description: 'Golongan skornya. / Band of its score.' })
  band: RiskBand;

  @Field(() => Int, { description: 'Jumlah kendala. / Number of obstacles.' })
  count: number;

  @Field(() => JsonScalar, { description: OPENS })
  openFilter: OpenFilter;
}

@ObjectType({ description: 'Hitungan dalam satu lingkup. / Counts within one scope.' })
export class BriefScope {
  @Field(() => BriefScopeName, { description: 'Lingkupnya. / The scope.' })
  scope: BriefScopeName;

  @Field(() => String, { description: 'Namanya. / Its name.' })
  label: string;

  @Field(() => Int, { description: 'Jumlah kendala. / Number of obstacles.' })
  obstacleCount: number;

  @Field(() => Int, { description: 'Jumlah pengalaman yang memuatnya. / Experiences that hold them.' })
  experienceCount: number;

  @Field(() => Int, { description: 'Jumlah satker yang melaporkannya. / Units that reported them.' })
  satkerCount: number;

  @Field(() => Int, { description: 'Di antaranya data peragaan. / Of them, demonstration data.' })
  demoCount: number;

  @Field(() => Int, { description: 'Di antaranya belum dinilai risikonya. / Of them, without a risk score.' })
  unassessedCount: number;

  @Field(() => Int, { description: 'Di antaranya belum diatur. / Of them, not regulated.' })
  unregulatedCount: number;

  @Field(() => [Int], { description: 'Tahun-tahun terjadinya. / Years in which they happened.' })
  years: number[];

  @Field(() => [BriefCell], { description: 'Matriks 5 × 5, seluruh 25 selnya. / The 5 × 5 matrix, all 25 cells.' })
  matrix: BriefCell[];

  @Field(() => JsonScalar, { description: OPENS })
  openFilter: OpenFilter;
}

@ObjectType({ description: 'Dokumen sumber. / A source document.' })
export class BriefDocument {
  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;

  @Field(() => String, { description: 'Penerbit. / Publisher.' })
  publisher: string;

  @Field(() => DateScalar, { nullable: true, description: 'Tanggal terbit. / Date of publication.' })
  publishedOn: string | null;

  @Field(() => String, { nullable: true, description: 'Alamat. / Address.' })
  url: string | null;
}

@ObjectType({
  description:
    'Brief mitigasi sebelum sebuah tahapan: risiko teratas bagi satu satker, apa yang membantu, rekomendasi yang terbuka. Hanya dari pengalaman yang diterbitkan. / What may go wrong for one unit at one stage, what helped, what is still open.',
})
export class MitigationBrief {
  @Field(() => DateTimeScalar, { description: 'Keadaan data pada saat ini. / The state of the data at this moment.' })
  asOf: string;

  @Field(() => BriefStage, { description: 'Tahapannya. / The stage.' })
  stage: BriefStage;

  @Field(() => [BriefStage], {
    description:
      'Tahapan yang pengalamannya dipakai: ini dan yang sejenis di siklus lain. / Stages learned from: this one and its like in other cycles.',
  })
  stagesUsed: BriefStage[];

  @Field(() => BriefSatker, { description: 'Satkernya. / The unit.' })
  satker: BriefSatker;

  @Field(() => Boolean, { description: 'Belum ada kendala yang diterbitkan. / Nothing was published about it yet.' })
  isEmpty: boolean;

  @Field(() => Boolean, { description: 'Memuat data peragaan. / Holds demonstration data.' })
  hasDemo: boolean;

  @Field(() => [String], { description: 'Ringkasan, kalimat demi kalimat. / Summary in Indonesian, by sentences.' })
  summary: string[];

  @Field(() => [String], {
    description: 'Yang didahulukan terhadap risiko teratas. / What to do first about the top risks, in Indonesian.',
  })
  firstSteps: string[];

  @Field(() => String, { description: 'Bagaimana risiko diurutkan. / How the risks are ranked, in Indonesian.' })
  ranking: string;

  @Field(() => [BriefScope], { description: 'Lingkup dari yang terdekat. / Scopes, nearest first.' })
  scopes: BriefScope[];

  @Field(() => Int, { description: 'Jumlah risiko seluruhnya. / Number of all risks.' })
  riskCount: number;

  @Field(() => [BriefRisk], { description: 'Risiko teratas, paling banyak sepuluh. / Top risks, ten at most.' })
  topRisks: BriefRisk[];

  @Field(() => Int, { description: 'Rekomendasi yang terbuka. / Recommendations that are open.' })
  openRecommendationCount: number;

  @Field(() => Int, { description: 'Di antaranya lewat tenggat. / Of them, past due.' })
  overdueCount: number;

  @Field(() => [BriefRecommendation], {
    description:
      'Diterima, dikerjakan, atau dilaporkan selesai tetapi belum diverifikasi; paling banyak lima belas. / Open ones, fifteen at most.',
  })
  openRecommendations: BriefRecommendation[];

  @Field(() => JsonScalar, {
    description:
      'Saringan untuk recommendations yang mendaftar semuanya. / Filter of recommendations that lists them all.',
  })
  openRecommendationsFilter: OpenFilter;

  @Field(() => [BriefDocument], {
    description:
      'Dokumen tentang kegiatan tempat pengalaman yang dirujuk dibagikan. / Documents on the events they were shared at.',
  })
  documents: BriefDocument[];

  @Field(() => String, { description: 'Alamat dokumennya (DOCX). / Where the document is (DOCX).' })
  documentUrl: string;
}
