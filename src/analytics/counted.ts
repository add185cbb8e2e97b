import { Column, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { EnumColumn, ScaleColumn } from '../common/entity.js';
import { Event } from '../events/event.entity.js';
import { ExperienceStatus, Regulated } from '../experiences/experience.enums.js';
import { Satker } from '../satker/satker.entity.js';
import { ElectionCycle } from '../stages/cycle.entity.js';
import { Stage } from '../stages/stage.entity.js';
import { Cause, Topic } from '../stages/taxonomy.entities.js';

/** References of tables that follow others: what they refer to may be gone for a moment. */
export const LOOSE = { nullable: true, createForeignKeyConstraints: false } as const;

/** What experiences are counted by: one of them in the facts, many in the sums. */
export abstract class CountedExperience {
  @ManyToOne(() => Satker, { ...LOOSE, nullable: false })
  @JoinColumn()
  satker: Relation<Satker>;

  @EnumColumn(ExperienceStatus)
  status: ExperienceStatus;

  @ManyToOne(() => Stage, LOOSE)
  @JoinColumn()
  stage: Relation<Stage> | null;

  @ManyToOne(() => Event, LOOSE)
  @JoinColumn()
  event: Relation<Event> | null;

  @Column('boolean')
  isDemo: boolean;
}

/** What obstacles are counted by. */
export abstract class CountedObstacle extends CountedExperience {
  @ManyToOne(() => ElectionCycle, LOOSE)
  @JoinColumn()
  cycle: Relation<ElectionCycle> | null;

  @ManyToOne(() => Topic, LOOSE)
  @JoinColumn()
  topic: Relation<Topic> | null;

  @ManyToOne(() => Cause, LOOSE)
  @JoinColumn()
  cause: Relation<Cause> | null;

  @EnumColumn(Regulated, { nullable: true })
  regulated: Regulated | null;

  @ScaleColumn()
  likelihood: number | null;

  @ScaleColumn()
  impact: number | null;

  @Column('smallint', { nullable: true })
  riskScore: number | null;

  @Column('smallint', { nullable: true })
  year: number | null;

  /** Its first day. */
  @Column('date', { nullable: true })
  month: string | null;
}
