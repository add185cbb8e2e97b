import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { EnumColumn, Node } from '../common/entity.js';
import { ReadModel } from '../common/read/declare.js';
import { inheritedFrom } from '../common/read/model.js';
import { Satker } from '../satker/satker.entity.js';
import { Recommendation } from './recommendation.entity.js';
import { AddresseeRole } from './recommendation.enums.js';

/** Who has to act on a recommendation: a unit, or an organisation outside, by the name it was given. */
@Entity('recommendation_addressees')
@Index('IDX_recommendation_addressees_recommendation', ['recommendation', 'id'])
@Index('IDX_recommendation_addressees_satker', ['satker', 'recommendation'])
@Check('CHK_recommendation_addressees_one', 'num_nonnulls("satker_id", "organisation") = 1')
@ReadModel({ scope: inheritedFrom('recommendation'), defaultOrder: [['id', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description: 'Pihak yang dituju rekomendasi: satker, atau lembaga di luar. / Whom a recommendation is addressed to.',
})
export class RecommendationAddressee extends Node {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  declare id: string;

  @ManyToOne(() => Recommendation, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  @Field(() => Recommendation, { description: 'Rekomendasinya. / The recommendation.' })
  recommendation: Relation<Recommendation>;

  @ManyToOne(() => Satker, { nullable: true })
  @JoinColumn()
  @Field(() => Satker, { nullable: true, description: 'Satker; kosong bila lembaga lain. / The unit, if it is one.' })
  satker: Relation<Satker> | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Nama lembaga di luar KPU. / Name of an organisation outside.' })
  organisation: string | null;

  @EnumColumn(AddresseeRole)
  @Field(() => AddresseeRole, { description: 'Penanggung jawab atau membantu. / Answers for it, or supports.' })
  role: AddresseeRole;
}
