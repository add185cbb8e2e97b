import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ReadTable } from '../common/read/declare.js';
import { experienceScope } from '../experiences/experience.scope.js';
import { CountedObstacle } from './counted.js';

/**
 * How many obstacles there are of one unit in one status, by one facet (see `facets.ts`); columns of other facets are
 * empty. Unit and status are in each, so that the scope of experiences says who counts them.
 */
@Entity('obstacle_sums')
@Index('UQ_obstacle_sums', { synchronize: false })
@Index('IDX_obstacle_sums_facet', { synchronize: false })
@Index('IDX_obstacle_sums_empty', { synchronize: false })
@ReadTable({ scope: experienceScope })
export class ObstacleSum extends CountedObstacle {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id: string;

  @Column('text')
  facet: string;

  @Column('int')
  count: number;

  /** How many there are of each risk score, in the order of `RISK_SCORES`: so that the greatest is known when one goes. */
  @Column('int', { array: true })
  risks: number[];

  @Column('smallint', { nullable: true })
  maxRisk: number | null;
}
