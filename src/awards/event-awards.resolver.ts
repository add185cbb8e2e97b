import { Resolver } from '@nestjs/graphql';
import { ListFrom } from '../common/read/declare.js';
import { Event } from '../events/event.entity.js';
import { AwardCategory } from './award-category.entity.js';
import { Award } from './award.entity.js';

/** What an event awards; events know nothing of it. */
@Resolver(() => Event)
export class EventAwardsResolver {
  @ListFrom(Event, () => AwardCategory, {
    via: 'event',
    order: [['id', 'ASC']],
    description: 'Kategori penghargaan, juga yang pemenangnya belum diketahui. / Categories, with or without a winner.',
  })
  awardCategories(): void {}

  @ListFrom(Event, () => Award, {
    via: (award, event) =>
      `${award.column('category')} in (select id from award_categories where event_id = ${event.column('id')})`,
    order: [
      ['rank', 'ASC'],
      ['id', 'ASC'],
    ],
    description: 'Penghargaan yang diberikan di kegiatan ini. / Awards given at this event.',
  })
  awards(): void {}
}
