import { Resolver } from '@nestjs/graphql';
import { ConnectionFrom } from '../common/read/declare.js';
import { Stage } from '../stages/stage.entity.js';
import { Experience } from './experience.entity.js';

@Resolver(() => Stage)
export class StageExperiencesResolver {
  @ConnectionFrom(Stage, () => Experience, {
    via: 'stage',
    description: 'Pengalaman pada tahapan ini. / Experiences of this stage.',
  })
  experiences(): void {}
}
