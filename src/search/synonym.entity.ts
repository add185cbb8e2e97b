import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity } from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { Node, StoredEntity } from '../common/entity.js';
import { byElement, byFlag } from '../common/read/comparators.js';
import { ReadModel } from '../common/read/declare.js';
import { everyone } from '../common/read/model.js';

@Entity('synonyms')
@Check('CHK_synonyms_forms', 'cardinality("forms") >= 2')
@ReadModel({
  scope: everyone,
  filter: {
    form: byElement('forms', 'Salah satu bentuknya, persis. / One of its forms, exactly.'),
    isActive: byFlag('isActive', 'Dipakai atau tidak. / In use or not.'),
  },
  order: { CREATED_AT: 'createdAt' },
  defaultOrder: [['id', 'ASC']],
})
@ObjectType({
  implements: () => [Node],
  description:
    'Kata atau istilah yang berarti sama bagi pencarian, misalnya PSU dan pemungutan suara ulang. / Terms that mean the same to the search.',
})
export class Synonym extends StoredEntity {
  @Column('text', { array: true })
  @Field(() => [String], { description: 'Bentuk-bentuknya, dua sampai dua puluh. / The forms, each finds the others.' })
  forms: string[];

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Catatan, misalnya dasarnya. / A note, such as its source.' })
  note: string | null;

  @Column('boolean', { default: true })
  @Field(() => Boolean, { description: 'Dipakai pencarian. / Whether the search uses it.' })
  isActive: boolean;

  @History()
  history: AuditEntry[];
}
