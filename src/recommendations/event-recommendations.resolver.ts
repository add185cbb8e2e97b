import { Resolver } from '@nestjs/graphql';
import { ConnectionFrom } from '../common/read/declare.js';
import { Event } from '../events/event.entity.js';
import { Recommendation } from './recommendation.entity.js';

@Resolver(() => Event)
export class EventRecommendationsResolver {
  @ConnectionFrom(Event, () => Recommendation, {
    via: (recommendation, event) =>
      `${recommendation.column('experience')} in (select id from experiences where event_id = ${event.column('id')})`,
    description: 'Rekomendasi dari pengalaman yang dibagikan di sini. / Recommendations of experiences shared here.',
  })
  recommendations(): void {}
}
