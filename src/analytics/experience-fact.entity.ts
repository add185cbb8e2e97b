import { Entity, PrimaryColumn } from 'typeorm';
import { CountedExperience } from './counted.js';

/** One experience as it was counted last: what has to be taken off the sums when it changes. Its id is the experience's. */
@Entity('experience_facts')
export class ExperienceFact extends CountedExperience {
  @PrimaryColumn('bigint')
  id: string;
}
