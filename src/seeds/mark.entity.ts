import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What seeding has to remember from one start to the next. */
@Entity('seed_marks')
export class SeedMark {
  @PrimaryColumn('text')
  name: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
