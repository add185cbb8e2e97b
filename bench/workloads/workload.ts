import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOurs, SIDES, type Side } from '../servers/server.js';

export type Variables = Readonly<Record<string, unknown>>;

/** One question, as each of the three is asked it; or the product alone, where nobody else gives such an answer. */
export interface Case {
  readonly product: Variables;
  readonly postgraphile?: Variables;
  readonly limit?: readonly unknown[];
}

/** What a GraphQL server is sent. */
export interface GraphqlRequest {
  readonly query?: string;
  readonly variables: Variables;
  readonly extensions?: object;
}

export type GraphqlSide = Exclude<Side, 'limit'>;

/** What the questions are chosen from. */
export interface World {
  sql<T>(text: string, values?: unknown[]): Promise<T[]>;
  ask<T>(side: GraphqlSide, request: GraphqlRequest): Promise<T>;
  /** Resolves when the product's index and sums have followed all that was written. */
  followed(): Promise<void>;
}

/** A kind of work: the same question in three languages, about many rows; or in one, where there is nobody to compare with. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly queries: Readonly<{ product: string; postgraphile?: string; limit?: string }>;
  cases(world: World): Promise<Case[]>;
  /** Questions that are only asked to see that the answers are the same: what may not be seen, what is not there. */
  edges?(world: World): Promise<Case[]>;
  /** What has to be done before the first question. Returns headers that the product wants. */
  prepare?(world: World): Promise<Record<string, string>>;
  /** Brings answers that have the same content into the same shape. */
  content?(data: never, side: Side): unknown;
  /** Another request than query and variables. */
  request?(query: string, variables: Variables): GraphqlRequest;
  /** What writes leaves work for the background, which is waited for before the next turn. */
  readonly leavesWork?: boolean;
  /** Takes away what the questions left behind. */
  cleanUp?(world: World): Promise<void>;
}

/** How many different questions are asked in turn. */
export const QUESTIONS = 200;

/** In a question, becomes a text that was never sent before. */
export const FRESH = '@fresh@';

const textIn = (folder: string, file: string): string => readFileSync(join(import.meta.dirname, folder, file), 'utf8');

/** The three texts of a folder. */
export function queriesIn(folder: string): Workload['queries'] {
  return {
    product: textIn(folder, 'product.graphql'),
    postgraphile: textIn(folder, 'postgraphile.graphql'),
    limit: textIn(folder, 'limit.sql'),
  };
}

/** The one text of a kind of work that is the product's alone. */
export const queryIn = (folder: string, file: string): Workload['queries'] => ({ product: textIn(folder, file) });

/** Who is asked: the product each time, the others where they have the question. */
export const sidesOf = ({ queries }: Workload): readonly Side[] =>
  SIDES.filter((side) => isOurs(side) || queries[side] !== undefined);

/** Where all three take the same variables; the statement takes them in their order. */
export const same = (variables: Variables): Case => ({
  product: variables,
  postgraphile: variables,
  limit: Object.values(variables),
});
