import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadConnection, ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { payloadType } from '../common/write/payload.js';
import { Event } from './event.entity.js';
import { CreateEventInput, UpdateEventInput } from './event.inputs.js';
import { EventsService } from './events.service.js';

const CreateEventPayload = payloadType(
  'CreateEventPayload',
  'event',
  () => Event,
  'Kegiatan yang dibuat. / The event made.',
);
const UpdateEventPayload = payloadType(
  'UpdateEventPayload',
  'event',
  () => Event,
  'Kegiatan yang diubah. / The event changed.',
);

@Resolver(() => Event)
export class EventsResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: EventsService,
  ) {}

  @Allow('knowledge.read')
  @ReadOne(() => Event, { description: 'Satu kegiatan menurut slug. / One event by its slug.' })
  event(@Args('slug') slug: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.one(info, actor, Event, { slug });
  }

  @Allow('knowledge.read')
  @ReadConnection(() => Event, { description: 'Kegiatan, yang terbaru dahulu. / Events, newest first.' })
  events(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, Event);
  }

  @Allow('event.curate')
  @Mutation(() => CreateEventPayload, { description: 'Mencatat kegiatan baru. / Records a new event.' })
  async createEvent(@Args('input') input: CreateEventInput, @CurrentActor() actor: Actor) {
    return { event: await this.service.create(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => UpdateEventPayload, { description: 'Mengubah kegiatan. / Changes an event.' })
  async updateEvent(@Args('input') input: UpdateEventInput, @CurrentActor() actor: Actor) {
    return { event: await this.service.update(actor, input), userErrors: [] };
  }
}
