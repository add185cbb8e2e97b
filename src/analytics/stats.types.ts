import { Extensions, Field, Int } from '@nestjs/graphql';
import { ReportField, ReportType } from '../common/read/declare.js';
import { DateTimeScalar, JsonScalar } from '../common/scalars.js';
import { BucketOrder, ObstacleDimension, RiskBand } from './dimension.enum.js';

const OPENS =
  'Saringan untuk obstacles yang mendaftar tepat baris ini. / Filter of obstacles that lists exactly these rows.';
export const AS_OF =
  'Semua yang tersimpan sebelum saat ini sudah terhitung. / All that was stored before this is counted.';
export const COUNT = 'Jumlah kendala. / Number of obstacles.';
export const UNITS = 'Jumlah satker yang melaporkannya. / Number of units that reported them.';
export const MAX_RISK = 'Skor risiko terbesar; kosong bila tidak ada yang dinilai. / Greatest risk score.';

/** How many buckets one answer may hold, and how many it holds unless told. */
export const BUCKETS = { usual: 100, most: 1000 } as const;
export const MOST_DIMENSIONS = 3;

@ReportType('Nilai satu dimensi. / The value of one dimension.')
export class DimensionValue {
  @Field(() => ObstacleDimension, { description: 'Dimensinya. / The dimension.' })
  dimension: ObstacleDimension;

  @Field(() => String, {
    nullable: true,
    description: 'Kode atau nilainya; kosong: tidak diisi. / Code or value; null where there is none.',
  })
  value: string | null;

  @Field(() => String, { description: 'Nama untuk dibaca orang. / Name for people, in Indonesian.' })
  label: string;

  @Field(() => String, { description: 'Nama dalam bahasa Inggris, bila ada. / English name, where there is one.' })
  labelEn: string;
}

@ReportType('Sekelompok kendala. / A group of obstacles.')
export class ObstacleBucket {
  @Field(() => [DimensionValue], {
    description: 'Nilai tiap dimensi, menurut urutan groupBy. / A value for each dimension, in the order of groupBy.',
  })
  @Extensions({ rows: MOST_DIMENSIONS })
  keys: DimensionValue[];

  @Field(() => Int, { description: COUNT })
  count: number;

  @Field(() => Int, { description: UNITS })
  satkerCount: number;

  @Field(() => Int, { nullable: true, description: MAX_RISK })
  maxRisk: number | null;

  @Field(() => JsonScalar, { description: OPENS })
  filter: unknown;
}

@ReportType(
  'Kendala yang cocok, dihitung menurut satu sampai tiga dimensi. / Obstacles counted by up to three dimensions.',
)
export class ObstacleStats {
  @Field(() => DateTimeScalar, { description: AS_OF })
  asOf: string;

  @Field(() => Int, { description: 'Jumlah kendala seluruhnya. / Number of all obstacles found.' })
  totalCount: number;

  @Field(() => Int, { description: 'Jumlah satker seluruhnya. / Number of all units that reported them.' })
  satkerCount: number;

  @Field(() => Int, { description: 'Jumlah kelompok seluruhnya. / Number of all buckets.' })
  bucketCount: number;

  @ReportField(() => [ObstacleBucket], {
    description: 'Kelompok yang ada isinya. / Buckets that are not empty.',
    args: [
      {
        name: 'first',
        type: () => Int,
        description: `1–${BUCKETS.most}, bawaan ${BUCKETS.usual}. / Default ${BUCKETS.usual}.`,
        defaultValue: BUCKETS.usual,
      },
      { name: 'offset', type: () => Int, description: 'Lewati sekian. / Skip so many.', defaultValue: 0 },
      { name: 'orderBy', type: () => BucketOrder, description: 'Urutan. / Order.', defaultValue: BucketOrder.COUNT },
    ],
  })
  @Extensions({ most: BUCKETS.most })
  buckets: ObstacleBucket[];
}

@ReportType('Satu kotak matriks risiko. / One cell of a risk matrix.')
export class RiskCell {
  @Field(() => Int, { description: 'Kemungkinan, 1–5. / Likelihood.' })
  likelihood: number;

  @Field(() => Int, { description: 'Dampak, 1–5. / Impact.' })
  impact: number;

  @Field(() => Int, { description: 'Kemungkinan × dampak. / Likelihood × impact.' })
  riskScore: number;

  @Field(() => RiskBand, { description: 'Golongan skornya. / Band of the score.' })
  band: RiskBand;

  @Field(() => Int, { description: COUNT })
  count: number;

  @Field(() => Int, { description: UNITS })
  satkerCount: number;

  @Field(() => JsonScalar, { description: OPENS })
  filter: unknown;
}

@ReportType('Kendala di luar suatu hitungan, karena nilainya tidak diisi. / Obstacles left out, for want of a value.')
export class ObstacleRest {
  @Field(() => Int, { description: COUNT })
  count: number;

  @Field(() => JsonScalar, { description: OPENS })
  filter: unknown;
}

@ReportType('Matriks risiko 5 × 5. / Risk matrix of 5 × 5.')
export class RiskMatrix {
  @Field(() => DateTimeScalar, { description: AS_OF })
  asOf: string;

  @Field(() => Int, {
    description: 'Jumlah kendala, yang belum dinilai termasuk. / All obstacles, unassessed included.',
  })
  totalCount: number;

  @Field(() => [RiskCell], {
    description: 'Kedua puluh lima kotak, kemungkinan lalu dampak menaik. / All 25 cells, by likelihood, then impact.',
  })
  @Extensions({ rows: 25 })
  cells: RiskCell[];

  @Field(() => ObstacleRest, { description: 'Yang belum dinilai. / Those not assessed.' })
  unassessed: ObstacleRest;
}
