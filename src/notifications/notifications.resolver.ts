import { Args, Info, Mutation, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ChangeFeed } from '../audit/change-feed.service.js';
import { changesOf } from '../audit/change-subscription.js';
import { Allow, CurrentActor, CurrentLocale, type Actor } from '../common/access.js';
import type { Locale } from '../common/messages.js';
import { Needs } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { MarkNotificationsReadInput, MarkNotificationsReadPayload } from './notification.inputs.js';
import { Notification } from './notification.entity.js';
import { NotificationsService } from './notifications.service.js';
import { sentenceOf } from './sentences.js';

@Resolver(() => Notification)
export class NotificationsResolver {
  constructor(
    private readonly reader: Reader,
    private readonly feed: ChangeFeed,
    private readonly service: NotificationsService,
  ) {}

  @Needs<Notification>('party', 'kind')
  @ResolveField(() => String, { description: 'Sebagai kalimat, tanpa nama orang. / As a sentence, without names.' })
  message(@Parent() { party, kind }: Notification, @CurrentLocale() locale: Locale): string {
    return sentenceOf(party, kind, locale);
  }

  @Allow('inbox.use')
  @Mutation(() => MarkNotificationsReadPayload, {
    description: 'Menandai pemberitahuan Anda sudah dibaca. / Marks notifications of yours as read.',
  })
  async markNotificationsRead(@Args('input') input: MarkNotificationsReadInput, @CurrentActor() actor: Actor) {
    return { marked: await this.service.markRead(actor, input), viewer: { id: actor.userId }, userErrors: [] };
  }

  @Allow('inbox.use')
  @Subscription(() => Notification, {
    description: 'Pemberitahuan untuk Anda, begitu dibuat. / Notifications for you, as they are made.',
  })
  notificationAdded(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return changesOf(this.feed, this.reader, { info, actor, entity: Notification });
  }
}
