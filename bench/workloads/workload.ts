import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Side } from '../servers/server.js';

export type Variables = Readonly<Record<string, unknown>>;

/** One question, as each of the three is asked it. */
export interface Case {
  readonly product: Variables;
  readonly postgraphile: Variables;
  readonly limit: readonly unknown[];
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
}

/** A kind of work: the same question in three languages, about many rows. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly queries: Readonly<Record<'product' | 'postgraphile' | 'limit', string>>;
  cases(world: World): Promise<Case[]>;
  /** Questions that are only asked to see that the answers are the same: what may not be seen, what is not there. */
  edges?(world: World): Promise<Case[]>;
  /** What has to be done before the first question. Returns headers that the product wants. */
  prepare?(world: World): Promise<Record<string, string>>;
  /** Another request than query and variables. */
  request?(query: string, variables: Variables): GraphqlRequest;
  /** Takes away what the questions left behind. */
  cleanUp?(world: World): Promise<void>;
}

/** How many different questions are asked in turn. */
export const QUESTIONS = 200;

/** In a question, becomes a text that was never sent before. */
export const FRESH = '@fresh@';

/** The three texts of a folder. */
export function queriesIn(folder: string): Workload['queries'] {
  const text = (file: string): string => readFileSync(join(import.meta.dirname, folder, file), 'utf8');
  return {
    product: text('product.graphql'),
    postgraphile: text('postgraphile.graphql'),
    limit: text('limit.sql'),
  };
}

/** Where all three take the same variables; the statement takes them in their order. */
export const same = (variables: Variables): Case => ({
  product: variables,
  postgraphile: variables,
  limit: Object.values(variables),
});
