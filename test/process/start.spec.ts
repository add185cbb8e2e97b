import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { PASSWORD } from '../support/test-server.js';
import { ask, cleanUp, databaseUrl, query, signsIn, startServer } from './process.js';

jest.setTimeout(150_000);
afterAll(cleanUp);

const TOKEN_SECRET = 'rahasia-untuk-uji-yang-cukup-panjang';
const EXPERIENCES = '{ experiences(first: 1) { totalCount } }';

describe('a start in production', () => {
  it('shows what there is, and neither has nor shows anything of the demo', async () => {
    const { url, connection } = await databaseUrl();
    const server = await startServer({ NODE_ENV: 'production', DATABASE_URL: url, TOKEN_SECRET, PUBLIC_READ: 'true' });
    const base = `http://127.0.0.1:${server.port}`;
    expect(server.stdout.split('\n')).toEqual([
      expect.stringMatching(/^Rakornas Knowledge Base, started in \d+\.\d s$/),
      `  playground  ${base}/playground`,
      `  endpoint    ${base}/graphql`,
      `  health      ${base}/health/ready`,
      expect.stringMatching(new RegExp(`^  database    PostgreSQL .*/${connection.database}$`)),
      '  mail        none is sent: SMTP_URL is not set',
      '  rows        553 satker, 30 stages, 1 events, 6 people, 0 experiences, 0 obstacles, 0 recommendations',
      '',
    ]);
    expect(server.stdout).not.toContain(connection.password);
    expect(server.complaints).toEqual([]);
    const [counts] = await query(
      connection,
      "select (select count(*) from users) || ' ' || (select count(*) from seed_marks where name = 'demo') as \"users marks\"",
    );
    expect(counts).toEqual({ 'users marks': '0 0' });
    expect(await ask(server, EXPERIENCES)).toEqual({ experiences: { totalCount: 0 } });
    expect(await fetch(`${base}/health/ready`).then((r) => r.json())).toEqual({ status: 'ok', database: 'reachable' });
    expect(await server.stop()).toEqual({ code: 0, signal: null });
  });

  it('refuses the accounts that a demo left in the database', async () => {
    const { url } = await databaseUrl('demo');
    const server = await startServer({ NODE_ENV: 'Production', DATABASE_URL: url, TOKEN_SECRET });
    expect(await signsIn(server, 'viewer', PASSWORD)).toBe(false);
    await expect(ask(server, EXPERIENCES)).rejects.toThrow();
    expect(server.stdout).toMatch(/PERAGAAN +133 experiences are demonstration data/);
    expect(server.stdout).not.toMatch(/accounts|password|kontributor/);
    await server.stop();
  });

  it('is a demo when DEMO=true asks for one by name', async () => {
    const { url } = await databaseUrl();
    const server = await startServer({ NODE_ENV: 'production', DEMO: 'true', DATABASE_URL: url });
    const password = /^ {2}password +(\S{12})$/m.exec(server.stdout)![1]!;
    expect(server.stdout).toMatch(/^ {2}accounts +viewer, analis, admin, auditor, .*kontributor\.5107$/m);
    expect(server.stdout).toMatch(/^ {2}PERAGAAN +133 experiences are demonstration data/m);
    expect(await signsIn(server, 'viewer', password)).toBe(true);
    expect((await ask(server, EXPERIENCES)).experiences.totalCount).toBeGreaterThan(0);
    await server.stop();
  });
});

describe('a demo', () => {
  it('does not show a password that was chosen', async () => {
    const { url } = await databaseUrl('demo');
    const server = await startServer({ DATABASE_URL: url, DEMO_PASSWORD: 'pilihan-sendiri' });
    expect(server.stdout).toMatch(/^ {2}password +as set in DEMO_PASSWORD$/m);
    expect(server.stdout + server.stderr).not.toContain('pilihan-sendiri');
    expect(await signsIn(server, 'viewer', 'pilihan-sendiri')).toBe(true);
    await server.stop();
  });
});
