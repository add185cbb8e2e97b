import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Accepted, and neither verified nor given up. */
export const OPEN_STATUSES = ['ACCEPTED', 'IN_PROGRESS', 'REPORTED_DONE'] as const;

/** A recommendation of a published experience that is still to be carried out or verified. Its id is the recommendation's. */
@Entity('open_recommendations')
@Index('IDX_open_recommendations_stage', ['stageId', 'satkerId', 'status', 'dueDate', 'id'])
export class OpenRecommendation {
  @PrimaryColumn('bigint')
  id: string;

  @Index('IDX_open_recommendations_experience')
  @Column('bigint')
  experienceId: string;

  @Column('bigint')
  stageId: string;

  @Column('bigint')
  satkerId: string;

  @Column('text')
  status: string;

  @Column('date', { nullable: true })
  dueDate: string | null;
}
