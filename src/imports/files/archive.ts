import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { Rejected } from '../../common/errors.js';
import { LIMITS } from './limits.js';

const MB = 1024 * 1024;

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
    const zip = await openPromise(path, { autoClose: false }).catch(refuse);
    try {
      return new Archive(zip, await directoryOf(zip));
    } catch (error) {
      zip.close();
      return refuse(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of an entry when it is unpacked. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  /** The unpacked content of an entry, piece by piece. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw Rejected.because('WORKBOOK_DAMAGED', 'file');
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (error) {
      refuse(error);
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function directoryOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    entries.set(entry.fileName, entry);
    if (unpacked > LIMITS.unpackedMb * MB || entries.size > LIMITS.entries)
      throw Rejected.because('FILE_UNPACKS_TOO_LARGE', 'file', { max: LIMITS.unpackedMb });
  }
  return entries;
}

/** Whatever the library finds wrong with the file is the file's fault. */
function refuse(error: unknown): never {
  throw error instanceof Rejected ? error : Rejected.because('WORKBOOK_DAMAGED', 'file');
}
