import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { payloadType } from '../common/write/payload.js';
import { Lesson } from './lesson.entity.js';
import { LinkLessonSourceInput, UnlinkLessonSourceInput } from './lesson.inputs.js';
import { LessonSourcesService } from './lesson-sources.service.js';
import { LessonSource } from './source.entity.js';

const LinkLessonSourcePayload = payloadType(
  'LinkLessonSourcePayload',
  'source',
  () => LessonSource,
  'Sumber yang ditambahkan. / The source linked.',
);
const UnlinkLessonSourcePayload = payloadType(
  'UnlinkLessonSourcePayload',
  'lesson',
  () => Lesson,
  'Pelajaran tanpa sumber itu. / The lesson without it.',
);

@Resolver(() => LessonSource)
export class LessonSourcesResolver {
  constructor(private readonly service: LessonSourcesService) {}

  @Allow('lesson.curate')
  @Mutation(() => LinkLessonSourcePayload, {
    description: 'Menambah sumber sebuah pelajaran. / Links a source to a lesson.',
  })
  async linkLessonSource(@Args('input') input: LinkLessonSourceInput, @CurrentActor() actor: Actor) {
    return { source: await this.service.link(actor, input), userErrors: [] };
  }

  @Allow('lesson.curate')
  @Mutation(() => UnlinkLessonSourcePayload, {
    description: 'Melepas sumber dari pelajaran; riwayat mencatatnya. / Unlinks a source; the history keeps it.',
  })
  async unlinkLessonSource(@Args('input') input: UnlinkLessonSourceInput, @CurrentActor() actor: Actor) {
    return { lesson: await this.service.unlink(actor, input), userErrors: [] };
  }
}
