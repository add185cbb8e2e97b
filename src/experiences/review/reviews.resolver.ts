import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../../common/access.js';
import { ListFrom } from '../../common/read/declare.js';
import { payloadType, type Payload } from '../../common/write/payload.js';
import { Experience } from '../experience.entity.js';
import { Review } from './review.entity.js';
import { ExperienceStepInput, MarkDuplicateInput, RequestChangesInput } from './review.inputs.js';
import { ReviewsService } from './reviews.service.js';
import { ExperienceStep } from './workflow.js';

const ExperienceStepPayload = payloadType(
  'ExperienceStepPayload',
  'experience',
  () => Experience,
  'Pengalaman sesudah langkah itu. / The experience after the step.',
);

const after = async (taken: Promise<Experience>): Promise<Payload> => ({ experience: await taken, userErrors: [] });

@Resolver(() => Experience)
export class ReviewsResolver {
  constructor(private readonly service: ReviewsService) {}

  @ListFrom(Experience, () => Review, {
    via: 'experience',
    order: [['id', 'ASC']],
    description:
      'Langkah pemeriksaan, dari yang pertama; hanya bagi yang terlibat. / Steps of its review, for those who take part.',
  })
  reviews(): void {}

  @Allow('experience.write')
  @Mutation(() => ExperienceStepPayload, {
    description:
      'Mengirim: ke provinsi, atau langsung ke pusat bagi provinsi. / Submits to the province, or to the centre.',
  })
  submitExperience(@Args('input') input: ExperienceStepInput, @CurrentActor() actor: Actor) {
    return after(this.service.submit(actor, input));
  }

  @Allow('experience.write')
  @Mutation(() => ExperienceStepPayload, {
    description: 'Menarik kembali; dapat diubah dan dikirim lagi. / Takes it back; it can be changed and sent again.',
  })
  withdrawExperience(@Args('input') input: ExperienceStepInput, @CurrentActor() actor: Actor) {
    return after(this.service.plain(actor, ExperienceStep.WITHDRAW, input));
  }

  @Allow('experience.review')
  @Mutation(() => ExperienceStepPayload, {
    description: 'Provinsi mulai memeriksa; satker melihatnya. / The province starts; the unit can see so.',
  })
  startExperienceReview(@Args('input') input: ExperienceStepInput, @CurrentActor() actor: Actor) {
    return after(this.service.plain(actor, ExperienceStep.START_REVIEW, input));
  }

  @Allow('experience.review')
  @Mutation(() => ExperienceStepPayload, {
    description:
      'Menyetujui: provinsi meneruskan ke pusat, pusat menerbitkan. / The province passes it on, the centre publishes.',
  })
  approveExperience(@Args('input') input: ExperienceStepInput, @CurrentActor() actor: Actor) {
    return after(this.service.plain(actor, ExperienceStep.APPROVE, input));
  }

  @Allow('experience.review')
  @Mutation(() => ExperienceStepPayload, {
    description:
      'Mengembalikan dengan alasan dan catatan per bidang. / Returns it with a reason and comments on fields.',
  })
  requestChanges(@Args('input') input: RequestChangesInput, @CurrentActor() actor: Actor) {
    return after(this.service.requestChanges(actor, input));
  }

  @Allow('experience.review')
  @Mutation(() => ExperienceStepPayload, { description: 'Menolak dengan alasan. / Rejects it with a reason.' })
  rejectExperience(@Args('input') input: ExperienceStepInput, @CurrentActor() actor: Actor) {
    return after(this.service.plain(actor, ExperienceStep.REJECT, input));
  }

  @Allow('experience.review')
  @Mutation(() => ExperienceStepPayload, {
    description: 'Menandai sama dengan pengalaman lain, dengan alasan. / Marks it as a duplicate, with a reason.',
  })
  markDuplicate(@Args('input') input: MarkDuplicateInput, @CurrentActor() actor: Actor) {
    return after(this.service.markDuplicate(actor, input));
  }
}
