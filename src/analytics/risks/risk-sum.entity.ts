import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReadTable } from '../../common/read/declare.js';
import { everyone } from '../../common/read/model.js';
import { Satker } from '../../satker/satker.entity.js';
import { Stage } from '../../stages/stage.entity.js';
import { LOOSE } from '../counted.js';
import { RiskCounts } from './risk-counts.js';

/** What one unit reported. Only published experiences count, so that it is for everybody. */
@Entity('risk_sums')
@Index('IDX_risk_sums_kind', ['stageId', 'kind'])
@ReadTable({ scope: everyone })
export class RiskSum extends RiskCounts {
  @ManyToOne(() => Stage, LOOSE)
  @JoinColumn({ name: 'stage_id' })
  stage: Relation<Stage>;

  @PrimaryColumn('bigint')
  satkerId: string;

  @ManyToOne(() => Satker, LOOSE)
  @JoinColumn({ name: 'satker_id' })
  satker: Relation<Satker>;

  @Column('date')
  first: string;
}
