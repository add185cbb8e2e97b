import { readFile } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Asset, hashOf, loadAssets } from './assets.js';
import { exampleQueries } from './example-queries.js';

export interface PlaygroundOptions {
  /** Path of the GraphQL endpoint, such as `/graphql`. */
  endpoint: string;
}

interface Page {
  html: string;
  etag: string;
  assets: Map<string, Asset>;
}

const PAGE_PATH = '/playground';
const ASSET_PATH = `${PAGE_PATH}/assets`;
const OWN_SCRIPTS = ['session-bar.js', 'start-graphiql.js'];

/** Nothing but this server can be reached from the page. Inline styles are what the editor (Monaco) needs. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A worker obeys the policy of its own response, not the page's: ours have no business on the network at all. */
const ASSET_POLICY = "default-src 'none'";

/**
 * Serves the playground: `GET /playground`, its files, and the way there from a browser's `GET /graphql`.
 * Nothing big is read before the first visitor comes. Call it before the server listens.
 */
export async function registerPlayground(fastify: FastifyInstance, options: PlaygroundOptions): Promise<void> {
  const template = await readOwnFile('page.html');
  const scripts = new Map<string, string>();
  for (const name of OWN_SCRIPTS) scripts.set(name, await readOwnFile(name));

  let loading: Promise<Page> | undefined;
  const page = (): Promise<Page> => {
    loading ??= buildPage(template, scripts, options.endpoint).catch((error: unknown) => {
      loading = undefined; // the next visitor tries again
      throw error;
    });
    return loading;
  };

  fastify.addHook('onRequest', async (request, reply) => {
    if (!isBrowserAtEndpoint(request, options.endpoint)) return;
    return reply.header('vary', 'accept').header('cache-control', 'no-cache').redirect(PAGE_PATH, 302);
  });
  fastify.get(PAGE_PATH, async (request, reply) => sendPage(await page(), request, reply));
  fastify.get<{ Params: { file: string } }>(`${ASSET_PATH}/:file`, async (request, reply) => {
    const { assets } = await page();
    const asset = [...assets.values()].find(({ fileName }) => fileName === request.params.file);
    return asset ? sendAsset(asset, request, reply) : reply.callNotFound();
  });
}

function readOwnFile(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8');
}

/** Somebody typed the address of the API into a browser. With a query string it is a GraphQL request. */
function isBrowserAtEndpoint(request: FastifyRequest, endpoint: string): boolean {
  const isEndpoint = request.url === endpoint || request.url === `${endpoint}/`;
  return isEndpoint && request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}

async function buildPage(template: string, scripts: Map<string, string>, endpoint: string): Promise<Page> {
  const assets = await loadAssets(scripts);
  const urlOf = (name: string): string => {
    const asset = assets.get(name);
    if (!asset) throw new Error(`The playground has no asset called ${name}`);
    return `${ASSET_PATH}/${asset.fileName}`;
  };
  const settings = {
    endpoint,
    tabs: exampleQueries.map(({ query, variables }) => ({
      query,
      variables: variables && JSON.stringify(variables, null, 2),
    })),
    // The names by which the editor asks for its workers.
    workers: {
      editorWorkerService: urlOf('editor-worker.js'),
      graphql: urlOf('graphql-worker.js'),
      json: urlOf('json-worker.js'),
    },
  };
  const html = template
    .replace(/\{\{asset:([\w.-]+)\}\}/g, (_, name: string) => urlOf(name))
    .replace('{{settings}}', () => JSON.stringify(settings).replaceAll('<', '\\u003c'));
  return { html, etag: `"${hashOf(html)}"`, assets };
}

function sendPage(page: Page, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.headers({
    'cache-control': 'no-cache',
    etag: page.etag,
    'content-security-policy': PAGE_POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  if (knows(request, page.etag)) return reply.code(304).send();
  return reply.type('text/html; charset=utf-8').send(page.html);
}

async function sendAsset(asset: Asset, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const accepted = request.headers['accept-encoding'] ?? '';
  // Browsers offer Brotli over HTTPS only, so both are kept ready.
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
  const etag = `"${asset.hash}-${encoding}"`;
  reply.headers({
    'cache-control': 'public, max-age=31536000, immutable',
    etag,
    vary: 'accept-encoding',
    'content-security-policy': ASSET_POLICY,
    'x-content-type-options': 'nosniff',
  });
  if (knows(request, etag)) return reply.code(304).send();
  const body = await asset.packed;
  reply.type(asset.contentType).header('content-encoding', encoding);
  if (encoding !== 'identity') return reply.send(body[encoding]);
  const plain = createGunzip();
  plain.end(body.gzip);
  return reply.send(plain);
}

/** The visitor has this very version already. Proxies may turn a strong tag into a weak one. */
function knows(request: FastifyRequest, etag: string): boolean {
  return (request.headers['if-none-match'] ?? '').split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag);
}
