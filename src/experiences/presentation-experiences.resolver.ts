import { Resolver } from '@nestjs/graphql';
import { ConnectionFrom } from '../common/read/declare.js';
import { Presentation } from '../events/presentation.entity.js';
import { Experience } from './experience.entity.js';

@Resolver(() => Presentation)
export class PresentationExperiencesResolver {
  @ConnectionFrom(Presentation, () => Experience, {
    via: 'presentation',
    description: 'Pengalaman yang dimuat pemaparan ini. / Experiences in this presentation.',
  })
  experiences(): void {}
}
