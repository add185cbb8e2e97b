import { Resolver } from '@nestjs/graphql';
import { ListFrom } from '../common/read/declare.js';
import { Experience } from '../experiences/experience.entity.js';
import { lessonsFrom } from './lesson-links.js';
import { Lesson } from './lesson.entity.js';

@Resolver(() => Experience)
export class ExperienceLessonsResolver {
  @ListFrom(
    Experience,
    () => Lesson,
    lessonsFrom(
      (source, experience) => `${source}.experience_id = ${experience.column('id')}`,
      'Pelajaran yang bersumber dari pengalaman ini atau kendalanya. / Lessons taken from it or from one of its obstacles.',
    ),
  )
  lessons(): void {}
}
