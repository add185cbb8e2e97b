import { promisify } from 'node:util';
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Rejected } from '../../common/errors.js';
import { LIMITS } from './limits.js';

const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

/**
 * A ZIP file on disk, of which nothing is unpacked before its directory was looked at. An entry that unpacks to more than
 * its directory says ends in an error, so that a bomb can neither announce itself nor come in disguise.
 */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string): Promise<Archive> {
    const zip = await openZip(path, { lazyEntries: true, autoClose: false }).catch(unreadable);
    try {
      return new Archive(zip, await directoryOf(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  sizeOf(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The unpacked content of an entry, piece by piece. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw Rejected.because('FILE_DAMAGED', 'file');
    const open = promisify<Entry, Readable>((one, done) => this.zip.openReadStream(one, done as never));
    const stream = await open(entry).catch(unreadable);
    try {
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (error) {
      unreadable(error);
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

function directoryOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', (error) => reject(asRejected(error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      entries.set(entry.fileName, entry);
      if (unpacked > LIMITS.unpackedMb * 1024 * 1024 || zip.entryCount > LIMITS.entries)
        return reject(Rejected.because('FILE_UNPACKS_TOO_LARGE', 'file', { max: LIMITS.unpackedMb }));
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Whatever the library finds wrong with the file is the file's fault. */
const asRejected = (error: unknown): Error =>
  error instanceof Rejected ? error : Rejected.because('FILE_DAMAGED', 'file');

function unreadable(error: unknown): never {
  throw asRejected(error);
}
