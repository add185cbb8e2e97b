import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { Rejected } from '../common/errors.js';

const MB = 1024 * 1024;

/**
 * Keeps a request's file on disk for as long as the work with it takes, so that it need not be in memory: the directory
 * of a workbook is at its end. Nobody else can read it, and nothing of it is left afterwards.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  maxMb: number,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rakornas-import-'));
  try {
    const path = join(folder, 'file');
    await receive(request, maxMb, path);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(request: FastifyRequest, maxMb: number, path: string): Promise<void> {
  if (!request.isMultipart()) throw Rejected.because('NO_FILE', 'file');
  try {
    const part = await request.file({
      limits: { fileSize: maxMb * MB, files: 1, fields: 5 },
      throwFileSizeLimit: false,
    });
    if (!part) throw Rejected.because('NO_FILE', 'file');
    await pipeline(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    if (part.file.truncated) throw Rejected.because('FILE_TOO_LARGE', 'file', { max: maxMb });
  } catch (error) {
    // A full disk is ours; a form that is none, or breaks off, is not.
    if (error instanceof Rejected || (error as { syscall?: string }).syscall) throw error;
    throw Rejected.because('UPLOAD_BROKEN', 'file');
  }
}
