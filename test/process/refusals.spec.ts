import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { findFreePort } from '../../src/database/embedded/free-port.js';
import { cleanUp, databaseUrl, refusedStart, temporaryFolder, urlOf } from './process.js';

jest.setTimeout(150_000);

const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) server.close();
  await cleanUp();
});

/** A start that is refused: one clear sentence, exit code 1, and no stack. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const { code, complaints, stdout } = await refusedStart(environment);
  expect({ code, stdout, lines: complaints.length }).toEqual({ code: 1, stdout: '', lines: 1 });
  expect(complaints[0]).toMatch(/^[A-Z].*\.$/);
  return complaints[0]!;
}

async function listening(server: Server): Promise<number> {
  servers.push(server.listen(0, '127.0.0.1'));
  await new Promise((isUp) => server.once('listening', isUp));
  return (server.address() as AddressInfo).port;
}

describe('settings that cannot be used', () => {
  it('get a sentence each, all at once', async () => {
    const { code, stdout, complaints } = await refusedStart({
      PORT: '70000',
      DATABASE_POOL: '1',
      STATEMENT_TIMEOUT_MS: 'soon',
      DATABASE_URL: 'mysql://user:sangat-rahasia@localhost/db',
      DEMO: 'yes',
      PUBLIC_READ: '1',
      TOKEN_SECRET: 'short',
      TOKEN_MINUTES: '0.5',
      DEMO_PASSWORD: 'short',
      MAX_DEPTH: '-1',
      OIDC_ISSUER: 'http://sso.example',
      OIDC_ALGORITHM: 'HS256',
      MAX_ATTACHMENT_MB: '101',
      S3_ENDPOINT: 'minio:9000',
      S3_ACCESS_KEY_ID: 'kunci',
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(complaints).toEqual([
      'PORT must be a whole number from 1 to 65535, not "70000".',
      'DATABASE_URL must be like postgresql://user:password@host:5432/database, with % codes for special characters.',
      'DATABASE_POOL must be a whole number from 2 to 200, not "1".',
      'STATEMENT_TIMEOUT_MS must be a whole number from 100 to 600000, not "soon".',
      'DEMO must be true or false, not "yes".',
      'PUBLIC_READ must be true or false, not "1".',
      'TOKEN_MINUTES must be a whole number from 1 to 120, not "0.5".',
      'OIDC_ISSUER must be an https address, not "http://sso.example".',
      'OIDC_ALGORITHM must be one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, not "HS256".',
      'MAX_DEPTH must be a whole number from 3 to 30, not "-1".',
      'MAX_ATTACHMENT_MB must be a whole number from 1 to 100, not "101".',
      'S3_ENDPOINT must be like https://host:port, not "minio:9000".',
      'TOKEN_SECRET must have at least 32 characters.',
      'DEMO_PASSWORD must have at least 8 characters.',
      'S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set together.',
    ]);
  });

  it('include an address no driver could read, without showing its password', async () => {
    const sentence = await refusal({ DATABASE_URL: 'postgresql://user:rahasia%zz@localhost:5432/db' });
    expect(sentence).toMatch(/^DATABASE_URL must be like/);
    expect(sentence).not.toContain('rahasia');
  });

  it('include an OpenID provider that does not say whom its tokens are for', async () => {
    expect(await refusal({ OIDC_ISSUER: 'https://sso.example' })).toBe('OIDC_AUDIENCE must be set with OIDC_ISSUER.');
  });

  it('include a server of buckets without the name of one', async () => {
    expect(await refusal({ S3_ENDPOINT: 'http://minio:9000' })).toBe('S3_BUCKET must be set where S3_ENDPOINT is.');
  });

  it('include a folder for files that cannot be one', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { url } = await databaseUrl('demo');
    expect(await refusal({ DATABASE_URL: url, ATTACHMENTS_DIR: join(file, 'files') })).toMatch(
      /^Attached files cannot be kept in .*: set ATTACHMENTS_DIR to another folder\.$/,
    );
  });

  it('include a production without a secret for its tokens', async () => {
    expect(await refusal({ NODE_ENV: 'production' })).toBe('TOKEN_SECRET must be set when the demo is off.');
  });
});

describe('an address that cannot be listened on', () => {
  it('is a port that is taken', async () => {
    const port = await listening(createServer());
    const { url } = await databaseUrl('demo');
    expect(await refusal({ PORT: String(port), DATABASE_URL: url })).toBe(
      `Port ${port} is already in use; set PORT to another one.`,
    );
  });

  it('is a host that is not of this machine', async () => {
    const { url } = await databaseUrl('demo');
    expect(await refusal({ HOST: '192.0.2.1', DATABASE_URL: url })).toMatch(
      /^The server cannot listen on 192\.0\.2\.1, port \d+ \(.*\): correct HOST\.$/,
    );
  });
});

describe('a DATABASE_URL that leads to no usable database', () => {
  let silence: Promise<string>;

  beforeAll(async () => {
    const port = await listening(createServer(() => {}));
    silence = refusal({ DATABASE_URL: `postgresql://u:p@127.0.0.1:${port}/x` }); // waits while the other tests run
    silence.catch(() => {});
  });

  it('because nobody is there', async () => {
    const port = await findFreePort();
    const sentence = await refusal({ DATABASE_URL: `postgresql://siapa:rahasia@127.0.0.1:${port}/rakornas` });
    expect(sentence).toBe(
      `The database (PostgreSQL 127.0.0.1:${port}/rakornas) cannot be used (connect ECONNREFUSED 127.0.0.1:${port}): check that it runs and that DATABASE_URL is right.`,
    );
  });

  it('because the password is wrong', async () => {
    const { connection } = await databaseUrl();
    const sentence = await refusal({ DATABASE_URL: urlOf({ ...connection, password: 'salah-sekali' }) });
    expect(sentence).toContain('password authentication failed');
    expect(sentence).not.toContain('salah-sekali');
  });

  it('because the server has no such database', async () => {
    const { connection } = await databaseUrl();
    expect(await refusal({ DATABASE_URL: urlOf({ ...connection, database: 'tidak_ada' }) })).toContain(
      'database "tidak_ada" does not exist',
    );
  });

  it('because it is another encoding', async () => {
    const { url } = await databaseUrl('empty', 'LATIN1');
    expect(await refusal({ DATABASE_URL: url })).toBe('The database must be encoded in UTF8, this one is LATIN1.');
  });

  it('because it is no PostgreSQL but a web server', async () => {
    const port = await listening(createHttpServer((_request, response) => response.end('Selamat datang')));
    expect(await refusal({ DATABASE_URL: `postgresql://u:p@127.0.0.1:${port}/x` })).toContain('cannot be used (');
  });

  it('because it never says a word', async () => {
    expect(await silence).toContain('timeout');
  });

  it('because it is too old', async () => {
    const port = await listening(createServer(pretendToBe14));
    expect(await refusal({ DATABASE_URL: `postgresql://u:p@127.0.0.1:${port}/x` })).toBe(
      'PostgreSQL 15 or newer is needed, this one is 14.',
    );
  });
});

describe('a data directory that cannot be used', () => {
  const SENTENCE =
    /^The embedded database cannot live in .*: set EMBEDDED_PG_DIR to another folder, or DATABASE_URL to .*\.$/;

  it('because it would be below a file', async () => {
    const file = join(temporaryFolder(), 'berkas');
    writeFileSync(file, '');
    expect(await refusal({ EMBEDDED_PG_DIR: join(file, 'data') })).toMatch(SENTENCE);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('because nobody may write there, not even root', async () => {
    expect(await refusal({ EMBEDDED_PG_DIR: '/proc/rakornas' })).toMatch(SENTENCE);
  });
});

/** As much of PostgreSQL's protocol as it takes to let everybody in and answer one question. */
function pretendToBe14(socket: Socket): void {
  const message = (type: string, ...parts: Buffer[]): Buffer => {
    const body = Buffer.concat(parts);
    return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
  };
  const int32 = (value: number): Buffer => Buffer.from([value >> 24, value >> 16, value >> 8, value]);
  const int16 = (value: number): Buffer => Buffer.from([value >> 8, value]);
  const column = (name: string): Buffer =>
    Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]);
  const value = (text: string): Buffer => Buffer.concat([int32(text.length), Buffer.from(text)]);
  const isReady = message('Z', Buffer.from('I'));
  const row = [
    message('T', int16(2), column('version'), column('encoding')),
    message('D', int16(2), value('14'), value('UTF8')),
    message('C', Buffer.from('SELECT 1\0')),
  ];
  socket.on('error', () => {});
  socket.once('data', () => {
    socket.write(Buffer.concat([message('R', int32(0)), isReady]));
    socket.once('data', () => socket.write(Buffer.concat([...row, isReady])));
  });
}
