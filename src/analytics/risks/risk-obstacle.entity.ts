import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReadTable } from '../../common/read/declare.js';
import { everyone } from '../../common/read/model.js';
import { Satker } from '../../satker/satker.entity.js';
import { Stage } from '../../stages/stage.entity.js';
import { LOOSE } from '../counted.js';

/**
 * A published obstacle of a stage, with what briefs count and order it by. Its id is the obstacle's. One index finds what
 * a unit reported, the other, which a migration makes for its order, the gravest of a kind.
 */
@Entity('risk_obstacles')
@Index('IDX_risk_obstacles_unit', ['stage', 'satker', 'kind', 'risk', 'day', 'id'])
@Index('IDX_risk_obstacles_kind', { synchronize: false })
@ReadTable({ scope: everyone })
export class RiskObstacle {
  @PrimaryColumn('bigint')
  id: string;

  @Index('IDX_risk_obstacles_experience')
  @Column('bigint')
  experienceId: string;

  /** Whether it is the first one of its experience, so that counting these counts experiences. */
  @Column('boolean')
  isFirst: boolean;

  @ManyToOne(() => Stage, { ...LOOSE, nullable: false })
  @JoinColumn()
  stage: Relation<Stage>;

  @ManyToOne(() => Satker, { ...LOOSE, nullable: false })
  @JoinColumn()
  satker: Relation<Satker>;

  /** What is one risk: the key of the pattern; or those of cause and topic, with a slash between, where there is none. */
  @Column('text')
  kind: string;

  @Column('smallint', { nullable: true })
  likelihood: number | null;

  @Column('smallint', { nullable: true })
  impact: number | null;

  /** Likelihood times impact. */
  @Column('smallint', { nullable: true })
  risk: number | null;

  @Column('boolean')
  isUnregulated: boolean;

  @Column('boolean')
  isDemo: boolean;

  /** When it happened; where nobody knows, when it was reported. */
  @Column('date')
  day: string;

  @Column('bigint', { nullable: true })
  causeId: string | null;

  /** That of its experience. */
  @Column('bigint', { nullable: true })
  topicId: string | null;

  /** Whether its experience tells what was done, and of success. Read from words, which for hundreds at once is slow. */
  @Column('boolean')
  hasGoodResult: boolean;
}
