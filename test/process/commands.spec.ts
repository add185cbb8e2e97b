import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ServerConnection } from '../support/test-server.js';
import {
  ask,
  cleanUp,
  command,
  databaseUrl,
  launch,
  postmasterIn,
  query,
  signsIn,
  startServer,
  temporaryFolder,
} from './process.js';
import { until } from '../support/until.js';

/** `npm run seed`, `demo` and `user`, one after the other on one database that was empty at first. */
jest.setTimeout(150_000);

const PASSWORD = 'sandi-yang-panjang';
let environment: Record<string, string>;
let connection: ServerConnection;

beforeAll(async () => {
  const database = await databaseUrl();
  connection = database.connection;
  environment = { DATABASE_URL: database.url };
});
afterAll(cleanUp);

/** Rows and checksum of every table. */
async function checksums(except: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    connection,
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !except.includes(table.name))) {
    const sql = `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${name}" t`;
    sums[name] = (await query<{ sum: string }>(connection, sql))[0]!.sum;
  }
  return sums;
}

async function experiences(): Promise<number> {
  const [row] = await query<{ n: number }>(connection, 'select count(*)::int as n from experiences');
  return row!.n;
}

describe('seed', () => {
  it('fills an empty database, and changes nothing when it is repeated', async () => {
    const counts = await command('cli/seed', environment);
    const before = await checksums();
    expect(counts).toMatch(/^\w+ \d+(, \w+ \d+)+\n$/);
    expect(before['satkers']).toMatch(/^553 /);
    expect(before['experiences']).toMatch(/^0 /);
    expect(await command('cli/seed', environment)).toBe(counts);
    expect(await checksums()).toEqual(before);
  });
});

describe('demo', () => {
  /** What tells that it was there; where slices of the search index begin tells when the index was last built. */
  const ITS_MARKS = ['audit_entries', 'seed_marks', 'projections', 'search_slices'];

  it('grows to a number, and --remove takes all of it away and nothing else, for good', async () => {
    const before = await checksums(ITS_MARKS);
    expect(await command('cli/demo', environment, ['--experiences', '300'])).toMatch(
      /^300 demonstration experiences added in .* there are now 300\.\n$/,
    );
    expect(await experiences()).toBe(300);
    expect(await command('cli/demo', environment, ['--remove'])).toMatch(/^300 demonstration experiences removed in /);
    expect(await checksums(ITS_MARKS)).toEqual(before);

    const server = await startServer({ ...environment, DEMO_PASSWORD: PASSWORD });
    expect(server.stdout).toMatch(/^ {2}rows .* 0 experiences, /m);
    expect(server.stdout).not.toContain('PERAGAAN');
    expect(await ask(server, '{ experiences { totalCount } }')).toEqual({ experiences: { totalCount: 0 } });
    await server.stop();
    expect(await experiences()).toBe(0);
  });

  it.each([
    [[], 'Say --experiences <number> or --remove.'],
    [['--experiences', 'banyak'], '--experiences must be a whole number from 1 to 2000000, not "banyak".'],
    [['--experiences', '5', '--remove'], '--experiences and --remove cannot be used together.'],
  ])('refuses %j', async (args, sentence) => {
    const run = launch('cli/demo', environment, args);
    expect((await run.ended).code).toBe(1);
    expect(run.complaints).toEqual([sentence, '(--help shows what is possible)']);
  });

  it('that is interrupted ends with the database server it started, and leaves whole experiences', async () => {
    const folder = temporaryFolder();
    const own = { EMBEDDED_PG_DIR: folder };
    await command('cli/seed', own);
    const run = launch('cli/demo', own, ['--experiences', '200000']);
    await until(async () => {
      const server = postmasterIn(folder);
      if (!server) return false;
      return (await query(server.connection, 'select 1 from experiences limit 1').catch(() => [])).length > 0;
    });
    expect((await run.stop('SIGINT')).code).toBe(130);
    expect(run.complaints).toEqual(['Stopped before the end; running the command again completes it.']);
    expect(postmasterIn(folder)).toBeUndefined();
  });
});

describe('user', () => {
  const NEW = ['--username', 'kontributor.makassar', '--role', 'CONTRIBUTOR', '--satker', '73.71'];

  it('makes an account that can sign in on a production server', async () => {
    expect(await command('cli/create-user', environment, NEW, `${PASSWORD}\n`)).toBe(
      'Created the account "kontributor.makassar".\n',
    );
    const server = await startServer({
      ...environment,
      NODE_ENV: 'production',
      TOKEN_SECRET: 'rahasia-untuk-uji-yang-cukup-panjang',
    });
    expect(await signsIn(server, 'kontributor.makassar', PASSWORD)).toBe(true);
    expect(await signsIn(server, 'kontributor.makassar', `${PASSWORD}!`)).toBe(false);
    expect(await signsIn(server, 'viewer', PASSWORD)).toBe(false); // of the demo that ran on this database before
    await server.stop();
  });

  it.each([
    [NEW, '', 'No password, or two different ones, so nothing was changed.'],
    [NEW, 'pendek', /^A password has \d+ to \d+ characters\.$/],
    [[...NEW.slice(0, 4), '--satker', '99.99'], PASSWORD, /99\.99/],
  ])('refuses %j with the password "%s"', async (args, input, sentence) => {
    const run = launch('cli/create-user', environment, args, input);
    expect((await run.ended).code).toBe(1);
    expect(run.complaints).toEqual([sentence instanceof RegExp ? expect.stringMatching(sentence) : sentence]);
  });
});
