import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client, TestApi } from '../support/api.js';
import { send, type Answer } from './answers.js';

export interface SentFile {
  name: string;
  content: Buffer;
  /** Of the form; `file` unless it is to be wrong. */
  field?: string;
}

const BOUNDARY = 'batas-antara-bagian';

/** A multipart form, byte by byte: names go out as they are given. */
export function formOf(...files: SentFile[]): { headers: Record<string, string>; body: Buffer } {
  const parts = files.flatMap(({ name, content, field = 'file' }) => [
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name.replaceAll('\\', '\\\\').replaceAll('"', '%22')}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}

export const uploadPath = (code: string): string => `/api/v1/experiences/${code}/attachments`;

export function upload(
  base: string,
  client: Client,
  code: string,
  file: SentFile,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = formOf(file);
  return send(base, {
    path: uploadPath(code),
    headers: { ...client.headers, ...form.headers, ...headers },
    body: form.body,
  });
}

export const download = (
  base: string,
  client: Client,
  url: string,
  headers: Record<string, string> = {},
): Promise<Response> => fetch(`${base}${url}`, { headers: { ...client.headers, ...headers } });

export const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

/** A new draft of the client's unit. */
export async function draft(client: Client, title = 'Dengan lampiran'): Promise<{ id: string; code: string }> {
  const { createExperience } = await client.query(
    `mutation ($input: CreateExperienceInput!) { createExperience(input: $input) { experience { id code } userErrors { message } } }`,
    { input: { clientMutationId: randomUUID(), title } },
  );
  return createExperience.experience;
}

/** Puts an experience where later steps of the workflow would. */
export async function become({ dataSource }: TestApi, code: string, status: string): Promise<void> {
  await dataSource.query('update experiences set status = $2 where code = $1', [code, status]);
}

export const ATTACHMENTS = `query ($code: String!) {
  experience(code: $code) { attachments { id name contentType size sha256 url createdAt } }
}`;

export async function attachmentsOf(client: Client, code: string): Promise<any[]> {
  return (await client.query(ATTACHMENTS, { code })).experience.attachments;
}

/** Every file that the product has on its disk, arriving ones included. */
export async function filesOf({ config }: TestApi): Promise<string[]> {
  const entries = await readdir(config.attachmentsDirectory!, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name, parentPath }) => join(parentPath, name));
}
