import { Extensions, Field, Int } from '@nestjs/graphql';
import { describedEnum } from '../../common/read/comparators.js';
import { ReportField, ReportType } from '../../common/read/declare.js';
import { DateScalar, JsonScalar } from '../../common/scalars.js';
import { Satker } from '../../satker/satker.entity.js';
import { ElectionCycle } from '../../stages/cycle.entity.js';
import { ObstaclePattern } from '../../patterns/pattern.entity.js';

const OPENS =
  'Saringan untuk obstacles yang mendaftar tepat baris ini. / Filter of obstacles that lists exactly these rows.';
const COUNT = 'Jumlah kendala. / Number of obstacles.';

/** How many a list of the report may hold, and how many it holds unless told. */
export const LISTED = { usual: 20, most: 100 } as const;

export enum RecurrenceOrder {
  SATKER_COUNT = 'SATKER_COUNT',
  COUNT = 'COUNT',
  AFTER_DONE = 'AFTER_DONE',
}
describedEnum(RecurrenceOrder, 'RecurrenceOrder', 'Urutan pola, terbanyak dahulu. / Order of patterns, most first.', {
  SATKER_COUNT: 'Menurut banyaknya satker. / By number of units.',
  COUNT: 'Menurut banyaknya kendala. / By number of obstacles.',
  AFTER_DONE: 'Menurut yang terulang setelah dilaporkan selesai. / By what recurred after it was reported done.',
});

const page = [
  {
    name: 'first',
    type: () => Int,
    description: `1–${LISTED.most}, bawaan ${LISTED.usual}. / Default ${LISTED.usual}.`,
    defaultValue: LISTED.usual,
  },
  { name: 'offset', type: () => Int, description: 'Lewati sekian. / Skip so many.', defaultValue: 0 },
];

@ReportType('Kemunculan sebuah pola: satker, siklus, tahun. / Where and when a pattern appeared.')
export class PatternAppearance {
  @Field(() => Satker, { nullable: true, description: 'Satkernya. / The unit.' })
  satker: Satker;

  @Field(() => ElectionCycle, {
    nullable: true,
    description: 'Siklusnya; kosong: lintas tahapan. / The cycle, if any.',
  })
  cycle: ElectionCycle | null;

  @Field(() => Int, { description: 'Tahun terjadinya. / Year in which it happened.' })
  year: number;

  @Field(() => Int, { description: COUNT })
  count: number;

  @Field(() => JsonScalar, { description: OPENS })
  filter: unknown;
}

@ReportType('Yang terjadi lagi setelah dilaporkan selesai. / What happened again after it was reported done.')
export class RecurrenceAfterDone {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Rekomendasi atas kendala ini pertama kali dilaporkan selesai. / First reported done.',
  })
  since: string | null;

  @Field(() => Int, { description: COUNT })
  count: number;

  @Field(() => JsonScalar, { description: OPENS })
  filter: unknown;
}

@ReportType('Satu pola yang berulang. / One pattern that recurs.')
export class RecurringPattern {
  @Field(() => ObstaclePattern, { nullable: true, description: 'Polanya. / The pattern.' })
  pattern: ObstaclePattern;

  @Field(() => Int, { description: COUNT })
  count: number;

  @Field(() => Int, { description: 'Jumlah satker. / Number of units.' })
  satkerCount: number;

  @Field(() => Int, { description: 'Jumlah siklus. / Number of cycles.' })
  cycleCount: number;

  @Field(() => DateScalar, { description: 'Pertama kali terjadi. / First seen.' })
  firstSeen: string;

  @Field(() => DateScalar, { description: 'Terakhir terjadi. / Last seen.' })
  lastSeen: string;

  @Field(() => JsonScalar, { description: OPENS })
  filter: unknown;

  @Field(() => RecurrenceAfterDone, {
    description: 'Yang terulang setelah dilaporkan selesai. / What recurred after it was reported done.',
  })
  afterDone: RecurrenceAfterDone;

  @ReportField(() => [PatternAppearance], {
    description: 'Di mana dan kapan, yang terbaru dahulu. / Where and when, latest first.',
    args: page,
  })
  @Extensions({ most: LISTED.most })
  appearances: PatternAppearance[];
}

@ReportType('Kendala yang sama yang terjadi lebih dari sekali. / The same obstacles, met more than once.')
export class Recurrence {
  @Field(() => Int, { description: 'Jumlah pola yang berulang. / Number of patterns that recur.' })
  patternCount: number;

  @ReportField(() => [RecurringPattern], {
    description: 'Pola dengan lebih dari satu kendala. / Patterns of more than one obstacle.',
    args: [
      ...page,
      {
        name: 'orderBy',
        type: () => RecurrenceOrder,
        description: 'Urutan. / Order.',
        defaultValue: RecurrenceOrder.SATKER_COUNT,
      },
    ],
  })
  @Extensions({ most: LISTED.most })
  patterns: RecurringPattern[];
}
