import { Resolver } from '@nestjs/graphql';
import { ListFrom } from '../common/read/declare.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { lessonsFrom } from './lesson-links.js';
import { Lesson } from './lesson.entity.js';

@Resolver(() => Recommendation)
export class RecommendationLessonsResolver {
  @ListFrom(
    Recommendation,
    () => Lesson,
    lessonsFrom(
      (source, recommendation) =>
        `${source}.obstacle_id in (select obstacle_id from recommendation_obstacles where recommendation_id = ${recommendation.column('id')})`,
      'Pelajaran dari kendala yang diatasinya. / Lessons taken from the obstacles it addresses.',
    ),
  )
  lessons(): void {}
}
