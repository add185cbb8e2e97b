import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BusboyHeaders, BusboyInstance } from '@fastify/busboy';
import { Injectable } from '@nestjs/common';
import { Rejected } from '../../common/errors.js';
import { cleanName } from './file-names.js';
import { IncomingFiles, type IncomingFile } from './incoming-files.js';

/** A file that has arrived, under the name its sender gave it. */
export interface Upload extends IncomingFile {
  readonly name: string;
}

/** One file and nothing else; what is said about it is short. */
const ENVELOPE = { files: 1, fields: 0, parts: 1, headerPairs: 20, headerSize: 8 * 1024 };
const MEGABYTE = 1024 * 1024;
/** Bytes around the file at most. */
const MAX_ENVELOPE = 16 * 1024;
/** Milliseconds in which a sender may go on, to come to reading the answer. */
const GRACE_MS = 30_000;

/** The sender closed the line in the middle of the request; nobody is there to read an answer. */
class HungUp extends Error {
  readonly code = 'ERR_STREAM_PREMATURE_CLOSE';
}

/** Reads the one file of a multipart request. */
@Injectable()
export class Uploads {
  constructor(private readonly incoming: IncomingFiles) {}

  /** Receives the file and lets `use` have it; afterwards it is gone from where it was received. */
  async with<T>(request: IncomingMessage, maxMegabytes: number, use: (upload: Upload) => Promise<T>): Promise<T> {
    const stop = new AbortController();
    let arriving: Promise<Upload> | undefined;
    try {
      // One that says that it is too large need not come at all.
      if (Number(request.headers['content-length'] ?? 0) > maxMegabytes * MEGABYTE + MAX_ENVELOPE)
        throw tooLarge(maxMegabytes);
      const form = await this.formOf(request, maxMegabytes);
      await this.read(request, form, maxMegabytes, (file, name) => (arriving = this.take(file, name, stop.signal)));
      const upload = await arriving;
      if (!upload) throw formRequired();
      if (upload.size === 0) throw Rejected.because('FILE_EMPTY', 'file');
      return await use(upload);
    } finally {
      stop.abort();
      await letGo(request);
      const upload = await arriving?.catch(() => undefined);
      if (upload) await this.incoming.discard(upload);
    }
  }

  private async formOf({ headers }: IncomingMessage, maxMegabytes: number): Promise<BusboyInstance> {
    if (!/^multipart\/form-data\b/i.test(headers['content-type'] ?? '')) throw formRequired();
    const { Busboy } = await import('@fastify/busboy');
    try {
      return new Busboy({
        headers: headers as BusboyHeaders,
        limits: { ...ENVELOPE, fileSize: maxMegabytes * MEGABYTE },
      });
    } catch {
      throw formRequired(); // it has no boundary
    }
  }

  /** To the end of the form: one that breaks off after its file has not been sent. */
  private read(
    request: IncomingMessage,
    form: BusboyInstance,
    maxMegabytes: number,
    take: (file: Readable, name: string) => Promise<unknown>,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const refuse = (): void => reject(formRequired());
      form.on('file', (field, file, name) => {
        // Said by `form`, too, or of no interest any more.
        file.on('error', () => {});
        file.once('limit', () => reject(tooLarge(maxMegabytes)));
        if (field !== 'file') return refuse();
        take(file, name).catch(reject);
      });
      for (const more of ['field', 'partsLimit', 'filesLimit', 'fieldsLimit'] as const) form.on(more, refuse);
      form.on('error', refuse);
      form.on('finish', resolve);
      let received = 0;
      request.on('data', ({ length }: Buffer) => {
        received += length;
        if (received > maxMegabytes * MEGABYTE + MAX_ENVELOPE) reject(tooLarge(maxMegabytes));
      });
      // It may have happened before anybody listened.
      if (request.destroyed) return reject(new HungUp());
      request.once('close', () => request.complete || reject(new HungUp()));
      request.pipe(form);
    });
  }

  private async take(file: Readable, sentName: string, signal: AbortSignal): Promise<Upload> {
    const name = cleanName(sentName ?? '');
    return { ...(await this.incoming.receive(file, signal)), name };
  }
}

/** What is still coming has to leave the line, or the answer would wait behind it; but not for ever. */
async function letGo(request: IncomingMessage): Promise<void> {
  request.unpipe();
  request.resume();
  // Requests that were injected come without a line.
  if (request.complete || !(request.socket instanceof Socket)) return;
  const gone = new Promise((resolve) => request.once('close', resolve));
  // A line that is not kept, as proxies have them, is closed with the answer; who reads only after writing would lose it.
  if (/\bclose\b/i.test(request.headers.connection ?? ''))
    await Promise.race([gone, sleep(GRACE_MS, null, { ref: false })]);
  const late = setTimeout(() => request.socket.destroy(), GRACE_MS).unref();
  void gone.then(() => clearTimeout(late));
}

const tooLarge = (max: number): Rejected => Rejected.because('FILE_TOO_LARGE', 'file', { max });
const formRequired = (): Rejected => Rejected.because('FILE_REQUIRED', 'file');
