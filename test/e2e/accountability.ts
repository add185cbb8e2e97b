import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { members, startApi, type Client, type TestApi } from '../support/api.js';

/** Steps of recommendations, taken by demonstration accounts over GraphQL. Each spec file has a product of its own. */
export let api: TestApi;
export const client: Record<string, Client> = {};
/** Proposals of published experiences; each test takes its own. */
export const proposals: Shown[] = [];

export const SHOWN = `id number version status remedy instrument priority dueDate isOverdue acceptedAt reportedDoneAt verifiedAt
  addressees { role organisation satker { code } } obstacles { ordinal }
  followUps { id version action progress evidence doneOn isOverdue satker { code } organisation }
  assessments { fulfilment note }
  allowedTransitions { name requiresReason }
  viewerCan { accept defer reject start addFollowUp reportDone verify reopen assess }`;

export type Shown = Record<string, any> & { id: string; version: number };
interface Answer {
  shown: Shown | null;
  userErrors: { code: string; field: string; message: string }[];
}

export async function open(): Promise<void> {
  api = await startApi();
  await api.dataSource.query(
    `insert into users (username, display_name, role, is_demo, password_hash)
     select 'analis.rekan', display_name, role, is_demo, password_hash from users where username = 'analis'`,
  );
  Object.assign(client, await members(api), { rekan: await api.as('analis.rekan') });
  const { recommendations } = await client['analis']!.query(
    `{ recommendations(first: 40, filter: { status: { eq: PROPOSED } }) { nodes { ${SHOWN} } } }`,
  );
  proposals.push(...recommendations.nodes);
}

export const close = (): Promise<void> => api.close();

const TYPES: Record<string, [input: string, field: string, selection: string]> = {
  createRecommendation: ['CreateRecommendationInput', 'recommendation', SHOWN],
  acceptRecommendation: ['AcceptRecommendationInput', 'recommendation', SHOWN],
  addFollowUp: ['AddFollowUpInput', 'followUp', `id version progress doneOn satker { code } organisation isOverdue`],
  updateFollowUp: ['UpdateFollowUpInput', 'followUp', `id version progress doneOn satker { code } organisation`],
  assessRecommendation: ['AssessRecommendationInput', 'assessment', `id fulfilment note recommendation { ${SHOWN} }`],
};

export async function mutate(who: string, name: string, input: Record<string, unknown>): Promise<Answer> {
  const [type, field, selection] = TYPES[name] ?? ['RecommendationStepInput', 'recommendation', SHOWN];
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { shown: ${field} { ${selection} } userErrors { code field message } } }`;
  return (await client[who]!.query<Record<string, Answer>>(query, { input }))[name]!;
}

export async function done(who: string, name: string, input: Record<string, unknown>): Promise<Shown> {
  const { shown, userErrors } = await mutate(who, name, input);
  expect([name, userErrors]).toEqual([name, []]);
  return shown!;
}

export async function refused(who: string, name: string, input: Record<string, unknown>): Promise<string[]> {
  const { shown, userErrors } = await mutate(who, name, input);
  expect([name, shown]).toEqual([name, null]);
  return userErrors.map(({ field, code }) => `${field} ${code}`);
}

export const on = ({ id, version }: Shown, more: object = {}): Record<string, unknown> => ({
  id,
  expectedVersion: version,
  ...more,
});

export const PLAN = {
  remedy: 'SOP',
  instrument: 'NONE',
  priority: 'HIGH',
  dueDate: '2999-12-31',
  addressees: [{ satker: '73.71', role: 'LEAD' }],
};

export const accept = (proposal: Shown, more: object = {}): Promise<Shown> =>
  done('analis', 'acceptRecommendation', on(proposal, { ...PLAN, ...more }));

export const start = async (proposal: Shown): Promise<Shown> =>
  done('makassar', 'startRecommendation', on(await accept(proposal)));

export const followUp = (recommendation: Shown, more: object = {}): Record<string, unknown> => ({
  clientMutationId: randomUUID(),
  recommendation: recommendation.id,
  action: 'Menyusun prosedur',
  ...more,
});

export const seenBy = async (who: string, { id }: Shown): Promise<Shown> =>
  (await client[who]!.query(`query ($id: ID!) { node(id: $id) { ... on Recommendation { ${SHOWN} } } }`, { id })).node;

export const namesOf = (shown: Shown): string[] => shown['allowedTransitions'].map(({ name }: any) => name);
export const trueOf = (shown: Shown): string[] =>
  Object.keys(shown['viewerCan']).filter((key) => shown['viewerCan'][key]);
