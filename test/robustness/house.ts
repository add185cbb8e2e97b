import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../src/database/embedded/free-port.js';
import {
  ask,
  databaseUrl,
  isAlive,
  postmasterIn,
  query,
  startServer,
  temporaryFolder,
  type Server,
} from '../process/process.js';
import { PASSWORD, type ServerConnection } from '../support/test-server.js';
import { until } from '../support/until.js';

/** Who is killed: the product, the product and its database server at once, or the database server alone. */
export type Victim = 'SERVER' | 'BOTH' | 'DATABASE';

const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken userErrors { message } } }';
const ACCOUNT =
  'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { message } } }';

/** The product on a database of its own: the embedded one, or one on the server of TEST_DATABASE_URL. */
export class House {
  private server: Server | undefined;

  private constructor(
    readonly port: number,
    private readonly environment: Record<string, string>,
    private readonly database: { connection: ServerConnection } | { folder: string },
  ) {}

  static async open(): Promise<House> {
    const port = await findFreePort();
    const common = { TOKEN_SECRET: 'rahasia-untuk-uji-yang-cukup-panjang', DEMO_PASSWORD: PASSWORD };
    const house = await (process.env['TEST_DATABASE_URL'] ? onServer() : embedded());
    await house.start();
    return house;

    async function onServer(): Promise<House> {
      const { url, connection } = await databaseUrl('demo');
      return new House(port, { ...common, DATABASE_URL: url }, { connection });
    }
    function embedded(): House {
      const folder = temporaryFolder();
      return new House(port, { ...common, EMBEDDED_PG_DIR: folder }, { folder });
    }
  }

  get connection(): ServerConnection {
    if ('connection' in this.database) return this.database.connection;
    const found = postmasterIn(this.database.folder);
    if (!found) throw new Error('The database server does not run.');
    return found.connection;
  }

  /** Kills without a warning, and brings back what was killed. */
  async strike(victim: Victim): Promise<void> {
    if (victim !== 'SERVER') await this.killDatabase();
    if (victim !== 'DATABASE') {
      await this.server!.stop('SIGKILL');
      await this.start();
    } else await until(() => this.isReady());
  }

  /** What the server has said about problems since it was started last. */
  get complaints(): string {
    return this.server!.stderr;
  }

  async tokenOf(username: string): Promise<string> {
    const { login } = await ask(this.server!, LOGIN, { input: { username, password: PASSWORD } });
    if (!login.accessToken) throw new Error(`Cannot sign in as ${username}: ${login.userErrors[0]?.message}`);
    return login.accessToken;
  }

  /** Makes an account of a unit, which is no account of the demo. */
  async addContributor(username: string, satker: string, adminToken: string): Promise<void> {
    const input = { clientMutationId: username, username, displayName: username, role: 'CONTRIBUTOR', satker };
    const response = await fetch(`http://127.0.0.1:${this.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` },
      body: JSON.stringify({ query: ACCOUNT, variables: { input: { ...input, password: PASSWORD } } }),
    });
    const answer = await response.text();
    if (!answer.includes('"userErrors":[]')) throw new Error(`No account ${username}: ${answer}`);
  }

  private async start(): Promise<void> {
    // Whoever keeps a server running starts it again until its database is there.
    if ('connection' in this.database) await until(() => answers(this.connection));
    this.server = await startServer({ ...this.environment, PORT: String(this.port) });
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`).catch(() => null);
    return answer?.ok ?? false;
  }

  /** The embedded server's first process; of another server a process of one connection, which takes all others along. */
  private async killDatabase(): Promise<void> {
    const pid = 'folder' in this.database ? postmasterIn(this.database.folder)!.pid : await this.backend();
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await sleep(1);
  }

  private async backend(): Promise<number> {
    const { host, database } = this.connection;
    if (!/^(127\.|localhost$|\/)/.test(host)) throw new Error(`The database on ${host} cannot be killed from here.`);
    const [found] = await query<{ pid: number }>(
      this.connection,
      `select pid from pg_stat_activity where application_name = 'rakornas' and datname = '${database}' limit 1`,
    );
    return found!.pid;
  }
}

const answers = (connection: ServerConnection): Promise<boolean> =>
  query(connection, 'select 1').then(
    () => true,
    () => false,
  );
