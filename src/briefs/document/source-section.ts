import { ExternalHyperlink, Paragraph, type ParagraphChild } from 'docx';
import type { BriefDocument, MitigationBrief } from '../brief.types.js';
import type { BriefSource } from '../risk.types.js';
import { inDay, shortened } from '../wording.js';
import { taughtLessons } from './lesson-section.js';
import { heading, subheading } from './overview.js';
import { cellText, fit, run, target } from './text.js';

const TITLE_LENGTH = 200;

/** Every experience that was referred to, once, and the documents on the events where they were shared. */
export function sourceSection(brief: MitigationBrief): Paragraph[] {
  const sources = citedSources(brief);
  if (sources.length === 0) return [];
  const documents = brief.documents.length > 0 ? [subheading('Dokumen'), ...brief.documents.map(documentLine)] : [];
  return [heading('Sumber'), subheading('Pengalaman'), ...sources.map(sourceLine), ...documents];
}

function citedSources(brief: MitigationBrief): BriefSource[] {
  const { topRisks, openRecommendations } = brief;
  const all = [
    ...topRisks.flatMap(({ sources, practices, recommendations }) => [
      ...sources,
      ...[...practices, ...recommendations].map(({ source }) => source),
    ]),
    ...taughtLessons(brief).flatMap((lesson) => lesson.sources),
    ...openRecommendations.map(({ source }) => source),
  ];
  const byCode = new Map(all.map((source) => [source.code, source]));
  return [...byCode.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

const sourceLine = (source: BriefSource): Paragraph =>
  cellText([
    target(source),
    run(
      ` ${source.satker.name}, ${source.year}${source.stage ? `, ${source.stage}` : ''}. ${shortened(source.title, TITLE_LENGTH)}${source.isDemo ? ' (data peragaan)' : ''}`,
    ),
  ]);

function documentLine({ title, publisher, publishedOn, url }: BriefDocument): Paragraph {
  const date = publishedOn ? `, ${inDay(publishedOn)}` : '';
  return cellText([run(`${publisher}${date}. ${title}.`), ...(url ? [run(' '), link(url)] : [])]);
}

const link = (url: string): ParagraphChild =>
  new ExternalHyperlink({ link: fit(url), children: [run(url, { color: '1F4E79' })] });
