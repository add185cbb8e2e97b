import { Extensions, Field, Int } from '@nestjs/graphql';
import { ReportField, ReportType } from '../common/read/declare.js';
import { DateScalar, DateTimeScalar, JsonScalar } from '../common/scalars.js';
import { AS_OF, COUNT, DimensionValue, ObstacleRest } from './stats.types.js';

/** Series and points of one answer, unless told and at most. */
export const SERIES = { usual: 10, most: 50 } as const;
export const POINTS = { usual: 120, most: 400 } as const;

@ReportType('Satu titik tren: satu bulan, triwulan, atau tahun. / One month, quarter or year.')
export class TrendPoint {
  @Field(() => DateScalar, { description: 'Hari pertamanya. / Its first day.' })
  start: string;

  @Field(() => DateScalar, { description: 'Hari terakhirnya. / Its last day.' })
  end: string;

  @Field(() => Int, { description: COUNT })
  count: number;

  @Field(() => JsonScalar, {
    description:
      'Saringan untuk obstacles yang mendaftar tepat baris ini. / Filter of obstacles that lists exactly these rows.',
  })
  filter: unknown;
}

@ReportType('Satu garis dalam tren. / One line of a trend.')
export class TrendSeries {
  @Field(() => DimensionValue, {
    nullable: true,
    description: 'Nilai dimensi pemecah; kosong bila tidak dipecah. / Value of the dimension; null without a split.',
  })
  key: DimensionValue | null;

  @Field(() => Int, { description: 'Jumlah kendala yang bertanggal. / Number of obstacles with a date.' })
  count: number;

  @ReportField(() => [TrendPoint], {
    description:
      'Titik berurutan tanpa celah, sama untuk semua garis; yang terakhir dari rentangnya. / Points in order without gaps, the same for all lines; the latest of the span.',
    args: [
      {
        name: 'last',
        type: () => Int,
        description: `1–${POINTS.most}, bawaan ${POINTS.usual}. / Default ${POINTS.usual}.`,
        defaultValue: POINTS.usual,
      },
    ],
  })
  @Extensions({ most: POINTS.most })
  points: TrendPoint[];
}

@ReportType('Jumlah kendala dari waktu ke waktu. / Obstacles over time.')
export class Trend {
  @Field(() => DateTimeScalar, { description: AS_OF })
  asOf: string;

  @Field(() => Int, { description: 'Jumlah kendala seluruhnya. / Number of all obstacles found.' })
  totalCount: number;

  @Field(() => DateScalar, { nullable: true, description: 'Hari pertama rentangnya. / First day of the span.' })
  start: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Hari terakhir rentangnya. / Last day of the span.' })
  end: string | null;

  @Field(() => Int, { description: 'Jumlah garis seluruhnya. / Number of all series.' })
  seriesCount: number;

  @ReportField(() => [TrendSeries], {
    description: 'Garis, terbanyak dahulu. / Series, most first.',
    args: [
      {
        name: 'first',
        type: () => Int,
        description: `1–${SERIES.most}, bawaan ${SERIES.usual}. / Default ${SERIES.usual}.`,
        defaultValue: SERIES.usual,
      },
    ],
  })
  @Extensions({ most: SERIES.most })
  series: TrendSeries[];

  @Field(() => ObstacleRest, { description: 'Yang tidak bertanggal. / Those without a date.' })
  undated: ObstacleRest;
}
