import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '../../common/access.js';
import type { Reader } from '../../common/read/reader.js';
import { pathOf } from '../../common/read/response-path.js';
import { listOf } from '../documents/document.js';
import { textsOf, type Source, type SourceRow } from '../documents/source.js';
import { sourceOf } from '../documents/sources.js';
import type { SearchType } from '../search.enums.js';
import type { Find } from './finds.js';
import { Marker, snippetOf, type Part } from './marks.js';
import type { Question } from './question.js';
import type { Sight } from './sight.js';

/** Fields whose texts are shown of a hit. */
export const MOST_HIGHLIGHTS = 3;

/** Where a hit matches, and what it says there. */
export interface Highlight {
  field: string;
  parts: Part[];
}

/** One hit of a page, as the API shows it; `node` is read when it is asked for, for all hits of a page at once. */
export interface Hit {
  type: SearchType;
  score: number;
  matchedFields: string[];
  highlight: Highlight[];
  node: (info: GraphQLResolveInfo) => Promise<unknown>;
}

export interface Edge {
  find: Find;
  hit: Hit;
}

type Texts = Pick<SourceRow, 'subjectId' | 'texts' | 'context'>;

/**
 * What a page shows of its finds. Texts are read from the records themselves, in sight of the actor: what was hidden or
 * changed since the index was written is shown as it is now, or not at all.
 */
export async function hitsOf(
  { sight, reader, actor }: { sight: Sight; reader: Reader; actor: Actor },
  finds: readonly Find[],
  question: Question,
): Promise<Edge[]> {
  const texts = await textsOfFinds(sight, finds);
  const marker = new Marker(question.wishes);
  const nodes = new Nodes(reader, actor, finds);
  return finds.flatMap((find) => {
    const row = texts.get(keyOf(find));
    if (!row) return [];
    const shown = highlightsOf(sourceOf(find.type), row, marker);
    const hit: Hit = {
      type: find.type,
      score: find.score,
      matchedFields: shown.map(({ field }) => field),
      highlight: shown.slice(0, MOST_HIGHLIGHTS),
      node: (info) => nodes.get(find, info),
    };
    return [{ find, hit }];
  });
}

const keyOf = ({ type, subjectId }: Pick<Find, 'type' | 'subjectId'>): string => `${type} ${subjectId}`;

async function textsOfFinds(sight: Sight, finds: readonly Find[]): Promise<Map<string, Texts>> {
  if (finds.length === 0) return new Map();
  const types = [...new Set(finds.map(({ type }) => type))];
  const { texts } = await sight.ask<{ texts: Record<SearchType, Texts[]> }>(({ param, scopeOf }) => {
    const members = types.map((type) => {
      const source = sourceOf(type);
      const ofType = finds.filter((find) => find.type === type).map(({ subjectId }) => subjectId);
      const ids = param(ofType, 'bigint[]');
      const rows = textsOf(source, `x.id = any(${ids}) and ${scopeOf(source.entity, 'x')}`);
      return `'${type}', (select coalesce(json_agg(r), '[]') from (${rows}) r)`;
    });
    return `select json_build_object(${members.join(', ')}) as texts`;
  });
  return new Map(
    Object.entries(texts).flatMap(([type, rows]) =>
      rows.map((row): [string, Texts] => [keyOf({ type: type as SearchType, subjectId: row.subjectId }), row]),
    ),
  );
}

/** Fields with something marked, in the order of the source: what tells most comes first. */
function highlightsOf(source: Source, row: Texts, marker: Marker): Highlight[] {
  const named = [...source.fields.map(({ name }) => name), ...source.context.map(({ name }) => name)];
  return [...row.texts, ...row.context].flatMap((value, index) => {
    const field = named[index]!;
    const marked = listOf(value).flatMap((text) => {
      const matches = marker.matches(text);
      return matches.length > 0 ? [{ text, matches }] : [];
    });
    if (marked.length === 0) return [];
    const best = marked.reduce((one, other) => (other.matches.length > one.matches.length ? other : one));
    return [{ field, parts: snippetOf(best.text, best.matches) }];
  });
}

/** The records behind the hits of a page: one statement for each type, whenever the first of them is asked for. */
class Nodes {
  private readonly reads = new Map<string, Promise<Record<string, unknown>>>();

  constructor(
    private readonly reader: Reader,
    private readonly actor: Actor,
    private readonly finds: readonly Find[],
  ) {}

  async get({ type, subjectId }: Find, info: GraphQLResolveInfo): Promise<unknown> {
    // One field may stand in a document several times, under several names.
    const key = `${type} ${pathOf(info)}`;
    let read = this.reads.get(key);
    if (!read) this.reads.set(key, (read = this.read(type, info)));
    return (await read)[subjectId] ?? null;
  }

  private read(type: SearchType, info: GraphQLResolveInfo): Promise<Record<string, unknown>> {
    const ids = this.finds.filter((find) => find.type === type).map(({ subjectId }) => subjectId);
    return this.reader.keyed(info, this.actor, sourceOf(type).entity, ids);
  }
}
