import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { FileStorage } from './storage/file-storage.js';

/** A file that has arrived and that nobody has looked at. */
export interface IncomingFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Takes files in, onto the disk as they come: whatever their size, a process holds a few pieces of each. */
@Injectable()
export class IncomingFiles {
  constructor(private readonly storage: FileStorage) {}

  /** Writes a stream down. Nothing is left when it breaks off, or `signal` says that its sender is gone. */
  async receive(stream: Readable, signal: AbortSignal): Promise<IncomingFile> {
    const path = join(await this.storage.incoming(), randomBytes(16).toString('hex'));
    const hash = createHash('sha256');
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    try {
      await pipeline(stream, meter, file, { signal });
    } catch (error) {
      // A disk that is busy may be opening it still, and would make it after it was removed.
      if (!file.closed) await new Promise<void>((resolve) => void file.once('close', resolve));
      await this.discard({ path });
      throw error;
    }
    return { path, size, sha256: hash.digest('hex') };
  }

  discard({ path }: Pick<IncomingFile, 'path'>): Promise<void> {
    return rm(path, { force: true });
  }
}
