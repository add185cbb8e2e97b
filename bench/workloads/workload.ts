import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Variables = Readonly<Record<string, unknown>>;

/** One question, as each of the three is asked it. */
export interface Case {
  readonly product: Variables;
  readonly postgraphile: Variables;
  readonly limit: readonly unknown[];
}

/** What the questions are chosen from. */
export interface World {
  sql<T>(text: string, values?: unknown[]): Promise<T[]>;
  ask<T>(side: 'product' | 'postgraphile', query: string, variables: Variables): Promise<T>;
}

/** A kind of work: the same question in three languages, about many rows. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly queries: Readonly<Record<'product' | 'postgraphile' | 'limit', string>>;
  cases(world: World): Promise<Case[]>;
  /** Questions that are only asked to see that the answers are the same: what may not be seen, what is not there. */
  edges?(world: World): Promise<Case[]>;
}

/** How many different questions are asked in turn. */
export const QUESTIONS = 200;

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
