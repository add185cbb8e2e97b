import { StartError } from '../../common/start-error.js';

export const ANOTHER_PLACE =
  'set EMBEDDED_PG_DIR to another folder, or DATABASE_URL to a PostgreSQL server of your own';

const DISK_FULL = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/;

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'it is not a folder',
  ENOENT: 'it does not exist',
  ENAMETOOLONG: 'the path is too long',
};

/** Short words for a failed system call. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && REASONS[code]) ?? message;
}

/** Turns whatever went wrong into one sentence; `folder` is the disk to look at. */
export function toStartError(error: unknown, folder: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (DISK_FULL.test(message)) {
    return new StartError(
      `The disk that holds ${folder} is full: free about 200 MB for the embedded database, or ${ANOTHER_PLACE}.`,
    );
  }
  if (error instanceof StartError) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  // Without a code it is a mistake of ours: its stack is worth more than a sentence.
  if (!code) return error instanceof Error ? error : new Error(message);
  return new StartError(
    `The embedded database cannot use ${path ?? folder} (${reason(error)}): correct that, or ${ANOTHER_PLACE}.`,
  );
}
