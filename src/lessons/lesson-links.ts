import type { ListOptions, SqlRow } from '../common/read/model.js';
import { experienceIsVisible } from './lesson.scope.js';

/**
 * Lessons that are taken from something: those that were linked to it, and those that these were merged into. Of what one
 * may not see nothing leads to a lesson.
 */
export const lessonsFrom = (isSource: (source: string, owner: SqlRow) => string, description: string): ListOptions => ({
  via: (lesson, owner) =>
    `${lesson.column('id')} in (
      select unnest(array[l.id, l.merged_into_id]) from lesson_sources s join lessons l on l.id = s.lesson_id
      where ${isSource('s', owner)} and (s.experience_id is null or exists (
        select from experiences e where e.id = s.experience_id and ${experienceIsVisible('e', owner)})))`,
  order: [['id', 'ASC']],
  description,
});
