import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeS3 {
  endpoint: string;
  /** What the product has to be told to keep its files there. */
  settings: Record<string, string>;
  /** What the bucket holds, by key. */
  objects: Map<string, { content: Buffer; type: string; at: Date }>;
  close(): Promise<void>;
}

/**
 * A stand-in for an S3-compatible server, with what the product uses of the protocol: putting, getting, deleting and listing
 * objects of one bucket, in memory, addressed by path. It looks at no signature, so it shows that requests are shaped right
 * and says nothing about credentials.
 */
export async function startFakeS3(bucket: string): Promise<FakeS3> {
  const objects: FakeS3['objects'] = new Map();
  const server = createServer((request, response) => {
    void answer(objects, bucket, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    settings: {
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: 'kunci',
      S3_SECRET_ACCESS_KEY: 'rahasia',
    },
    objects,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

async function answer(
  objects: FakeS3['objects'],
  bucket: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url!, 'http://s3');
  const [, first, ...rest] = decodeURIComponent(url.pathname).split('/');
  const key = rest.join('/');
  const fail = (status: number, code: string): unknown =>
    response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) return void fail(403, 'AccessDenied');
  if (first !== bucket) return void fail(404, 'NoSuchBucket');
  if (key === '' && request.method === 'GET')
    return void response.writeHead(200, { 'content-type': 'application/xml' }).end(listing(objects, url));
  if (request.method === 'PUT') {
    const type = request.headers['content-type'] ?? '';
    objects.set(key, { content: Buffer.concat(chunks), type, at: new Date() });
    return void response.writeHead(200, { etag: etagOf(Buffer.concat(chunks)) }).end();
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return void response.writeHead(204).end();
  }
  const found = objects.get(key);
  if (!found) return void fail(404, 'NoSuchKey');
  const headers = {
    'content-type': found.type,
    'content-length': found.content.length,
    'last-modified': found.at.toUTCString(),
    etag: etagOf(found.content),
  };
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  if (from && to) {
    const part = found.content.subarray(Number(from), Number(to) + 1);
    const ranged = { 'content-length': part.length, 'content-range': `bytes ${from}-${to}/${found.content.length}` };
    return void response.writeHead(206, { ...headers, ...ranged }).end(part);
  }
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : found.content);
}

/** Two a page, so that pages have to be followed. */
function listing(objects: FakeS3['objects'], { searchParams }: URL): string {
  const prefix = searchParams.get('prefix') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
  const after = searchParams.get('continuation-token') ?? '';
  const rest = keys.filter((key) => key > after);
  const page = rest.slice(0, 2);
  const isTruncated = page.length < rest.length;
  const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`);
  const next = isTruncated ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  return `<ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`;
}

const etagOf = (content: Buffer): string => `"${createHash('md5').update(content).digest('hex')}"`;
