import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { Node } from '../common/entity.js';
import { ReadModel } from '../common/read/declare.js';
import { inheritedFrom } from '../common/read/model.js';
import { DateScalar } from '../common/scalars.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { ObstaclePattern } from './pattern.entity.js';

/**
 * That an obstacle belongs to a pattern, and why. Obstacles may be removed without a word to this table; the projection
 * then finds its rows by the experience.
 */
@Entity('obstacle_pattern_members')
@Unique('UQ_obstacle_pattern_members_obstacle', ['obstacle'])
@Index('IDX_obstacle_pattern_members_pattern', ['pattern', 'happenedOn', 'obstacle'])
@Index('IDX_obstacle_pattern_members_experience', ['experienceId'])
@ReadModel({ scope: inheritedFrom('obstacle'), defaultOrder: [['id', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description:
    'Satu kendala dalam sebuah pola, dengan alasannya. / One obstacle of a pattern, and why it belongs to it.',
})
export class PatternMember extends Node {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  declare id: string;

  @ManyToOne(() => Obstacle, { nullable: false, createForeignKeyConstraints: false })
  @JoinColumn()
  @Field(() => Obstacle, { description: 'Kendalanya. / The obstacle.' })
  obstacle: Relation<Obstacle>;

  @ManyToOne(() => ObstaclePattern, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  @Field(() => ObstaclePattern, { description: 'Polanya. / The pattern.' })
  pattern: Relation<ObstaclePattern>;

  @Column('bigint')
  experienceId: string;

  @Column('real')
  @Field(() => Float, { description: 'Kemiripan dengan kendala pertama, 0–1. / Similarity to the first one, 0–1.' })
  similarity: number;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Kata dasar yang sama, yang terlangka dahulu. / Shared stems, rarest first.' })
  sharedWords: string[];

  @Column('date')
  @Field(() => DateScalar, {
    description: 'Saat terjadi; bila tidak diketahui, saat dilaporkan. / When it happened, or was reported.',
  })
  happenedOn: string;
}
