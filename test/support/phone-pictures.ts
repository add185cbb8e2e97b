/*
 * What phones write behind the end of a picture, made byte by byte.
 */

/** A box of an MP4 video; `size` is what it says of itself where that is not so. */
export function box(name: string, content: Buffer = Buffer.alloc(0), size = content.length + 8): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(size);
  header.write(name, 4, 'latin1');
  return Buffer.concat([header, content]);
}

/** A box whose size is written in eight bytes. */
export function largeBox(name: string, content: Buffer): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(content.length + 16));
  return box(name, Buffer.concat([size, content]), 1);
}

export const motion = (film: Buffer = Buffer.alloc(3000, 7)): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('mp42\0\0\0\0isom', 'latin1')),
    box('moov', Buffer.alloc(40)),
    largeBox('mdat', film),
  ]);

/** Samsung's extras, each with its kind, its name and its content, and the directory of them. */
export function samsung(
  extras: Readonly<Record<string, string | Buffer>>,
  { count = Object.keys(extras).length } = {},
): Buffer {
  const blocks = Object.entries(extras).map(([name, content], kind) => {
    const header = Buffer.alloc(8);
    header.writeUInt16LE(0x0a00 + kind, 2);
    header.writeUInt32LE(name.length, 4);
    return Buffer.concat([header, Buffer.from(name), Buffer.from(content)]);
  });
  const entries = blocks.map((block, index) => {
    const entry = Buffer.alloc(12);
    entry.writeUInt16LE(0x0a00 + index, 2);
    entry.writeUInt32LE(Buffer.concat(blocks.slice(index)).length, 4);
    entry.writeUInt32LE(block.length, 8);
    return entry;
  });
  const header = Buffer.from('SEFH\x6a\0\0\0\0\0\0\0', 'latin1');
  header.writeUInt32LE(count, 8);
  const directory = Buffer.concat([header, ...entries]);
  const end = Buffer.from('\0\0\0\0SEFT', 'latin1');
  end.writeUInt32LE(directory.length);
  return Buffer.concat([...blocks, directory, end]);
}
