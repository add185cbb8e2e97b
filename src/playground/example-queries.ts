import { BRIEFS } from './examples/briefs.js';
import type { ExampleQuery } from './examples/example-query.js';
import { FIRST_EVENT } from './examples/first-event.js';
import { LESSONS } from './examples/lessons.js';
import { OBSTACLES } from './examples/obstacles.js';
import { OWN } from './examples/own.js';
import { RECOMMENDATIONS } from './examples/recommendations.js';
import { REFERENCE } from './examples/reference.js';
import { SEARCH } from './examples/search.js';

/** The ready tabs of the playground, in their order. */
export const exampleQueries: readonly ExampleQuery[] = [
  ...FIRST_EVENT,
  ...SEARCH,
  ...OBSTACLES,
  ...RECOMMENDATIONS,
  ...LESSONS,
  ...BRIEFS,
  ...REFERENCE,
  ...OWN,
];
