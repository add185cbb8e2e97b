import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../../common/access.js';
import { payloadType } from '../../common/write/payload.js';
import { FollowUp } from './follow-up.entity.js';
import { AddFollowUpInput, UpdateFollowUpInput } from './follow-up.inputs.js';
import { FollowUpsService } from './follow-ups.service.js';

const AddFollowUpPayload = payloadType(
  'AddFollowUpPayload',
  'followUp',
  () => FollowUp,
  'Tindak lanjut yang dicatat. / The follow-up recorded.',
);

const UpdateFollowUpPayload = payloadType(
  'UpdateFollowUpPayload',
  'followUp',
  () => FollowUp,
  'Tindak lanjut sesudah diubah. / The follow-up as changed.',
);

@Resolver(() => FollowUp)
export class FollowUpsResolver {
  constructor(private readonly service: FollowUpsService) {}

  @Allow('recommendation.follow')
  @Mutation(() => AddFollowUpPayload, {
    description:
      'Mencatat tindak lanjut atas rekomendasi yang diterima atau dikerjakan. / Records what is done about an accepted one.',
  })
  async addFollowUp(@Args('input') input: AddFollowUpInput, @CurrentActor() actor: Actor) {
    return { followUp: await this.service.add(actor, input), userErrors: [] };
  }

  @Allow('recommendation.follow')
  @Mutation(() => UpdateFollowUpPayload, {
    description: 'Mengubah tindak lanjut: kemajuan, bukti, selesai. / Changes a follow-up: progress, evidence, done.',
  })
  async updateFollowUp(@Args('input') input: UpdateFollowUpInput, @CurrentActor() actor: Actor) {
    return { followUp: await this.service.update(actor, input), userErrors: [] };
  }
}
