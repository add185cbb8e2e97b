import { parse, type GraphQLInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphqlResponse } from '../support/api.js';
import { experienceScope } from '../../src/experiences/experience.scope.js';
import { Comparison } from './compare.js';
import { PLACES } from './cursors.js';
import { Naive, RULES } from './naive.js';
import { Random } from './random.js';
import { QueryGenerator, type RandomQuery } from './random-query.js';
import { RandomValues } from './random-values.js';
import { setUp, type Reader, type Setup } from './setup.js';
import { FILTERS } from './spec.filters.js';
import type { Rules } from './spec.visibility.js';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300);
const SEED = Number(process.env['PROPERTY_SEED'] ?? 20260730);
const ACCOUNTS = ['anonymous', 'analis', 'auditor', 'reviewer.73', 'kontributor.7371'];
/** They share their plans with other accounts of the role, but not what they see. */
const TWINS: Readonly<Record<string, string>> = {
  'reviewer.73': 'reviewer.51',
  'kontributor.7371': 'kontributor.5107',
};
const PROBLEMS_SHOWN = 3;

let setup: Setup;
let comparison: Comparison;

beforeAll(async () => {
  setup = await setUp([...ACCOUNTS, ...Object.values(TWINS), 'admin'], SEED);
  comparison = new Comparison();
});
afterAll(() => setup?.api.close());

interface Trial {
  readonly path: string;
  readonly query: RandomQuery;
  readonly text: string;
  readonly variables: Record<string, unknown>;
  readonly reader: Reader;
}

/** Asks the API and the specification, and returns where they differ. */
async function difference(
  { path, query, text, variables, reader }: Trial,
  rules: Rules = RULES,
): Promise<string | null> {
  const [actual, expected] = await Promise.all([
    reader.client.answer(text, variables),
    setup.naive.answer(query.document, variables, reader.viewer, rules),
  ]);
  if (expected.errors) return `the specification fails (${path}): ${expected.errors[0]!.message}`;
  if (actual.errors) return `the API answers an error: ${JSON.stringify(actual.errors).slice(0, 500)}`;
  return comparison.firstDifference(withoutIntrospection(actual), expected.data);
}

function withoutIntrospection({ data }: GraphqlResponse<Record<string, unknown>>): unknown {
  const { __schema: _, ...rest } = data!;
  return rest;
}

/** The ways in which one query is run for one account; half of the accounts take turns with the costlier ones. */
function trials(query: RandomQuery, account: string, isTurn: boolean): Trial[] {
  const { text, withIntrospection } = query;
  const reader = setup.reader(account);
  const first = query.variables();
  const raw: Trial = { path: 'raw', query, text, variables: first, reader };
  if (!isTurn) return [raw];
  const twin = TWINS[account];
  return [
    raw,
    { ...raw, path: 'object', text: withIntrospection },
    { ...raw, path: 'other variables', variables: query.variables() },
    ...(twin ? [{ ...raw, path: 'other account of the role', reader: setup.reader(twin) }] : []),
  ];
}

function report(run: number, { path, query, text, variables, reader }: Trial, problem: string): string {
  return [
    `run ${run} of PROPERTY_SEED=${SEED}, ${path}, as ${reader.viewer.name}: ${problem}`,
    text === query.text ? text : query.withIntrospection,
    `variables: ${JSON.stringify(variables)}`,
  ].join('\n');
}

/** Runs one query in every way for every account; returns what to print when an answer is wrong. */
async function firstProblem(run: number, query: RandomQuery, counts: Record<string, number>): Promise<string | null> {
  const found = ACCOUNTS.map((account, place) => trials(query, account, (run + place) % 2 === 0)).map(async (ways) => {
    for (const trial of ways) {
      counts[trial.path] = (counts[trial.path] ?? 0) + 1;
      const problem = await difference(trial);
      if (problem) return report(run, trial, problem);
    }
    return null;
  });
  return (await Promise.all(found)).find((problem) => problem !== null) ?? null;
}

function generator(seed: number): QueryGenerator {
  return new QueryGenerator(setup.schema, new Random(seed), setup.world, setup.cursors);
}

/** The first of some new queries that is answered otherwise than the rules say, or null when there is none. */
async function firstFound(seed: number, account: string, rules: Rules, most: number): Promise<string | null> {
  const queries = generator(seed);
  const reader = setup.reader(account);
  for (let run = 0; run < most; run++) {
    const query = queries.next();
    const problem = await difference(
      { path: 'control', query, text: query.text, variables: query.variables(), reader },
      rules,
    );
    if (problem) return problem;
  }
  return null;
}

describe('the read engine against the specification', () => {
  it('knows every root field that reads', () => {
    const roots = Object.keys(setup.schema.getQueryType()!.getFields());
    // Reports, names of units, words, and what only the centre asks for: their tests are beside them.
    expect(roots.filter((name) => !Naive.knowsRoot(name))).toEqual([
      'coverage',
      'lessonCandidates',
      'mitigationBrief',
      'obstacleStats',
      'recurrence',
      'riskMatrix',
      'satkerLookup',
      'search',
      'trend',
    ]);
  });

  it(`answers ${RUNS} random queries as the specification does`, async () => {
    const queries = generator(SEED);
    const counts: Record<string, number> = {};
    const problems: string[] = [];
    for (let run = 0; run < RUNS && problems.length < PROBLEMS_SHOWN; run++) {
      const problem = await firstProblem(run, queries.next(), counts);
      if (problem) problems.push(problem);
    }
    if (process.env['PROPERTY_REPORT']) console.log(counts);
    expect(problems.join('\n\n')).toBe('');
  }, 600_000);
});

/** Random queries ask each condition too seldom, so here every operator of every filter is asked by itself. */
describe('every filter', () => {
  const types = Object.keys(FILTERS);

  it.each(types)('of %s means what the specification says, and so does its negation', async (type) => {
    const { before, field, after } = PLACES[type]!;
    const page = (name: string, filter: string): string =>
      `${name}: ${field}(first: 100, orderBy: { field: ID }, filter: ${filter}) { totalCount nodes { id } }`;
    const text = `query ($f: ${type}Filter!) { ${before} ${page('is', '$f')} ${page('isNot', '{ not: $f }')} ${after} }`;
    const document = parse(text);
    // History and accounts are for few; everything else is asked by somebody who sees only a part.
    const reader = setup.reader(['AuditEntry', 'User'].includes(type) ? 'auditor' : 'kontributor.7371');
    const values = new RandomValues(new Random(SEED), setup.world, setup.cursors);
    for (const filter of values.everyCondition(setup.schema.getType(`${type}Filter`) as GraphQLInputObjectType)) {
      const variables = { f: filter };
      const actual = await reader.client.answer(text, variables);
      const expected = await setup.naive.answer(document, variables, reader.viewer);
      const problem = comparison.firstDifference(actual, { ...expected, extensions: actual.extensions });
      expect({ problem, filter }).toEqual({ problem: null, filter });
    }
  });

  // Hits are filtered as documents of the search; search.spec.ts counts them by hand.
  it('is known to the specification', () => {
    const inputs = Object.values(setup.schema.getTypeMap()).filter((type) =>
      /^(?!Search)[A-Z]\w*Filter$/.test(type.name),
    );
    const fields = inputs.flatMap((type) => {
      const known = FILTERS[type.name.replace(/Filter$/, '')] ?? {};
      return Object.keys((type as GraphQLInputObjectType).getFields()).filter((name) => !(name in known));
    });
    expect(fields.filter((name) => !['and', 'or', 'not'].includes(name))).toEqual([]);
  });
});

/** Random queries seldom ask what one may do with just the rows where it matters. */
describe('what one may do', () => {
  const text = `{ recommendations(first: 100, orderBy: { field: ID, direction: DESC }) { nodes { number
    allowedTransitions { name requiresReason }
    viewerCan { accept defer reject start addFollowUp reportDone verify reopen assess } } } }`;

  it.each(ACCOUNTS)('with recommendations is told to %s as the specification says', async (account) => {
    const { client, viewer } = setup.reader(account);
    const { data } = await client.answer(text);
    const expected = await setup.naive.answer(parse(text), {}, viewer);
    expect(comparison.firstDifference(data, expected.data)).toBeNull();
  });
});

/** What the comparison is worth: each of these faults has to be found. */
describe('a comparison that notices', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await firstFound(1, 'kontributor.7371', RULES, 40)).toBeNull();
  });

  it.each<[string, Partial<Rules>]>([
    ['everybody sees every experience', { visible: () => true }],
    [
      'ne leaves out missing values',
      { fulfils: (v, op, x) => (op === 'ne' && v.length === 0 ? false : RULES.fulfils(v, op, x)) },
    ],
    ['missing values stand first', { missing: () => -1 }],
  ])('finds a specification where %s', async (_, fault) => {
    expect(await firstFound(1, 'kontributor.7371', { ...RULES, ...fault }, 400)).toContain('specification:');
  });

  it('finds an engine that lost the scope of experiences', async () => {
    const scope = experienceScope as unknown as { sql: () => string };
    const { sql } = scope;
    try {
      scope.sql = () => 'true';
      expect(await firstFound(2, 'anonymous', RULES, 400)).toContain('specification:');
    } finally {
      scope.sql = sql;
    }
  });
});
