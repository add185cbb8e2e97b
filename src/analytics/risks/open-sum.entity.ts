import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** How many open recommendations a stage has of one status and one due date: which are overdue depends on the day. */
@Entity('open_sums')
@Index('UQ_open_sums', { synchronize: false })
export class OpenSum {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id: string;

  @Column('bigint')
  stageId: string;

  @Column('text')
  status: string;

  @Column('date', { nullable: true })
  dueDate: string | null;

  @Column('int')
  count: number;
}
