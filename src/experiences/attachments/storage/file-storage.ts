import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { graphqlError } from '../../../common/errors.js';
import type { Config } from '../../../config.js';
import { CONFIG } from '../../../config.token.js';
import type { ByteRange } from '../byte-range.js';
import { bucketDisk, folderDisk, type OpenedDisk } from './disks.js';
import { filesDirectory } from './files-directory.js';

/** A file as storage has it. */
export interface StoredFile {
  readonly key: string;
  changedAt(): Promise<Date>;
}

/** Keeps files under keys: in a folder of this machine, or in a bucket. What they are and whose is not known here. */
@Injectable()
export class FileStorage implements OnModuleInit {
  private readonly logger = new Logger('Storage');
  private opened: Promise<OpenedDisk> | undefined;
  private directory: string | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A folder that somebody named and that cannot be used is said at the start, not at the first upload. */
  onModuleInit(): void {
    if (this.config.attachmentsDirectory) this.root();
  }

  /** The folder, made, for files that are not in storage yet. */
  async incoming(): Promise<string> {
    const folder = join(this.root(), 'incoming');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  /** Copies a file into storage. When it returns, a power cut takes nothing away. */
  async put(key: string, file: { path: string; size: number }, contentType: string): Promise<void> {
    const content = createReadStream(file.path);
    try {
      await this.reach(({ disk }) => disk.putStream(key, content, { contentLength: file.size, contentType }));
      if (!this.config.s3Bucket) await settle(join(this.files(), key));
    } finally {
      content.destroy();
    }
  }

  /** The file's content, or a part of it. Throws before anything is read when it is not there. */
  read(key: string, range: ByteRange | null): Promise<Readable> {
    return this.reach(async (opened) => {
      const stream = await (range ? opened.part(key, range) : opened.disk.getStream(key));
      await once(stream, 'readable');
      return stream;
    });
  }

  /** Removes a file, or does nothing when there is none. */
  remove(key: string): Promise<void> {
    return this.reach(({ disk }) => disk.delete(key));
  }

  /** All files in a folder, page by page. */
  async *list(folder: string): AsyncGenerator<StoredFile[]> {
    const { disk } = await this.open();
    let paginationToken: string | undefined;
    do {
      const page = await disk.listAll(folder, { recursive: true, ...(paginationToken && { paginationToken }) });
      yield [...page.objects]
        .filter((object) => object.isFile)
        .map((file) => ({ key: file.key, changedAt: async () => (await file.getMetaData()).lastModified }));
      ({ paginationToken } = page);
    } while (paginationToken);
  }

  /** Whatever storage says is for the log; clients learn that it cannot be had right now. */
  private async reach<T>(work: (opened: OpenedDisk) => Promise<T>): Promise<T> {
    try {
      return await work(await this.open());
    } catch (error) {
      const { cause = error } = error as { cause?: unknown };
      this.logger.error(cause instanceof Error ? cause.message : String(cause));
      throw graphqlError(
        'UNAVAILABLE',
        'Penyimpanan berkas sedang tidak dapat dihubungi. / The storage of files cannot be reached right now.',
      );
    }
  }

  private open(): Promise<OpenedDisk> {
    this.opened ??= this.config.s3Bucket ? bucketDisk(this.config.s3Bucket, this.config) : folderDisk(this.files());
    return this.opened;
  }

  private files(): string {
    return join(this.root(), 'files');
  }

  private root(): string {
    this.directory ??= filesDirectory(this.config);
    return this.directory;
  }
}

/** Has the disk write out what the system keeps in memory: the file, and the folder that names it. */
async function settle(path: string): Promise<void> {
  // Windows has no handles for folders.
  const paths = process.platform === 'win32' ? [path] : [path, dirname(path)];
  for (const one of paths) {
    const handle = await open(one, one === path ? 'r+' : 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
