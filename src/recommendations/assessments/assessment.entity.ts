import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { EnumColumn, Node, StoredEntity } from '../../common/entity.js';
import { ReadModel } from '../../common/read/declare.js';
import { inheritedFrom } from '../../common/read/model.js';
import { Recommendation } from '../recommendation.entity.js';
import { Fulfilment } from '../recommendation.enums.js';

/** Append-only: what somebody who did not do the work found of it. The history names the assessor to staff. */
@Entity('assessments')
@Index('IDX_assessments_recommendation', ['recommendation', 'id'])
@ReadModel({ scope: inheritedFrom('recommendation'), defaultOrder: [['id', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description: 'Penilaian sejauh mana rekomendasi terlaksana; tidak pernah diubah. / How far it was carried out.',
})
export class Assessment extends StoredEntity {
  @ManyToOne(() => Recommendation, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  @Field(() => Recommendation, { description: 'Rekomendasinya. / The recommendation.' })
  recommendation: Relation<Recommendation>;

  @EnumColumn(Fulfilment)
  @Field(() => Fulfilment, { description: 'Sejauh mana. / How far.' })
  fulfilment: Fulfilment;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Catatan penilai. / The assessor’s note.' })
  note: string | null;
}
