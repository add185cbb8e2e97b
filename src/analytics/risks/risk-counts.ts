import { Column, PrimaryColumn } from 'typeorm';

/** How often a risk was reported at a stage, by whomever a row is about. */
export abstract class RiskCounts {
  @PrimaryColumn('bigint')
  stageId: string;

  @PrimaryColumn('text')
  kind: string;

  @Column('int')
  obstacles: number;

  @Column('int')
  experiences: number;

  @Column('int')
  demo: number;

  @Column('int')
  unregulated: number;

  @Column('int')
  unassessed: number;

  /** The others by likelihood and impact: first all of likelihood 1. */
  @Column('int', { array: true })
  cells: number[];

  @Column('int', { array: true })
  years: number[];

  @Column('date')
  last: string;
}
