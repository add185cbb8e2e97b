import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReadTable } from '../../common/read/declare.js';
import { everyone } from '../../common/read/model.js';
import { Satker } from '../../satker/satker.entity.js';
import { Stage } from '../../stages/stage.entity.js';
import { LOOSE } from '../counted.js';

/** How often one unit reported one risk at one stage. Only published experiences count, so that it is for everybody. */
@Entity('risk_sums')
@Index('IDX_risk_sums_kind', ['stageId', 'kind'])
@ReadTable({ scope: everyone })
export class RiskSum {
  @PrimaryColumn('bigint')
  stageId: string;

  @ManyToOne(() => Stage, LOOSE)
  @JoinColumn({ name: 'stage_id' })
  stage: Relation<Stage>;

  @PrimaryColumn('bigint')
  satkerId: string;

  @ManyToOne(() => Satker, LOOSE)
  @JoinColumn({ name: 'satker_id' })
  satker: Relation<Satker>;

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
  first: string;

  @Column('date')
  last: string;
}
