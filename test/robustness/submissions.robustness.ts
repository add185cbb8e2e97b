import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type pg from 'pg';
import { cleanUp, query } from '../process/process.js';
import { withServer } from '../support/test-server.js';
import { House, type Victim } from './house.js';
import { faultsIn, readRecord, type Kept } from './record.js';
import { storm, tell, type Aftermath } from './storm.js';
import type { Codes } from './submissions.js';

const SEED = Number(process.env['ROBUSTNESS_SEED'] ?? Date.now() % 1_000_000);
const COUNT = Number(process.env['ROBUSTNESS_COUNT'] ?? 10_000);
const KILLS = Number(process.env['ROBUSTNESS_KILLS'] ?? 20);
/** A start of the server takes three seconds on a machine that does nothing else, and there are twenty. */
jest.setTimeout(1_200_000);

/** The server, every third time with its database; after each seven of these the database alone. */
const STRIKES: readonly Victim[] = Array.from({ length: KILLS + Math.floor((KILLS + 2) / 7) }, (_, index) =>
  index % 8 === 5 ? 'DATABASE' : index % 3 === 1 ? 'BOTH' : 'SERVER',
);
const OF_THE_DEMO = ['kontributor.7371', 'kontributor.7306', 'kontributor.5107'];
const OTHERS: [username: string, satker: string][] = [
  ['kontributor.7371.kedua', '73.71'],
  ['kontributor.1101', '11.01'],
  ['kontributor.9671', '96.71'],
];
const CODES = `select array(select code from stages order by code) as stages,
  array(select code from topics order by code) as topics, array(select code from causes order by code) as causes,
  array(select slug from events order by slug) as events`;

const over = new AbortController();
let house: House;
let aftermath: Aftermath;
let kept: Kept;
/** Key of the last experience before the offices began. */
let before: string;

beforeAll(async () => {
  tell(`ROBUSTNESS_SEED=${SEED} ROBUSTNESS_COUNT=${COUNT} ROBUSTNESS_KILLS=${KILLS}`);
  house = await House.open();
  const admin = await house.tokenOf('admin');
  for (const [username, satker] of OTHERS) await house.addContributor(username, satker, admin);
  const tokens = new Map<string, string>();
  for (const account of [...OF_THE_DEMO, ...OTHERS.map(([username]) => username)])
    tokens.set(account, await house.tokenOf(account));
  const [codes] = await query<Codes>(house.connection, CODES);
  const [last] = await query<{ id: string }>(house.connection, 'select max(id)::text as id from experiences');
  before = last!.id;
  const began = performance.now();
  aftermath = await storm(house, { seed: SEED, count: COUNT, codes: codes!, tokens, strikes: STRIKES, over });
  tell(`${COUNT} acknowledged in ${((performance.now() - began) / 1000).toFixed(0)} s; requests by their end:`);
  tell(JSON.stringify(aftermath.tally));
  kept = await read();
});
afterAll(async () => {
  over.abort();
  await cleanUp();
});

/** The record as it is, or as it would be after a change that is taken back. */
function read(doctoring = 'select'): Promise<Kept> {
  return withServer(house.connection, async (client: pg.Client) => {
    await client.query('begin');
    await client.query(doctoring);
    const record = await readRecord(client, before);
    await client.query('rollback');
    return record;
  });
}

describe(`${COUNT} submissions over lines that break, to a server that is killed`, () => {
  it('are there, each of them once and as it was sent', () => {
    expect(faultsIn(kept, aftermath.ledger).slice(0, 20)).toEqual([]);
    expect([aftermath.ledger.size, kept.rows.length]).toEqual([COUNT, COUNT]);
  });

  it('met every trouble there is', () => {
    const { lostBy, tally } = aftermath;
    expect(lostBy.map(({ victim }) => victim)).toEqual(STRIKES);
    expect(STRIKES.filter((victim) => victim !== 'DATABASE')).toHaveLength(KILLS);
    expect(lostBy.filter(({ lost }) => lost === 0)).toEqual([]);
    for (const trouble of ['SENDING', 'WAITING', 'ANSWER', 'TWINS', 'REPEATED'] as const)
      expect([trouble, tally[trouble] > COUNT / 50]).toEqual([trouble, true]);
    expect(tally.REFUSED).toBeGreaterThan(0);
    expect(tally.UNAVAILABLE).toBeGreaterThan(0);
    const steps = new Set([...aftermath.ledger.values()].map(({ history }) => history.join()));
    expect(steps.size).toBe(4); // handed in or not, mended or not
  });

  it('went to a database that waits for its disk', async () => {
    const settings = ['fsync', 'synchronous_commit', 'full_page_writes'];
    const rows = await query<{ name: string; setting: string }>(
      house.connection,
      `select name, setting from pg_settings where name in ('${settings.join("', '")}') order by name`,
    );
    expect(rows.map(({ setting }) => setting)).toEqual(['on', 'on', 'on']);
  });
});

describe('a record that is not what was acknowledged', () => {
  /** The first that was handed in, which has at least one obstacle. */
  const victim = (): string =>
    [...aftermath.ledger.values()].find(
      ({ reviews, obstacles, recommendations }) =>
        reviews.length > 0 && obstacles.length > 1 && recommendations.some((one) => one.obstacles.length > 0),
    )!.code;
  const ID = '(select id from experiences where code = $code)';

  it.each([
    ['one is lost', `delete from experiences where id = ${ID}`, 'was acknowledged and is not there'],
    [
      'one was stored twice',
      `insert into experiences select (jsonb_populate_record(e, '{"id": 99999999, "code": "EXP-KEMBAR"}')).*
       from experiences e where id = ${ID}`,
      'EXP-KEMBAR was never acknowledged',
    ],
    ['an obstacle is lost', `delete from obstacles where experience_id = ${ID} and ordinal = 1`, ': obstacles'],
    ['obstacles changed places', `update obstacles set ordinal = -ordinal where experience_id = ${ID}`, ': obstacles'],
    ['a recommendation is lost', `delete from recommendations where experience_id = ${ID}`, ': recommendations'],
    [
      'a recommendation is for nothing',
      `delete from recommendation_obstacles where recommendation_id in
         (select id from recommendations where experience_id = ${ID})`,
      ': recommendations',
    ],
    ['a letter is another', `update experiences set happened = happened || '.' where id = ${ID}`, ': fields'],
    ['it was not handed in', `update experiences set status = 'DRAFT' where id = ${ID}`, ': status'],
    [
      'it was handed in twice',
      `insert into reviews (party, step, from_status, to_status, experience_id)
       select party, step, from_status, to_status, experience_id from reviews where experience_id = ${ID}`,
      ': reviews',
    ],
    [
      'the history tells it twice',
      `insert into audit_entries (actor, action, subject_type, subject_id, changes)
       select actor, action, subject_type, subject_id, changes from audit_entries
       where subject_type = 'Experience' and subject_id = ${ID}`,
      ': history',
    ],
    [
      'the request is not remembered',
      `delete from client_mutations where action = 'createExperience' and subject_id = ${ID}`,
      ': requests',
    ],
    [
      'a request is remembered for nothing',
      `insert into client_mutations (actor_id, client_mutation_id, action, input_hash) values (1, 'hantu', 'createExperience', '')`,
      'request hantu belongs to nothing',
    ],
  ])('is found out: %s', async (_, doctoring, expected) => {
    const faults = faultsIn(await read(doctoring.replaceAll('$code', `'${victim()}'`)), aftermath.ledger);
    expect(faults.find((fault) => fault.endsWith(expected))).toBeDefined();
  });

  it('is found out: one code twice', () => {
    const twice = { ...kept, rows: [...kept.rows, kept.rows[0]!] };
    expect(faultsIn(twice, aftermath.ledger)).toEqual([`${kept.rows[0]!.code} is there twice`]);
  });
});
