import { Resolver } from '@nestjs/graphql';
import { ConnectionFrom } from '../common/read/declare.js';
import { Event } from '../events/event.entity.js';
import { Experience } from './experience.entity.js';

@Resolver(() => Event)
export class EventExperiencesResolver {
  @ConnectionFrom(Event, () => Experience, {
    via: 'event',
    description: 'Pengalaman yang dibagikan di kegiatan ini. / Experiences shared at this event.',
  })
  experiences(): void {}
}
