import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A file of the page, under a name that changes with its content, so that browsers may keep it for ever. */
export interface Asset {
  fileName: string;
  hash: string;
  contentType: string;
  /** Settles a moment after the page itself: compression runs on the thread pool, once per process. */
  packed: Promise<PackedBody>;
}

export interface PackedBody {
  br: Buffer;
  gzip: Buffer;
}

/** Which export of the GraphiQL bundle is served under which name. */
const BUNDLE_FILES: Record<string, string> = {
  js: 'graphiql.js',
  css: 'graphiql.css',
  editorWorkerService: 'editor-worker.js',
  graphqlWorker: 'graphql-worker.js',
  jsonWorker: 'json-worker.js',
};

/** Above 5, Brotli takes two to five times as long for 2–4 % fewer bytes. */
const BROTLI_QUALITY = 5;

export function hashOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 16);
}

/** GraphiQL's own files and ours, by plain name. Only compressed copies stay in memory (about 4 MB). */
export async function loadAssets(ownScripts: ReadonlyMap<string, string>): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const [name, content] of [...(await readGraphiqlBundle()), ...ownScripts]) {
    assets.set(name, toAsset(name, Buffer.from(content)));
  }
  return assets;
}

/**
 * The package is a module of long string constants. It is read as text and not imported, because an imported module is
 * never released: some 30 MB would stay in memory for a page that is compressed once.
 */
async function readGraphiqlBundle(): Promise<Map<string, string>> {
  const path = createRequire(import.meta.url).resolve('@graphql-yoga/render-graphiql/graphiql');
  const files = new Map<string, string>();
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    const fileName = BUNDLE_FILES[/^exports\.(\w+) = "/.exec(line)?.[1] ?? ''];
    if (fileName) files.set(fileName, JSON.parse(line.slice(line.indexOf('"'), line.lastIndexOf('"') + 1)) as string);
  }
  const missing = Object.values(BUNDLE_FILES).filter((name) => !files.has(name));
  if (missing.length > 0) throw new Error(`GraphiQL bundle without ${missing.join(', ')}: its package has changed`);
  return files;
}

function toAsset(name: string, content: Buffer): Asset {
  const hash = hashOf(content);
  const packed = pack(content);
  // A failure reaches whoever asks for the asset; unasked, it must not end the process.
  packed.catch(() => undefined);
  return {
    fileName: name.replace(/(\.\w+)$/, `-${hash}$1`),
    hash,
    contentType: name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    packed,
  };
}

async function pack(content: Buffer): Promise<PackedBody> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(content, { params }), promisify(gzip)(content)]);
  return { br, gzip: gz };
}
