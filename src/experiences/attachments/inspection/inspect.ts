import { Rejected } from '../../../common/errors.js';
import { ALLOWED_KINDS, FILE_KINDS, type FileKind } from '../file-kinds.js';
import { extensionOf } from '../file-names.js';
import { FileBytes } from './file-bytes.js';
import { locked, mixed } from './findings.js';
import { inspectPng, inspectWebp } from './images.js';
import { inspectOffice } from './office.js';
import { hasPdfHeader, inspectPdf } from './pdf.js';
import { inspectPhoto } from './photo.js';

const INSPECTIONS: Readonly<Record<FileKind['name'], (bytes: FileBytes) => Promise<void>>> = {
  PDF: inspectPdf,
  PNG: inspectPng,
  JPEG: inspectPhoto,
  WEBP: inspectWebp,
  DOCX: inspectOffice,
  XLSX: inspectOffice,
};

/** The end record of a ZIP archive, which its readers look for from the end of a file. */
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_TAIL = 22 + 0xffff;

/**
 * What kind of file this is, by its content alone. Rejects one that is of no accepted kind, that says something else by
 * its name, that is two things at once, or that acts by itself.
 */
export async function inspect(path: string, name: string): Promise<FileKind> {
  const { fileTypeFromFile } = await import('file-type'); // which most starts have no use for
  const type = await fileTypeFromFile(path);
  return FileBytes.of(path, async (bytes) => {
    const kind = FILE_KINDS.find(({ contentType }) => contentType === type?.mime);
    if (kind?.name !== 'PDF' && (await hasPdfHeader(bytes))) throw mixed();
    // The box that Office locks documents into, and that its formats before 2007 were made of.
    if (type?.ext === 'cfb') throw locked();
    if (!kind) throw Rejected.because('FILE_TYPE', 'file', { allowed: ALLOWED_KINDS });
    refuseOtherName(kind, name);
    if (!kind.contentType.includes('openxmlformats') && (await hasZipEnd(bytes))) throw mixed();
    await INSPECTIONS[kind.name](bytes);
    return kind;
  });
}

function refuseOtherName({ name: found, extensions }: FileKind, name: string): void {
  if (extensions.includes(extensionOf(name))) return;
  throw Rejected.because('FILE_EXTENSION', 'file', { found, allowed: extensions.map((one) => `.${one}`).join(', ') });
}

async function hasZipEnd(bytes: FileBytes): Promise<boolean> {
  return (await bytes.tail(ZIP_TAIL)).includes(ZIP_END);
}
