/** Bytes of a file from the first to the last, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

interface Asked {
  readonly range?: string | undefined;
  /** The client wants a part only of the content that it knows. */
  readonly 'if-range'?: string | undefined;
}

/** "bytes=500-", "bytes=0-499", "bytes=-500". */
const ONE_RANGE = /^\s*bytes\s*=\s*(?:(\d+)-(\d*)|-(\d+))\s*$/i;

/**
 * The part of a file that is asked for, or null for all of it, as RFC 9110 has it: whoever asks for several parts, for none that
 * can be read, or for one of another content gets all. One that begins behind the end is none that the file has.
 */
export function askedRange({ range, 'if-range': known }: Asked, size: number, etag: string): ByteRange | null {
  const [, from, to, suffix] = ONE_RANGE.exec(range ?? '') ?? [];
  if ((from ?? suffix) === undefined || (known !== undefined && known.trim() !== etag)) return null;
  const first = from === undefined ? Math.max(0, size - Number(suffix)) : Number(from);
  const last = to ? Math.min(Number(to), size - 1) : size - 1;
  return to && Number(to) < first ? null : { first, last };
}

/** `Content-Range` of an answer with that part, or of one that there is no such part. */
export const contentRange = ({ first, last }: ByteRange, size: number): string =>
  `bytes ${first < size ? `${first}-${last}` : '*'}/${size}`;
