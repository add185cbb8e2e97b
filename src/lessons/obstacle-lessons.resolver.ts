import { Resolver } from '@nestjs/graphql';
import { ListFrom } from '../common/read/declare.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { lessonsFrom } from './lesson-links.js';
import { Lesson } from './lesson.entity.js';

@Resolver(() => Obstacle)
export class ObstacleLessonsResolver {
  @ListFrom(
    Obstacle,
    () => Lesson,
    lessonsFrom(
      (source, obstacle) => `${source}.obstacle_id = ${obstacle.column('id')}`,
      'Pelajaran yang bersumber dari kendala ini. / Lessons taken from it.',
    ),
  )
  lessons(): void {}
}
