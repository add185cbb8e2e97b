import { WRITER } from '../../database/writer.js';
import { FRESH, queriesIn, QUESTIONS, type Case, type Workload, type World } from '../workload.js';

interface Told {
  kind: string;
  title: string;
  stage: string;
  stageId: string;
  satkerId: string;
  expected: string;
  happened: string;
  actionTaken: string;
  result: string;
  occurredOn: string;
  obstacles: {
    text: string;
    cause: string;
    cause_id: string;
    likelihood: number;
    impact: number;
    regulated: string;
  }[];
  recommendations: { text: string; remedy: string }[];
}

/** Tables that an insert writes into, with those that follow. */
const WRITTEN = [
  ...['experiences', 'obstacles', 'recommendations', 'recommendation_obstacles', 'changed_records'],
  ...[
    'search_documents',
    'experience_facts',
    'experience_sums',
    'obstacle_facts',
    'obstacle_sums',
    'obstacle_pattern_members',
  ],
];

const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';

/**
 * A new experience. The product writes its obstacles, recommendations, links, history and the memory of the request, and
 * checks the writer's token; the limit writes it with its obstacles and recommendations; PostGraphile the bare row alone.
 */
export const insert: Workload = {
  name: 'insert',
  title: 'a new experience; of PostGraphile the bare row',
  queries: queriesIn('insert'),
  cases,
  leavesWork: true,
  prepare: async (world) => {
    const { login } = await world.ask<{ login: { accessToken: string } }>('product', {
      query: LOGIN,
      variables: { input: { username: WRITER.username, password: WRITER.password } },
    });
    return { authorization: `Bearer ${login.accessToken}` };
  },
  cleanUp: async (world) => {
    // Only the product's have gone into its index and sums, and have to be taken out again.
    await world.sql(
      `with gone as (delete from experiences where code not like 'DEMO-%' returning id)
       insert into changed_records (subject_type, subject_id)
       select 'Experience', id from gone
       where exists (select from search_documents d where d.experience_id = gone.id)`,
    );
    await world.followed();
    await world.sql('truncate client_mutations, audit_entries');
    for (const table of WRITTEN) await world.sql(`vacuum (analyze) ${table}`);
  },
};

/** Other experiences told anew, by the writer's unit. */
async function cases(world: World): Promise<Case[]> {
  const told = await world.sql<Told>(
    `select e.kind, e.title, s.code as stage, s.id as "stageId",
       (select id from satkers where code = $2) as "satkerId",
       e.expected, e.happened, e.action_taken as "actionTaken", e.result, e.occurred_on::text as "occurredOn",
       (select json_agg(json_build_object('text', o.text, 'cause', c.code, 'cause_id', c.id, 'likelihood', o.likelihood,
          'impact', o.impact, 'regulated', o.regulated) order by o.ordinal)
        from obstacles o join causes c on c.id = o.cause_id where o.experience_id = e.id) as obstacles,
       (select json_agg(json_build_object('text', r.text, 'remedy', r.remedy) order by r.ordinal)
        from recommendations r where r.experience_id = e.id) as recommendations
     from experiences e join stages s on s.id = e.stage_id
     where e.status = 'PUBLISHED' order by md5(e.code) limit $1`,
    [QUESTIONS, WRITER.satker],
  );
  return told.map(({ stage, stageId, satkerId, obstacles, recommendations, ...own }) => {
    const numbered = <T>(all: T[]): string => JSON.stringify(all.map((one, index) => ({ ...one, ordinal: index + 1 })));
    const { kind, title, expected, happened, actionTaken, result, occurredOn } = own;
    return {
      product: {
        input: {
          ...own,
          stage,
          clientMutationId: FRESH,
          obstacles: obstacles.map(({ text, cause, likelihood, impact, regulated }) => {
            return { text, cause, likelihood, impact, regulated };
          }),
          recommendations,
        },
      },
      // Published, or its policy would not let it show what it wrote.
      postgraphile: { experience: { ...own, stageId, satkerId, code: FRESH, status: 'PUBLISHED' } },
      limit: [
        ...[FRESH, kind, title, stageId, satkerId, expected, happened, actionTaken, result, occurredOn],
        numbered(obstacles),
        numbered(recommendations),
      ],
    };
  });
}
