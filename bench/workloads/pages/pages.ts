import { queriesIn, type Case, type Workload, type World } from '../workload.js';
import { cursorsAt } from './cursors.js';

const PAGE = 10;
const PAGES = 20;

/** Neighbouring pages of the newest experiences, each by the cursor that ends the page before. */
const pages = (name: string, title: string, first: number): Workload => ({
  name,
  title,
  queries: queriesIn('pages'),
  cases: (world) => casesOf(world, first),
});

export const firstPages = pages('first-pages', 'pages 1 to 20 of all experiences, newest first', 1);
export const deepPages = pages('deep-pages', 'pages 491 to 510 of the same, by cursor', 491);

async function casesOf(world: World, first: number): Promise<Case[]> {
  const skipped = Array.from({ length: PAGES }, (_, index) => (first - 1 + index) * PAGE);
  const [product, postgraphile] = [
    await cursorsAt(world, 'product', skipped),
    await cursorsAt(world, 'postgraphile', skipped),
  ];
  const limit = await keysAt(world, skipped);
  return skipped.map((_, index) => ({
    product: { after: product[index] },
    postgraphile: { after: postgraphile[index] },
    limit: limit[index]!,
  }));
}

/** The statement takes the values that a cursor holds; before the first page there is the end of time. */
async function keysAt(world: World, skipped: number[]): Promise<unknown[][]> {
  const rows = await world.sql<{ at: string; id: string }>(
    `select reported_at::text as at, id::text from experiences where status = 'PUBLISHED'
     order by reported_at desc, id desc limit $1`,
    [Math.max(...skipped)],
  );
  return skipped.map((count) => (count === 0 ? ['infinity', '0'] : [rows[count - 1]!.at, rows[count - 1]!.id]));
}
