import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ReadTable } from '../common/read/declare.js';
import type { StandIn } from '../common/read/stand-in.js';
import { experienceScope } from '../experiences/experience.scope.js';
import { CountedObstacle } from './counted.js';

/** One obstacle with all it is counted by. Its id is the obstacle's. */
@Entity('obstacle_facts')
@Index('IDX_obstacle_facts_stage', ['stage', 'satker', 'status', 'riskScore'])
@Index('IDX_obstacle_facts_cause', ['cause', 'satker', 'status', 'riskScore'])
@Index('IDX_obstacle_facts_satker', ['satker', 'status', 'stage', 'riskScore'])
@ReadTable({ scope: experienceScope })
export class ObstacleFact extends CountedObstacle {
  @PrimaryColumn('bigint')
  id: string;

  @Index('IDX_obstacle_facts_experience')
  @Column('bigint')
  experienceId: string;

  @Column('date', { nullable: true })
  occurredOn: string | null;

  @Column('timestamptz')
  reportedAt: Date;
}

/** The facts answer for the obstacles in all but their text. */
export const FACTS: StandIn = {
  entity: ObstacleFact,
  paths: {
    'experience.satker': 'satker',
    'experience.status': 'status',
    'experience.isDemo': 'isDemo',
    'experience.stage': 'stage',
    'experience.topic': 'topic',
    'experience.event': 'event',
    'experience.occurredOn': 'occurredOn',
    'experience.reportedAt': 'reportedAt',
    cause: 'cause',
    regulated: 'regulated',
    likelihood: 'likelihood',
    impact: 'impact',
    riskScore: 'riskScore',
  },
};
