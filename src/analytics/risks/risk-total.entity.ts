import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often all units together reported one risk at one stage: what `RiskSum` says of each of them. */
@Entity('risk_totals')
export class RiskTotal {
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

  @Column('int', { array: true })
  cells: number[];

  @Column('int', { array: true })
  years: number[];

  @Column('date')
  last: string;

  /** Keys of the satker that reported it. */
  @Column('bigint', { array: true })
  units: string[];
}
