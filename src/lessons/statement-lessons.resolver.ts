import { Resolver } from '@nestjs/graphql';
import { ListFrom } from '../common/read/declare.js';
import { Statement } from '../events/statement.entity.js';
import { lessonsFrom } from './lesson-links.js';
import { Lesson } from './lesson.entity.js';

@Resolver(() => Statement)
export class StatementLessonsResolver {
  @ListFrom(
    Statement,
    () => Lesson,
    lessonsFrom(
      (source, statement) => `${source}.statement_id = ${statement.column('id')}`,
      'Pelajaran yang bersumber dari pernyataan ini. / Lessons taken from it.',
    ),
  )
  lessons(): void {}
}
