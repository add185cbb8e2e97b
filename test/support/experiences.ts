import { randomUUID } from 'node:crypto';
import type { Client } from './api.js';
import { mutate } from './mutation.js';

/** An experience as far as the next step needs it. */
export interface Taken {
  id: string;
  code: string;
  version: number;
  status: string;
}

const SHOWN = 'experience { id code version status }';

/** What can be submitted as it is. */
export const COMPLETE = {
  title: 'Kotak suara terlambat',
  stage: 'PEMILU-09',
  happened: 'Kapal tertahan cuaca.',
  actionTaken: 'Menyewa kapal nelayan.',
  obstacles: [{ text: 'Cuaca buruk', cause: 'GEOGRAPHY', likelihood: 4, impact: 3, regulated: 'UNREGULATED' }],
  recommendations: [{ text: 'Siapkan kapal cadangan', remedy: 'LOGISTICS' }],
};

const INPUTS: Record<string, string> = {
  createExperience: 'CreateExperienceInput',
  updateExperience: 'UpdateExperienceInput',
  requestChanges: 'RequestChangesInput',
  markDuplicate: 'MarkDuplicateInput',
};

async function run(client: Client, name: string, input: object): Promise<Taken> {
  const type = INPUTS[name] ?? 'ExperienceStepInput';
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { ${SHOWN} userErrors { code field message } } }`;
  const { experience, userErrors } = (await client.query(text, { input }))[name];
  if (userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(userErrors)}`);
  return experience as Taken;
}

/** A draft of the caller's unit. */
export const draft = (client: Client, more: object = {}): Promise<Taken> =>
  run(client, 'createExperience', { clientMutationId: randomUUID(), ...COMPLETE, ...more });

/** A step that has to succeed. */
export const take = (client: Client, name: string, { id, version }: Taken, more: object = {}): Promise<Taken> =>
  run(client, name, { id, expectedVersion: version, ...more });

/** A new account, signed in; its username is random. */
export async function newMember(
  admin: Client,
  anonymous: Client,
  more: object,
): Promise<{ client: Client; user: any }> {
  const username = `anggota-${randomUUID().slice(0, 12)}`;
  const password = 'sandi-rahasia-sekali';
  const input = { clientMutationId: randomUUID(), username, displayName: username, password, ...more };
  const { user, userErrors } = await mutate(admin, 'createUser', input, 'user { id username version email }');
  if (!user) throw new Error(JSON.stringify(userErrors));
  const { accessToken } = await mutate(anonymous, 'login', { username, password }, 'accessToken');
  return { client: anonymous.with({ authorization: `Bearer ${accessToken}` }), user };
}
