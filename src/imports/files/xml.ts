import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { Rejected } from '../../common/errors.js';
import { LIMITS } from './limits.js';

export type Attributes = Record<string, string>;

/** What is told of a document while it is read; names are without a prefix. */
export interface XmlEvents {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/**
 * Reads a document as it comes and gives control back after each piece of it. Markup that does not end and document type
 * declarations, which have no business in a workbook, are refused before they can grow.
 */
export async function* readXml(chunks: AsyncIterable<Buffer>, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  parser.on('error', damaged);
  parser.on('doctype', damaged);
  if (events.open) parser.on('opentag', ({ name, attributes }) => events.open!(local(name), attributes as Attributes));
  if (events.text) {
    parser.on('text', events.text);
    parser.on('cdata', events.text);
  }
  if (events.close) parser.on('closetag', ({ name }) => events.close!(local(name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let unfinished = 0;
  for await (const chunk of chunks) {
    const text = decode(decoder, chunk);
    const last = text.lastIndexOf('<');
    unfinished = last < 0 ? unfinished + text.length : text.length - last;
    if (unfinished > LIMITS.markup || text.includes('<!DOCTYPE')) damaged();
    parser.write(text);
    yield;
  }
  parser.close();
}

/** Reads a small document to its end. */
export async function readWholeXml(chunks: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(chunks, events));
}

function decode(decoder: TextDecoder, chunk: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    return damaged();
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function damaged(): never {
  throw Rejected.because('WORKBOOK_DAMAGED', 'file');
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Characters that XML cannot hold are written "_x000D_" in a workbook. */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
