import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../../common/access.js';
import { payloadType, type Payload } from '../../common/write/payload.js';
import { Recommendation } from '../recommendation.entity.js';
import { AcceptRecommendationInput, RecommendationStepInput } from '../recommendation.inputs.js';
import { RecommendationStepsService } from './steps.service.js';
import { RecommendationStep } from './workflow.js';

const RecommendationStepPayload = payloadType(
  'RecommendationStepPayload',
  'recommendation',
  () => Recommendation,
  'Rekomendasi sesudah langkah itu. / The recommendation after the step.',
);

const after = async (taken: Promise<Recommendation>): Promise<Payload> => ({
  recommendation: await taken,
  userErrors: [],
});

@Resolver(() => Recommendation)
export class RecommendationStepsResolver {
  constructor(private readonly service: RecommendationStepsService) {}

  @Allow('recommendation.decide')
  @Mutation(() => RecommendationStepPayload, {
    description: 'Menerima: perbaikan, bentuk hukum, tenggat, dan pihaknya. / Accepts it, with who does what by when.',
  })
  acceptRecommendation(@Args('input') input: AcceptRecommendationInput, @CurrentActor() actor: Actor) {
    return after(this.service.accept(actor, input));
  }

  @Allow('recommendation.decide')
  @Mutation(() => RecommendationStepPayload, { description: 'Menunda dengan alasan. / Defers it, with a reason.' })
  deferRecommendation(@Args('input') input: RecommendationStepInput, @CurrentActor() actor: Actor) {
    return after(this.service.plain(actor, RecommendationStep.DEFER, input));
  }

  @Allow('recommendation.decide')
  @Mutation(() => RecommendationStepPayload, { description: 'Menolak dengan alasan. / Rejects it, with a reason.' })
  rejectRecommendation(@Args('input') input: RecommendationStepInput, @CurrentActor() actor: Actor) {
    return after(this.service.plain(actor, RecommendationStep.REJECT, input));
  }

  @Allow('recommendation.follow')
  @Mutation(() => RecommendationStepPayload, { description: 'Mulai mengerjakannya. / Starts the work.' })
  startRecommendation(@Args('input') input: RecommendationStepInput, @CurrentActor() actor: Actor) {
    return after(this.service.plain(actor, RecommendationStep.START, input));
  }

  @Allow('recommendation.follow')
  @Mutation(() => RecommendationStepPayload, {
    description:
      'Melaporkan selesai; perlu tindak lanjut yang berbukti, atau alasan. / Reports it done: with evidence, or a reason.',
  })
  reportRecommendationDone(@Args('input') input: RecommendationStepInput, @CurrentActor() actor: Actor) {
    return after(this.service.plain(actor, RecommendationStep.REPORT_DONE, input));
  }

  @Allow('recommendation.decide')
  @Mutation(() => RecommendationStepPayload, {
    description: 'Memastikan bahwa benar selesai. / Confirms that it is done.',
  })
  verifyRecommendation(@Args('input') input: RecommendationStepInput, @CurrentActor() actor: Actor) {
    return after(this.service.plain(actor, RecommendationStep.VERIFY, input));
  }

  @Allow('recommendation.decide')
  @Mutation(() => RecommendationStepPayload, {
    description:
      'Membuka kembali dengan alasan: yang dilaporkan selesai dikerjakan lagi, yang ditolak diusulkan lagi. / Reopens it, with a reason.',
  })
  reopenRecommendation(@Args('input') input: RecommendationStepInput, @CurrentActor() actor: Actor) {
    return after(this.service.plain(actor, RecommendationStep.REOPEN, input));
  }
}
