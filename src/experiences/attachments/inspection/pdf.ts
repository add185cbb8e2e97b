import type { FileBytes } from './file-bytes.js';
import { active, damaged, mixed } from './findings.js';

const HEADER = '%PDF-';
/** How far from the end the mark of it may stand, and how far readers look for the header. */
const NEAR = 1024;
const LONGEST_NAME = 64;

/** Names of what a document does by itself, or carries along for somebody to open. */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFile)s?(?![A-Za-z0-9])/;

/** Readers take a document for one whose header comes within the first kilobyte: what is before it is something else. */
export async function hasPdfHeader(bytes: FileBytes): Promise<boolean> {
  return (await bytes.at(0, NEAR)).includes(HEADER);
}

/**
 * Looks at the bytes as they are. What a document keeps compressed is not unpacked, so this finds what is plain to see
 * and promises no more.
 */
export async function inspectPdf(bytes: FileBytes): Promise<void> {
  if (!(await bytes.at(0, HEADER.length)).equals(Buffer.from(HEADER))) throw mixed();
  const ending = (await bytes.tail(NEAR)).toString('latin1');
  const mark = ending.lastIndexOf('%%EOF');
  if (mark < 0) throw (await hasMark(bytes)) ? mixed() : damaged();
  // Programs end the last line in their own ways, and some fill up to a block.
  if (/[^\s\0]/.test(ending.slice(mark + '%%EOF'.length))) throw mixed();
  for await (const text of bytes.text(LONGEST_NAME)) {
    const found = ACTIVE.exec(spelledOut(text));
    if (found) throw active(found[1]!);
  }
}

async function hasMark(bytes: FileBytes): Promise<boolean> {
  for await (const text of bytes.text(LONGEST_NAME)) if (text.includes('%%EOF')) return true;
  return false;
}

/** A name may have its letters written as numbers: "/J#61vaScript". */
const spelledOut = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
