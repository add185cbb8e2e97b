import type { Client } from './api.js';

/** A file as a browser's form sends it. */
export async function formOf(content: Buffer, name = 'isi.xlsx'): Promise<{ payload: Buffer; type: string }> {
  const form = new FormData();
  form.append('file', new Blob([content as Uint8Array<ArrayBuffer>]), name);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  return { payload: Buffer.from(await request.arrayBuffer()), type: request.headers.get('content-type')! };
}

export interface Upload {
  status: number;
  headers: Record<string, unknown>;
  body: any;
  content: Buffer;
}

/** `upload(makassar, file, 'dryRun=false')`. */
export async function upload(client: Client, file: Buffer | string, query = 'dryRun=true'): Promise<Upload> {
  const response = await client.send('POST', `/api/v1/import?${query}`, await formOf(Buffer.from(file as string)));
  const isJson = String(response.headers['content-type']).startsWith('application/json');
  return {
    status: response.statusCode,
    headers: response.headers,
    body: isJson ? response.json() : null,
    content: response.rawPayload,
  };
}
