import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../support/api.js';
import { mutate } from '../support/mutation.js';

/** What many offices send at the same moment goes into few statements. Nobody may notice. */
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const ACCOUNTS = ['kontributor.7371', 'kontributor.7306', 'kontributor.5107'];
const UNITS = ['73.71', '73.06', '51.07'];
const SELECTION =
  'experience { code title satker { code } stage { code } obstacles { text recommendations { text } } }';

interface Sent {
  account: string;
  unit: string;
  input: Record<string, unknown> & { title: string };
}

/** Drafts of all units by turns, each unlike the others. */
const drafts = (prefix: string, count: number): Sent[] =>
  Array.from({ length: count }, (_, number) => ({
    account: ACCOUNTS[number % ACCOUNTS.length]!,
    unit: UNITS[number % UNITS.length]!,
    input: {
      clientMutationId: randomUUID(),
      title: `${prefix} ${number}`,
      obstacles: Array.from({ length: number % 4 }, (_unused, one) => ({ text: `${prefix} ${number}.${one}` })),
      recommendations: Array.from({ length: number % 3 }, (_unused, one) => ({ text: `Usul ${number}.${one}` })),
    },
  }));

const send = (sent: readonly Sent[]): Promise<any[]> =>
  Promise.all(
    sent.map(async ({ account, input }) => mutate(await api.as(account), 'createExperience', input, SELECTION)),
  );

/** What `SELECTION` shows of a draft. */
const asShown = ({ unit, input }: Sent): unknown => ({
  code: expect.any(String),
  title: input.title,
  satker: { code: unit },
  stage: null,
  obstacles: (input['obstacles'] as { text: string }[]).map(({ text }) => ({
    text,
    recommendations: input['recommendations'],
  })),
});

/** The moments at which drafts were written, one for each statement. */
const statements = async (prefix: string): Promise<number> => {
  const [row] = await api.dataSource.query(
    'select count(distinct created_at)::int as count from experiences where title like $1',
    [`${prefix} %`],
  );
  return row.count as number;
};

describe('drafts that are sent at once', () => {
  it('are each answered with what it holds, in the unit of its own writer', async () => {
    const sent = drafts('Serentak', 90);
    const answers = await send(sent);
    expect(answers).toEqual(sent.map((one) => ({ experience: asShown(one), userErrors: [] })));
    expect(new Set(answers.map(({ experience }) => experience.code)).size).toBe(sent.length);
    expect(await statements('Serentak')).toBeLessThan(sent.length / 2);
    const history = await api.dataSource.query(
      `select actor, count(*)::int as count from audit_entries a
       join experiences e on a.subject_type = 'Experience' and a.subject_id = e.id
       where e.title like 'Serentak %' group by actor order by actor`,
    );
    expect(history).toEqual(ACCOUNTS.toSorted().map((actor) => ({ actor, count: 30 })));
  });

  it('are refused each for its own fault', async () => {
    const sent = drafts('Sebagian', 40);
    sent.forEach(({ input }, number) => Object.assign(input, number % 5 === 2 ? { stage: 'PEMILU-99' } : {}));
    const answers = await send(sent);
    answers.forEach(({ experience, userErrors }, number) => {
      if (number % 5 === 2) expect([experience, userErrors[0].field]).toEqual([null, 'stage']);
      else expect({ experience, userErrors }).toEqual({ experience: asShown(sent[number]!), userErrors: [] });
    });
    const [{ count }] = await api.dataSource.query(
      "select count(*)::int as count from experiences where title like 'Sebagian %'",
    );
    expect(count).toBe(32);
  });

  it('do not fail for one that the database cannot take', async () => {
    await api.dataSource.query("alter table experiences add constraint unfit check (title <> 'Rusak 7')");
    const sent = drafts('Rusak', 30);
    const answers = await send(sent);
    await api.dataSource.query('alter table experiences drop constraint unfit');
    answers.forEach(({ experience, userErrors }, number) => {
      if (number === 7) expect([experience, userErrors[0].code]).toEqual([null, 'BAD_INPUT']);
      else expect({ experience, userErrors }).toEqual({ experience: asShown(sent[number]!), userErrors: [] });
    });
    // Nothing of it is left, not even the memory of the request: sent again it is written.
    const [again] = await send([sent[7]!]);
    expect(again).toEqual({ experience: asShown(sent[7]!), userErrors: [] });
  });
});
