import { Column, Entity } from 'typeorm';
import { RiskCounts } from './risk-counts.js';

/** What all units together reported: the sums of `RiskSum`. */
@Entity('risk_totals')
export class RiskTotal extends RiskCounts {
  /** Keys of the satker that reported it. */
  @Column('bigint', { array: true })
  units: string[];
}
