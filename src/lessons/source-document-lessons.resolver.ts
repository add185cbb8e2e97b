import { Resolver } from '@nestjs/graphql';
import { ListFrom } from '../common/read/declare.js';
import { SourceDocument } from '../sources/source.entity.js';
import { lessonsFrom } from './lesson-links.js';
import { Lesson } from './lesson.entity.js';

@Resolver(() => SourceDocument)
export class SourceDocumentLessonsResolver {
  @ListFrom(
    SourceDocument,
    () => Lesson,
    lessonsFrom(
      (source, document) => `${source}.source_document_id = ${document.column('id')}`,
      'Pelajaran yang bersumber dari dokumen ini. / Lessons taken from it.',
    ),
  )
  lessons(): void {}
}
