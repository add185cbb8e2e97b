import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { ReadModel } from '../common/read/declare.js';
import { Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { Stage } from './stage.entity.js';

@ObjectType({ isAbstract: true })
abstract class Term extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Kode. / Code.' })
  code: string;

  @Column('text')
  @Field(() => String, { description: 'Nama. / Name.' })
  name: string;
}

@Entity('topics')
@Unique('UQ_topics_code', ['code'])
@ReadModel({ scope: everyone, defaultOrder: [['code', 'ASC']] })
@ObjectType({ implements: () => [Node], description: 'Pokok bahasan, misalnya SIREKAP atau LOGISTIK. / A topic.' })
export class Topic extends Term {
  @Column('text')
  @Field(() => String, { description: 'Nama dalam bahasa Inggris. / English name.' })
  nameEn: string;

  @ManyToOne(() => Stage, { nullable: true })
  @JoinColumn()
  @Field(() => Stage, {
    nullable: true,
    description: 'Tahapannya; kosong bila lintas tahapan. / Its stage, unless it spans several.',
  })
  stage: Relation<Stage> | null;
}

@Entity('causes')
@Unique('UQ_causes_code', ['code'])
@ReadModel({ scope: everyone, defaultOrder: [['code', 'ASC']] })
@ObjectType({ implements: () => [Node], description: 'Golongan penyebab kendala. / A category of causes.' })
export class Cause extends Term {
  @Column('text')
  @Field(() => String, { description: 'Nama dalam bahasa Inggris. / English name.' })
  nameEn: string;
}

@Entity('dimensions')
@Unique('UQ_dimensions_code', ['code'])
@ReadModel({ scope: everyone, defaultOrder: [['code', 'ASC']] })
@ObjectType({ implements: () => [Node], description: 'Dimensi evaluasi KPU. / A dimension of KPU’s own evaluations.' })
export class Dimension extends Term {
  @Column('text')
  @Field(() => String, { description: 'Hal yang dicakup. / What it covers.' })
  aspects: string;
}
