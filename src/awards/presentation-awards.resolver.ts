import { Resolver } from '@nestjs/graphql';
import { ListFrom } from '../common/read/declare.js';
import { Presentation } from '../events/presentation.entity.js';
import { Award } from './award.entity.js';

/** What a presentation won; presentations know nothing of it. */
@Resolver(() => Presentation)
export class PresentationAwardsResolver {
  @ListFrom(Presentation, () => Award, {
    via: 'presentation',
    order: [['id', 'ASC']],
    description: 'Penghargaan untuk pemaparan ini. / Awards for this presentation.',
  })
  awards(): void {}
}
