import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadConnection } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { payloadType } from '../common/write/payload.js';
import { AwardCategory } from './award-category.entity.js';
import { Award } from './award.entity.js';
import * as Inputs from './award.inputs.js';
import { AwardsService } from './awards.service.js';

const AddAwardCategoryPayload = payloadType(
  'AddAwardCategoryPayload',
  'awardCategory',
  () => AwardCategory,
  'Kategori yang dicatat. / The category recorded.',
);
const UpdateAwardCategoryPayload = payloadType(
  'UpdateAwardCategoryPayload',
  'awardCategory',
  () => AwardCategory,
  'Kategori yang diubah. / The category changed.',
);
const GrantAwardPayload = payloadType(
  'GrantAwardPayload',
  'award',
  () => Award,
  'Penghargaan yang dicatat. / The award recorded.',
);
const UpdateAwardPayload = payloadType(
  'UpdateAwardPayload',
  'award',
  () => Award,
  'Penghargaan yang diubah. / The award changed.',
);

@Resolver(() => Award)
export class AwardsResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: AwardsService,
  ) {}

  @Allow('knowledge.read')
  @ReadConnection(() => Award, { description: 'Penghargaan yang pemenangnya diketahui. / Awards with a known winner.' })
  awards(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, Award);
  }

  @Allow('event.curate')
  @Mutation(() => AddAwardCategoryPayload, { description: 'Menambah kategori penghargaan. / Adds an award category.' })
  async addAwardCategory(@Args('input') input: Inputs.AddAwardCategoryInput, @CurrentActor() actor: Actor) {
    return { awardCategory: await this.service.addCategory(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => UpdateAwardCategoryPayload, { description: 'Mengubah kategori. / Changes an award category.' })
  async updateAwardCategory(@Args('input') input: Inputs.UpdateAwardCategoryInput, @CurrentActor() actor: Actor) {
    return { awardCategory: await this.service.updateCategory(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => GrantAwardPayload, { description: 'Mencatat pemenang satu kategori. / Records a winner.' })
  async grantAward(@Args('input') input: Inputs.GrantAwardInput, @CurrentActor() actor: Actor) {
    return { award: await this.service.grant(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => UpdateAwardPayload, { description: 'Mengubah penghargaan. / Changes an award.' })
  async updateAward(@Args('input') input: Inputs.UpdateAwardInput, @CurrentActor() actor: Actor) {
    return { award: await this.service.update(actor, input), userErrors: [] };
  }
}
