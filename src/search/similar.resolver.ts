import { Args, Extensions, Info, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, type Actor } from '../common/access.js';
import { Needs } from '../common/read/declare.js';
import { MAX_PAGE, pageSize } from '../common/read/page.js';
import { Reader } from '../common/read/reader.js';
import { Experience } from '../experiences/experience.entity.js';
import { SimilarExperiences, type OwnTexts } from './similar-experiences.js';

const DEFAULT_SIZE = 5;

@Resolver(() => Experience)
export class SimilarResolver {
  constructor(
    private readonly reader: Reader,
    private readonly similarExperiences: SimilarExperiences,
  ) {}

  @Needs<Experience>('id', 'title', 'happened', 'actionTaken')
  @Extensions({ most: MAX_PAGE, work: 300 })
  @ResolveField(() => [Experience], {
    description:
      'Pengalaman lain yang mirip, dari yang boleh Anda lihat; juga untuk konsep yang baru ditulis. / Experiences like it that you may see, for a draft as well.',
  })
  async similar(
    @Parent() own: OwnTexts,
    @Args('first', { type: () => Int, nullable: true, defaultValue: DEFAULT_SIZE, description: '1–100. / How many.' })
    first: number | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentActor() actor: Actor,
  ): Promise<unknown[]> {
    const size = pageSize(first, 'first', DEFAULT_SIZE, { nodes: info.fieldNodes, path: [info.fieldName] });
    const ids = await this.similarExperiences.of(own, actor, size);
    const read = await this.reader.keyed(info, actor, Experience, ids);
    return ids.flatMap((id) => read[id] ?? []);
  }
}
