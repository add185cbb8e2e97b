import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Projections } from '../audit/projections.service.js';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadConnection, ReadOne } from '../common/read/declare.js';
import type { SqlRow } from '../common/read/model.js';
import { Reader } from '../common/read/reader.js';
import { payloadType } from '../common/write/payload.js';
import { ObstaclePattern } from '../patterns/pattern.entity.js';
import { Lesson } from './lesson.entity.js';
import { CreateLessonInput, UpdateLessonInput } from './lesson.inputs.js';
import { LessonsService } from './lessons.service.js';

const CreateLessonPayload = payloadType('CreateLessonPayload', 'lesson', () => Lesson, 'Calon baru. / The candidate.');
const UpdateLessonPayload = payloadType(
  'UpdateLessonPayload',
  'lesson',
  () => Lesson,
  'Pelajaran sesudah diubah. / The lesson as changed.',
);

/** Something that more than one unit met, and that no lesson speaks of, whatever became of the lesson. */
const isUncovered = (pattern: SqlRow): string =>
  `${pattern.column('satkerCount')} > 1 and not exists (
    select from lesson_sources s join obstacle_pattern_members m on m.obstacle_id = s.obstacle_id
    where m.pattern_id = ${pattern.column('id')})`;

@Resolver(() => Lesson)
export class LessonsResolver {
  constructor(
    private readonly reader: Reader,
    private readonly projections: Projections,
    private readonly service: LessonsService,
  ) {}

  @Allow('knowledge.read')
  @ReadOne(() => Lesson, { description: 'Satu pelajaran menurut kode. / One lesson by its code.' })
  lesson(@Args('code') code: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.one(info, actor, Lesson, { code });
  }

  @Allow('knowledge.read')
  @ReadConnection(() => Lesson, {
    description: 'Pelajaran yang boleh Anda lihat, terbaru dahulu. / Lessons you may see, newest first.',
  })
  lessons(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, Lesson);
  }

  @Allow('lesson.preview')
  @ReadConnection(() => ObstaclePattern, {
    description:
      'Pola kendala dari beberapa satker yang belum menjadi sumber pelajaran; reason menyebut alasannya. / Patterns of several units that no lesson is taken from yet; reason says why.',
  })
  async lessonCandidates(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    await this.projections.current();
    return this.reader.connectionOf(info, actor, ObstaclePattern, isUncovered);
  }

  @Allow('lesson.curate')
  @Mutation(() => CreateLessonPayload, {
    description: 'Menulis calon pelajaran, juga dari sebuah pola. / Writes a candidate, also from a pattern.',
  })
  async createLesson(@Args('input') input: CreateLessonInput, @CurrentActor() actor: Actor) {
    await this.projections.current();
    return { lesson: await this.service.create(actor, input), userErrors: [] };
  }

  @Allow('lesson.curate')
  @Mutation(() => UpdateLessonPayload, { description: 'Mengubah isi pelajaran. / Changes the text of a lesson.' })
  async updateLesson(@Args('input') input: UpdateLessonInput, @CurrentActor() actor: Actor) {
    return { lesson: await this.service.update(actor, input), userErrors: [] };
  }
}
