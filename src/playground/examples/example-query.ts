/** One ready tab of the playground. The tab's label is the operation's name; the first line is the question itself. */
export interface ExampleQuery {
  title: string;
  query: string;
  variables?: Record<string, unknown>;
}
