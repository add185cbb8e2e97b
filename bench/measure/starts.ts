import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../database/cluster.js';
import { create, drop } from '../database/filled.js';
import type { Ending } from '../ending.js';
import { product } from '../servers/programs.js';
import { startServer } from '../servers/server.js';

export interface Starts {
  /** Seconds of the first start: on an empty database, so with migrations and reference data. */
  readonly cold: number;
  readonly warm: number;
  /** Megabytes a moment after the warm start, before any request but the one for its health. */
  readonly idle: number;
}

const DATABASE = 'first_start';

export async function measureStarts(cluster: Cluster, ending: Ending): Promise<Starts> {
  return ending.within(async () => {
    await create(cluster, DATABASE);
    ending.add(() => drop(cluster, DATABASE));
    const place = { cluster, database: DATABASE };
    const first = await startServer(await product(place), ending);
    await first.stop();
    const second = await startServer(await product(place), ending);
    await sleep(1000);
    const idle = second.memory();
    await second.stop();
    return { cold: first.startSeconds, warm: second.startSeconds, idle };
  });
}
