import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../database/cluster.js';
import { filledDatabase, prewarm } from '../database/filled.js';
import type { Ending } from '../ending.js';
import type { Options } from '../options.js';
import { hasFloor } from '../report/floors.js';
import { startAll, type Servers } from '../servers/programs.js';
import { SIDES, type Side } from '../servers/server.js';
import { sidesOf, type GraphqlRequest, type GraphqlSide, type Workload, type World } from '../workloads/workload.js';
import { agree, type Questions } from './agreement.js';
import { dataOf, requestsOf, send } from './asking.js';
import { drive } from './drive.js';
import { measure, type WorkloadResult } from './rounds.js';

const WARM_UP_SECONDS = 3;
const LOOK_EVERY_MS = 100;

export interface Memory {
  readonly startSeconds: number;
  /** Megabytes before the first request of the run, and after the last. */
  readonly idle: number;
  readonly after: number;
}

/** Everything that was measured at one number of rows. */
export interface SizeResult {
  readonly rows: number;
  readonly databaseMegabytes: number;
  readonly workloads: readonly WorkloadResult[];
  readonly memory: Readonly<Record<Side, Memory>>;
}

export async function measureSize(
  cluster: Cluster,
  rows: number,
  workloads: readonly Workload[],
  options: Options,
  ending: Ending,
): Promise<SizeResult> {
  const database = await filledDatabase(cluster, rows);
  await prewarm(cluster, database);
  return ending.within(async () => {
    const servers = await startAll({ cluster, database }, workloads, ending);
    await sleep(1000);
    const idle = SIDES.map((side) => servers[side].memory());
    const world = worldOf(cluster, database, servers);
    await warmUp(workloads[0]!, world, servers);
    const results: WorkloadResult[] = [];
    for (const workload of workloads) {
      process.stderr.write(`${rows.toLocaleString('en')}: ${workload.title}…\n`);
      const questions = await questionsOf(workload, world);
      try {
        // What has no floor cannot fall below it; that it is answered, and alike, is seen all the same.
        if (options.quick && !hasFloor(workload)) await agree(workload, questions, servers);
        else results.push(await measure(workload, questions, { servers, world }, options));
      } finally {
        await workload.cleanUp?.(world);
      }
    }
    const memory = SIDES.map((side, at): [Side, Memory] => [
      side,
      { startSeconds: servers[side].startSeconds, idle: idle[at]!, after: servers[side].memory() },
    ]);
    const bytes = await world.sql<{ size: string }>('select pg_database_size(current_database()) as size');
    return {
      rows,
      databaseMegabytes: Number(bytes[0]!.size) / 2 ** 20,
      workloads: results,
      memory: Object.fromEntries(memory) as Record<Side, Memory>,
    };
  });
}

/** Until V8 has compiled what every request runs through, a larger program would look slower than it is. */
async function warmUp(workload: Workload, world: World, servers: Servers): Promise<void> {
  const questions = await questionsOf(workload, world);
  const { lengths } = await agree(workload, questions, servers);
  for (const side of sidesOf(workload))
    await drive(servers[side], requestsOf(workload, servers[side], questions), WARM_UP_SECONDS, lengths[side]!);
  await workload.cleanUp?.(world);
}

async function questionsOf(workload: Workload, world: World): Promise<Questions> {
  return {
    headers: (await workload.prepare?.(world)) ?? {},
    cases: await workload.cases(world),
    edges: (await workload.edges?.(world)) ?? [],
  };
}

function worldOf(cluster: Cluster, database: string, servers: Servers): World {
  const sql: World['sql'] = (text, values) =>
    cluster.use(database, async (client) => (await client.query(text, values)).rows);
  return {
    sql,
    followed: async () => {
      const isBehind = 'select exists (select from changed_records) as behind';
      while ((await sql<{ behind: boolean }>(isBehind))[0]!.behind) await sleep(LOOK_EVERY_MS);
    },
    ask: async <T>(side: GraphqlSide, request: GraphqlRequest) => {
      const { path } = servers[side];
      const headers = { 'content-type': 'application/json' };
      return dataOf(side, await send(servers[side], { path, headers, body: JSON.stringify(request) })) as T;
    },
  };
}
