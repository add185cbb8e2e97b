import { Resolver } from '@nestjs/graphql';
import { ConnectionFrom } from '../common/read/declare.js';
import { Satker } from '../satker/satker.entity.js';
import { Experience } from './experience.entity.js';

@Resolver(() => Satker)
export class SatkerExperiencesResolver {
  @ConnectionFrom(Satker, () => Experience, {
    via: 'satker',
    description: 'Pengalaman satker ini sendiri. / Experiences of this very unit.',
  })
  experiences(): void {}
}
