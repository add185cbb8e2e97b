import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { MitigationBrief } from './brief.types.js';
import { BriefsService } from './briefs.service.js';

@Resolver()
export class BriefsResolver {
  constructor(private readonly service: BriefsService) {}

  @Allow('knowledge.read')
  @Query(() => MitigationBrief, {
    description:
      'Sebelum sebuah tahapan: risiko teratas bagi satu satker, apa yang membantu, rekomendasi yang terbuka. / Before a stage: the top risks for one unit, what helped, what is open.',
  })
  mitigationBrief(
    @Args('stage', { description: 'Kode tahapan, misalnya PEMILU-09. / Code of the stage.' }) stage: string,
    @Args('satker', { description: 'Kode satker atau nama yang tidak bermakna ganda. / Code or unambiguous name.' })
    satker: string,
    @CurrentActor() actor: Actor,
  ): Promise<MitigationBrief> {
    return this.service.brief(actor, stage, satker);
  }
}
