import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { payloadType } from '../common/write/payload.js';
import { LessonApplication } from './application.entity.js';
import { RecordLessonApplicationInput, UpdateLessonApplicationInput } from './application.inputs.js';
import { ApplicationsService } from './applications.service.js';

const LessonApplicationPayload = payloadType(
  'LessonApplicationPayload',
  'application',
  () => LessonApplication,
  'Catatan penerapannya. / What was recorded.',
);

@Resolver(() => LessonApplication)
export class ApplicationsResolver {
  constructor(private readonly service: ApplicationsService) {}

  @Allow('lesson.apply')
  @Mutation(() => LessonApplicationPayload, {
    description:
      'Mencatat apakah satker Anda menerapkan pelajaran dan apakah itu membantu, sekali per siklus. / Records whether your unit applied a lesson and whether it helped, once a cycle.',
  })
  async recordLessonApplication(@Args('input') input: RecordLessonApplicationInput, @CurrentActor() actor: Actor) {
    return { application: await this.service.record(actor, input), userErrors: [] };
  }

  @Allow('lesson.apply')
  @Mutation(() => LessonApplicationPayload, {
    description: 'Mengubah catatan satker Anda. / Changes what your unit recorded.',
  })
  async updateLessonApplication(@Args('input') input: UpdateLessonApplicationInput, @CurrentActor() actor: Actor) {
    return { application: await this.service.update(actor, input), userErrors: [] };
  }
}
