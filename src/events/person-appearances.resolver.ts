import { Resolver } from '@nestjs/graphql';
import { ListFrom } from '../common/read/declare.js';
import { Person } from '../people/person.entity.js';
import { Appearance } from './appearance.entity.js';

/** Where a person appeared; people know nothing of events. */
@Resolver(() => Person)
export class PersonAppearancesResolver {
  @ListFrom(Person, () => Appearance, {
    via: 'person',
    order: [['id', 'ASC']],
    description: 'Penampilannya dalam kegiatan, dengan jabatan saat itu. / Appearances, with the position held then.',
  })
  appearances(): void {}
}
