import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/*
 * Small files of the kinds that may be attached, made piece by piece, so that a test can put one piece wrong.
 */

export function pdf({ before = '', inside = '', after = '' } = {}): Buffer {
  const body = `1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${inside}`;
  return Buffer.from(`${before}%PDF-1.4\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n${after}`, 'latin1');
}

function pngChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** One grey pixel; `extra` are chunks of text before the end. */
export function png({ extra = [] as string[], after = '' } = {}): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...extra.map((text) => pngChunk('tEXt', Buffer.from(text, 'latin1'))),
    pngChunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    pngChunk('IEND', Buffer.alloc(0)),
    Buffer.from(after, 'latin1'),
  ]);
}

/** The segments of a picture, with every mark that its scan may hold inside. */
export function jpeg({ comment = '', scan = Buffer.alloc(0), after = '' } = {}): Buffer {
  const segment = (code: number, data: Buffer): Buffer => {
    const header = Buffer.from([0xff, code, 0, 0]);
    header.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([header, data]);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xfe, Buffer.from(comment, 'latin1')),
    Buffer.from([0xff, 0xff]),
    segment(0xdb, Buffer.alloc(65, 1)).subarray(1),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    scan,
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
    Buffer.from(after, 'latin1'),
  ]);
}

export function webp({ after = '', length = 0 } = {}): Buffer {
  const data = Buffer.from('WEBPVP8L\x08\0\0\0\x2f\0\0\0\0\x88\x88\x08', 'latin1');
  const header = Buffer.from('RIFF\0\0\0\0', 'latin1');
  header.writeUInt32LE(data.length + length, 4);
  return Buffer.concat([header, data, Buffer.from(after, 'latin1')]);
}

export interface Part {
  name: string;
  data?: string | Buffer;
  /** What the headers say, where that is not so. */
  says?: { unpacked?: number; flags?: number; localName?: string };
}

/** What of an archive is to be wrong. */
export interface Wrong {
  before?: string;
  gap?: string;
  comment?: string;
  after?: string;
}

function partHeaders({ name, data = '', says = {} }: Part, offset: number): { local: Buffer; central: Buffer } {
  const content = Buffer.from(data);
  const packed = deflateRawSync(content);
  // From "version needed" to "size unpacked", which both headers have in common.
  const shared = Buffer.alloc(22);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(says.flags ?? 0, 2);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(says.unpacked ?? content.length, 18);
  const lengths = (of: string): Buffer => {
    const both = Buffer.alloc(4);
    both.writeUInt16LE(Buffer.byteLength(of), 0);
    return both;
  };
  const localName = says.localName ?? name;
  const local = [Buffer.from('PK\x03\x04'), shared, lengths(localName), Buffer.from(localName), packed];
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const central = [Buffer.from('PK\x01\x02\x14\0'), shared, lengths(name), rest, Buffer.from(name)];
  return { local: Buffer.concat(local), central: Buffer.concat(central) };
}

export function zip(parts: readonly Part[], { before = '', gap = '', comment = '', after = '' }: Wrong = {}): Buffer {
  const locals: Buffer[] = [Buffer.from(before)];
  const centrals: Buffer[] = [];
  let offset = before.length;
  for (const part of parts) {
    const { local, central } = partHeaders(part, offset);
    locals.push(local, Buffer.from(gap));
    centrals.push(central);
    offset += local.length + gap.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment), Buffer.from(after)]);
}

function office(main: string, type: string, more: readonly Part[], wrong?: Wrong): Buffer {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;
  const parts = [
    { name: '[Content_Types].xml', data: types },
    { name: '_rels/.rels', data: '<Relationships/>' },
    { name: main, data: '<x/>' },
  ];
  return zip([...parts, ...more], wrong);
}

export const docx = (more: readonly Part[] = [], wrong?: Wrong): Buffer =>
  office('word/document.xml', 'wordprocessingml.document', more, wrong);

export const xlsx = (more: readonly Part[] = [], wrong?: Wrong): Buffer =>
  office('xl/workbook.xml', 'spreadsheetml.sheet', more, wrong);

/** A box of Microsoft's compound format, which a document with a password is kept in. */
export const compound = (): Buffer =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1016)]);
