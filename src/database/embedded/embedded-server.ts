import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkBinaries, findBinaries, installBinaries } from './binaries.js';
import { type Instance, openInstance } from './instance.js';
import { ServerKeeper } from './server-keeper.js';
import { chooseServerUser } from './server-user.js';
import { toStartError } from './start-error.js';
import { chooseStateDirectory, instanceName, stateCandidates } from './state-directory.js';

export interface EmbeddedServerOptions {
  /** EMBEDDED_PG_DIR: where the state lives; without it a folder of the machine (root) or of the user. */
  directory?: string;
  /** XDG_STATE_HOME */
  stateHome?: string;
  /** Path of the checkout; each has a database of its own. */
  project: string;
  /** The server died while we run; it is being restarted with back-off. */
  onLost?: (message: string) => void;
}

export interface EmbeddedServer {
  connection: { host: string; port: number; user: string; password: string; database: string };
  /** Of the binaries. */
  version: string;
  /** The folder with data, log and password. */
  directory: string;
  /** True when another process of ours already ran it. */
  attached: boolean;
  /** Stops the server if this process started it, or took it over from one that was killed. */
  stop(): Promise<void>;
}

/** Starts the PostgreSQL server that belongs to the checkout, or attaches to it when it runs already. */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const candidates = stateCandidates(options.directory, options.stateHome);
  try {
    const { instance, version } = await prepare(options.project, candidates);
    const keeper = new ServerKeeper(instance, options.onLost);
    const { connection, folder: directory } = instance;
    const attached = await keeper.start();
    return { connection, version, directory, attached, stop: () => keeper.stop() };
  } catch (error) {
    throw toStartError(error, candidates[0]);
  }
}

async function prepare(project: string, candidates: string[]): Promise<{ instance: Instance; version: string }> {
  const source = findBinaries();
  const name = instanceName(project, source.major);
  const existing = candidates.map((folder) => join(folder, name, 'data')).find((data) => existsSync(data));
  const user = chooseServerUser(existing);
  const base = chooseStateDirectory(candidates, name, user);
  const bin = installBinaries(source, base);
  const version = checkBinaries(bin, user);
  return { instance: await openInstance({ base, name, bin, major: source.major, user }), version };
}
