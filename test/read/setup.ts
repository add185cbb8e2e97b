import { GraphQLSchemaHost } from '@nestjs/graphql';
import { GraphQLSchema } from 'graphql';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { CursorBook } from './cursors.js';
import { prepareData } from './data.js';
import { Naive } from './naive.js';
import { Random } from './random.js';
import type { Viewer } from './spec.visibility.js';
import { World, type Row } from './world.js';

export interface Reader {
  readonly client: Client;
  readonly viewer: Viewer;
}

export interface Setup {
  readonly api: TestApi;
  readonly schema: GraphQLSchema;
  readonly world: World;
  readonly cursors: CursorBook;
  readonly naive: Naive;
  /** The API's client and the specification's viewer of an account; `anonymous` has none. */
  reader(name: string): Reader;
}

/** Random queries are larger than people's. */
const RAISED_LIMITS = { MAX_COST: '10000000', MAX_DEPTH: '30', MAX_ALIASES: '500', MAX_TOKENS: '15000' };

/** The API over awkward data, the same data in memory, and the specification that reads it. */
export async function setUp(accounts: readonly string[], seed: number): Promise<Setup> {
  const api = await startApi(RAISED_LIMITS);
  await prepareData(api.dataSource);
  const clients = new Map<string, Client>([['anonymous', api.anonymous]]);
  // Signing in writes to the accounts, so the tables are loaded afterwards.
  for (const account of new Set([...accounts, 'auditor']))
    if (account !== 'anonymous') clients.set(account, await api.as(account));
  const world = await World.load(api.dataSource);
  const cursors = await CursorBook.collect(clients.get('auditor')!, world, new Random(seed));
  const { schema } = api.app.get(GraphQLSchemaHost);
  const readers = new Map(
    [...clients].map(([name, client]) => [
      name,
      { client, viewer: viewerOf(name, world.where('User', 'username', name)[0]) },
    ]),
  );
  return {
    api,
    schema,
    world,
    cursors,
    naive: new Naive(world, schema, cursors.meaning),
    reader: (name) => readers.get(name)!,
  };
}

function viewerOf(name: string, user: Row | undefined): Viewer {
  return {
    name,
    role: (user?.['role'] as string | undefined) ?? null,
    userId: (user?.['id'] as string | undefined) ?? null,
    satkerId: (user?.['satkerId'] as string | null | undefined) ?? null,
  };
}
