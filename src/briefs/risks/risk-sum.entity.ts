import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often one unit reported one risk at one stage. */
@Entity('risk_sums')
export class RiskSum {
  @PrimaryColumn('bigint')
  stageId: string;

  @PrimaryColumn('bigint')
  satkerId: string;

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
