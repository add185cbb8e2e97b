import type { SourceDocument } from './source.entity.js';

const DAY = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' });

/** Columns as the read engine hands them over: JSON, so a day is YYYY-MM-DD. */
export type Referenced = Pick<SourceDocument, 'title' | 'publisher' | 'publishedOn' | 'url'>;

/** A citation line in Indonesian: `KPU Kota Makassar. "Judul". 30 Juli 2025. https://…`; what is unknown is left out. */
export function referenceLine({ publisher, title, publishedOn, url }: Referenced): string {
  const day = publishedOn && DAY.format(new Date(publishedOn));
  const sentences = [publisher, `"${title.replaceAll('"', "'")}"`, day].filter(Boolean).map((part) => `${part}.`);
  return [...sentences, url].filter(Boolean).join(' ');
}
