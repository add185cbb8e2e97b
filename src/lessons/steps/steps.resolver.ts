import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../../common/access.js';
import { payloadType, type Payload } from '../../common/write/payload.js';
import { Lesson } from '../lesson.entity.js';
import { LessonStepInput, MergeLessonsInput, SupersedeLessonInput } from '../lesson.inputs.js';
import { MergingService } from '../merging.service.js';
import { LessonStepsService } from './steps.service.js';

const LessonStepPayload = payloadType(
  'LessonStepPayload',
  'lesson',
  () => Lesson,
  'Pelajaran sesudah langkah itu. / The lesson after the step.',
);

const after = async (taken: Promise<Lesson>): Promise<Payload> => ({ lesson: await taken, userErrors: [] });

@Resolver(() => Lesson)
export class LessonStepsResolver {
  constructor(
    private readonly steps: LessonStepsService,
    private readonly merging: MergingService,
  ) {}

  @Allow('lesson.curate')
  @Mutation(() => LessonStepPayload, {
    description: 'Mengesahkan: sejak itu semua pembaca melihatnya. / Endorses it: from then on every reader sees it.',
  })
  endorseLesson(@Args('input') input: LessonStepInput, @CurrentActor() actor: Actor) {
    return after(this.steps.endorse(actor, input));
  }

  @Allow('lesson.curate')
  @Mutation(() => LessonStepPayload, {
    description:
      'Menyatakan terbukti; perlu satu penerapan yang membantu, atau dua satker yang mendukung. / Marks it as learned: one application that helped, or two units that support it.',
  })
  markLessonLearned(@Args('input') input: LessonStepInput, @CurrentActor() actor: Actor) {
    return after(this.steps.markLearned(actor, input));
  }

  @Allow('lesson.curate')
  @Mutation(() => LessonStepPayload, {
    description: 'Menggantikan dengan pelajaran lain; yang lama tetap ada. / Supersedes it; the old one stays.',
  })
  supersedeLesson(@Args('input') input: SupersedeLessonInput, @CurrentActor() actor: Actor) {
    return after(this.steps.supersede(actor, input));
  }

  @Allow('lesson.curate')
  @Mutation(() => LessonStepPayload, {
    description: 'Menyatakan tidak berlaku lagi, dengan alasan. / Retires it, with a reason.',
  })
  retireLesson(@Args('input') input: LessonStepInput, @CurrentActor() actor: Actor) {
    return after(this.steps.retire(actor, input));
  }

  @Allow('lesson.curate')
  @Mutation(() => LessonStepPayload, {
    description:
      'Menggabungkan ke pelajaran lain; sumbernya dihitung di sana selama digabung. / Merges it into another, for which its sources count meanwhile.',
  })
  mergeLessons(@Args('input') input: MergeLessonsInput, @CurrentActor() actor: Actor) {
    return after(this.merging.merge(actor, input));
  }

  @Allow('lesson.curate')
  @Mutation(() => LessonStepPayload, {
    description: 'Memisahkan kembali; semuanya seperti sebelum digabung. / Takes it out again; all is as it was.',
  })
  unmergeLessons(@Args('input') input: LessonStepInput, @CurrentActor() actor: Actor) {
    return after(this.merging.unmerge(actor, input));
  }
}
