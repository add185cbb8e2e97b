import { Info, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ARE_BEHIND } from '../audit/changed-records.js';
import { Projections } from '../audit/projections.service.js';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadReport } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import type { Report } from '../common/read/report.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { writeCoverage } from './coverage.js';
import { Coverage } from './coverage.types.js';
import { ObstacleDimension, TrendDate, TrendStep } from './dimension.enum.js';
import { asOfValue, writeObstacleStats } from './obstacle-stats.js';
import { writeRiskMatrix } from './risk-matrix.js';
import { ObstacleStats, RiskMatrix } from './stats.types.js';
import { writeTrend } from './trend.js';
import { Trend } from './trend.types.js';

@Resolver()
export class AnalyticsResolver {
  constructor(
    private readonly reader: Reader,
    private readonly projections: Projections,
  ) {}

  @Allow('knowledge.read')
  @ReadReport(() => ObstacleStats, {
    description:
      'Kendala dihitung menurut satu sampai tiga dimensi; tiap kelompok dapat dibuka. / Obstacles counted by up to three dimensions; each bucket can be opened.',
    filterOf: () => Obstacle,
    args: [
      {
        name: 'groupBy',
        type: () => ObstacleDimension,
        list: true,
        isRequired: true,
        description: 'Satu sampai tiga dimensi yang berlainan. / One to three different dimensions.',
      },
    ],
  })
  obstacleStats(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.report(info, actor, writeObstacleStats);
  }

  @Allow('knowledge.read')
  @ReadReport(() => RiskMatrix, {
    description: 'Kendala menurut kemungkinan dan dampaknya. / Obstacles by likelihood and impact.',
    filterOf: () => Obstacle,
  })
  riskMatrix(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.report(info, actor, writeRiskMatrix);
  }

  @Allow('knowledge.read')
  @ReadReport(() => Trend, {
    description: 'Kendala dari waktu ke waktu, celah diisi nol. / Obstacles over time, gaps filled with zero.',
    filterOf: () => Obstacle,
    args: [
      {
        name: 'by',
        type: () => TrendStep,
        description: 'Lebar titik. / Width of a point.',
        defaultValue: TrendStep.MONTH,
      },
      {
        name: 'date',
        type: () => TrendDate,
        description: 'Tanggal yang dipakai. / Which date.',
        defaultValue: TrendDate.OCCURRED_ON,
      },
      {
        name: 'split',
        type: () => ObstacleDimension,
        description: 'Satu garis untuk tiap nilai dimensi ini. / A line for each value of this dimension.',
      },
    ],
  })
  trend(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.report(info, actor, writeTrend);
  }

  @Allow('knowledge.read')
  @ReadReport(() => Coverage, {
    description:
      'Satker mana yang sudah mengirim pengalaman: untuk satu kegiatan, satu siklus, di bawah satu satker. / Which units have handed in experiences.',
    args: [
      { name: 'event', type: () => String, description: 'Slug kegiatan. / Slug of an event.' },
      { name: 'cycle', type: () => String, description: 'Kode siklus. / Code of a cycle.' },
      {
        name: 'under',
        type: () => String,
        description: 'Satker ini dan semua di bawahnya. / This unit and all below it.',
      },
    ],
  })
  coverage(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.report(info, actor, writeCoverage);
  }

  /**
   * Whoever wrote something is counted in the very next answer. That nothing is missing is seen by the statement that
   * counts; where something is, it answers nothing, and is asked again when that is in.
   */
  private async report(info: GraphQLResolveInfo, actor: Actor, write: (report: Report) => string): Promise<unknown> {
    const ifCurrent = (report: Report): string =>
      `select case when ${asOfValue(report)} is null and ${ARE_BEHIND} then null else (${write(report)}) end`;
    const answer = await this.reader.report(info, actor, ifCurrent, [null]);
    if (answer !== null) return answer;
    return this.reader.report(info, actor, ifCurrent, [(await this.projections.caughtUp()).toISOString()]);
  }
}
