/** What a reader has to know to believe the table. */
export const FAIRNESS = `## Notes on fairness

- **Same answers.** Before each measurement all questions (20 at least for each kind of work) and some edges, such as what is not published, are put
  to every server, and the data compared: order of rows, every value. A difference ends the run. Left out are cursors, which
  mean something to their maker only; moments are compared as moments, and a \`totalCount\` with the bare number.
- **Same rows for the public.** The product adds its row scope to each statement. PostGraphile connects as a role that has
  a row-level policy, \`status = 'PUBLISHED'\`, on experiences alone: obstacles and recommendations are reached through them
  only, so policies there would only slow it down. With a role of its own it needs no \`set role\`, hence no transaction
  around each query. A deployment with users could not do so, and would be slower.
- **PostGraphile at its best**: Node 22, production mode, prepared statements and its caches of plans and documents as they are
  by default, no GraphiQL, no websockets; plain lists for children, which cost it less than connections; only the
  tables that are asked for. The list under a province, the count of participants, both statistics and the search are SQL
  functions written by hand with the product's own conditions, over the product's own sums and index of stems.
- **The product as users get it**: production mode, guards, validation, limits on depth, aliases, tokens and cost, and the
  cost in every answer. \`PUBLIC_READ=true\`, so no token is checked.
- **Except that it remembers nothing** (\`ANSWER_MEMORY_MB=0\`), so that all do the same work for each answer, and each question
  costs what it costs when it is asked for the first time. By default the product gives long answers again while nothing
  changed; \`remembering\` is that, of questions that were asked before. It compares with nobody.
- **The limit** knows its statements by name, checks nothing, and hands on the text that PostgreSQL returns. It is not
  the least that PostgreSQL could do, but what a single-threaded Node server can do with one statement a request.
- **Nothing is compressed**: the load does not ask for it, and only the product could.
- **One machine** runs the load, the server under test and PostgreSQL. Only one server is driven at a time; the others
  are idle.
- **An insert** is more work for the product than for the others: obstacles, recommendations and their links, the history,
  the memory of the request (sent twice, done once), a token. The limit writes obstacles and recommendations too, PostGraphile
  the bare row of the experience.
- **What follows an insert** (index of words, sums, patterns) the product does in the background, a third of the time while
  more is coming. What is left after a turn is waited for before the next, and is in nobody's figures.
- **Search**: for \`search-newest\` the others are given the stems and synonyms that the product found for the word, and are
  asked for what they can tell, the newest. To rank, to say why a hit was found and to count facets is the product's alone,
  as are all rows without ratios: they show how it grows.
- \`events\` has one event to show, the first real one.`;
