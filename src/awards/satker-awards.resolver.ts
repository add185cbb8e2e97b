import { Resolver } from '@nestjs/graphql';
import { ListFrom } from '../common/read/declare.js';
import { Satker } from '../satker/satker.entity.js';
import { Award } from './award.entity.js';

/** What a unit won; units know nothing of it. */
@Resolver(() => Satker)
export class SatkerAwardsResolver {
  @ListFrom(Satker, () => Award, {
    via: 'satker',
    order: [['id', 'ASC']],
    description: 'Penghargaan yang diterima satker ini. / Awards this unit received.',
  })
  awards(): void {}
}
