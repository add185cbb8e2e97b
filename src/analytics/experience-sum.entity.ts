import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ReadTable } from '../common/read/declare.js';
import { experienceScope } from '../experiences/experience.scope.js';
import { CountedExperience } from './counted.js';

/** How many experiences of one unit there are at one stage and event, in one status: who has reported what. */
@Entity('experience_sums')
@Index('UQ_experience_sums', { synchronize: false })
@Index('IDX_experience_sums_empty', { synchronize: false })
@ReadTable({ scope: experienceScope })
export class ExperienceSum extends CountedExperience {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id: string;

  @Column('int')
  count: number;
}
