import type { FileBytes } from './file-bytes.js';
import { damaged, mixed } from './findings.js';

/** Size and name of a box; where the size is 1, the real one follows in eight bytes. */
const HEADER = 8;
const LARGE_HEADER = 16;
/** The first box is short, so the first bytes of its size are zeros. */
export const SIZE_ZEROS = 3;

const FIRST = 'ftyp';
const TABLE_OF_CONTENTS = 'moov';
const OTHERS = ['styp', 'mdat', 'free', 'skip', 'wide', 'uuid', 'meta', 'moof', 'mfra', 'sidx', 'udta'];
const BOXES: ReadonlySet<string> = new Set([FIRST, TABLE_OF_CONTENTS, ...OTHERS]);
const MAX_BOXES = 1000;

interface Box {
  readonly name: string;
  readonly end: number;
}

export const isVideoAt = async (bytes: FileBytes, offset: number): Promise<boolean> =>
  nameIn(await bytes.at(offset, HEADER)) === FIRST;

/** Where the MP4 video ends that begins at `start`: it is one box behind the other, as long as they are those of a video. */
export async function endOfVideo(bytes: FileBytes, start: number): Promise<number> {
  const names = new Set<string>();
  let end = start;
  for (let count = 0; count < MAX_BOXES; count += 1) {
    const box = await boxAt(bytes, end);
    if (box === null) break;
    if (box.end > bytes.size) throw damaged();
    names.add(box.name);
    ({ end } = box);
  }
  // Without one it only looks like a video.
  if (!names.has(TABLE_OF_CONTENTS)) throw mixed();
  return end;
}

async function boxAt(bytes: FileBytes, offset: number): Promise<Box | null> {
  const header = await bytes.at(offset, LARGE_HEADER);
  const name = nameIn(header);
  if (!BOXES.has(name)) return null;
  const size = header.readUInt32BE(0);
  if (size === 1 && header.length < LARGE_HEADER) throw damaged();
  const [length, least] = size === 1 ? [Number(header.readBigUInt64BE(HEADER)), LARGE_HEADER] : [size, HEADER];
  // Size 0, "up to the end of the file", is for streams: what is behind it could be anything.
  if (length < least) throw damaged();
  return { name, end: offset + length };
}

const nameIn = (header: Buffer): string => header.toString('latin1', 4, HEADER);
