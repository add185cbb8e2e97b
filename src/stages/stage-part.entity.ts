import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { ReadModel } from '../common/read/declare.js';
import { Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { DateScalar } from '../common/scalars.js';
import { Stage } from './stage.entity.js';

@Entity('stage_parts')
@Unique('UQ_stage_parts_position', ['stage', 'position'])
@ReadModel({ scope: everyone, defaultOrder: [['position', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description: 'Bagian tahapan dengan jadwal sendiri. / A part of a stage with its own dates.',
})
export class StagePart extends StoredEntity {
  @ManyToOne(() => Stage, { nullable: false })
  @JoinColumn()
  stage: Relation<Stage>;

  @Column('smallint')
  @Field(() => Int, { description: 'Urutan. / Position.' })
  position: number;

  @Column('text')
  @Field(() => String, { description: 'Nama. / Name.' })
  name: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Mulai. / Start.' })
  startDate: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Selesai. / End.' })
  endDate: string | null;
}
