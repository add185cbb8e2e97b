import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '../../common/access.js';
import type { Reader } from '../../common/read/reader.js';
import { pathOf } from '../../common/read/response-path.js';
import { listOf } from '../documents/document.js';
import { textsOf, type Source, type SourceRow } from '../documents/source.js';
import { sourceOf, SOURCES } from '../documents/sources.js';
import type { SearchType } from '../search.enums.js';
import type { Placed } from './answers.js';
import type { Find } from './order.js';
import { Marker, snippetOf, type Part } from './marks.js';
import type { Question } from './question.js';
import type { Seen, Sight } from './sight.js';

/** Fields whose texts are shown of a hit. */
export const MOST_HIGHLIGHTS = 3;

/** Where a hit matches, and what it says there. */
export interface Highlight {
  field: string;
  parts: Part[];
}

/** One hit of a page, as the API shows it. What is not selected is not looked for. */
export interface Hit {
  type: SearchType;
  score: number;
  matchedFields: () => Promise<string[]>;
  highlight: () => Promise<Highlight[]>;
  node: (info: GraphQLResolveInfo) => Promise<unknown>;
}

/**
 * What a page shows of its finds, in their order. The records themselves are looked at, in sight of the actor: what was
 * hidden or deleted since the index was written is no hit.
 */
export async function hitsOf(
  { sight, reader, actor }: { sight: Sight; reader: Reader; actor: Actor },
  finds: readonly Placed[],
  question: Question,
): Promise<{ placed: Placed; hit: Hit }[]> {
  const all = finds.map(({ find }) => find);
  const reasons = new Reasons(sight, all, question);
  const nodes = new Nodes(reader, actor, all);
  const seen = await recordsOf(all, sight, 'search_seen', SOURCES, ({ entity }, isOne, { rowsOf }) => {
    return `select x.id::text as "subjectId" from ${rowsOf(entity, 'x')} and ${isOne}`;
  });
  return finds
    .filter(({ find }) => seen.has(keyOf(find)))
    .map((placed) => ({ placed, hit: hitOf(placed.find, reasons, nodes) }));
}

const hitOf = (find: Find, reasons: Reasons, nodes: Nodes): Hit => ({
  type: find.type,
  score: find.score,
  matchedFields: async () => (await reasons.of(find)).map(({ field }) => field),
  highlight: async () => (await reasons.of(find)).slice(0, MOST_HIGHLIGHTS),
  node: (info) => nodes.get(find, info),
});

/** Why each find of a page was found. Texts are read from the records themselves, as they are now, for all at once. */
class Reasons {
  private readonly marker: Marker;
  private readonly shown = new Map<Find, Highlight[]>();
  private texts: Promise<Map<string, Texts>> | null = null;

  constructor(
    private readonly sight: Sight,
    private readonly finds: readonly Find[],
    { wishes }: Question,
  ) {
    this.marker = new Marker(wishes);
  }

  async of(find: Find): Promise<Highlight[]> {
    this.texts ??= this.read();
    const row = (await this.texts).get(keyOf(find));
    let shown = this.shown.get(find);
    if (!shown) this.shown.set(find, (shown = row ? highlightsOf(sourceOf(find.type), row, this.marker) : []));
    return shown;
  }

  /** A statement for each type on the page: to plan one for all takes PostgreSQL longer than to answer it. */
  private async read(): Promise<Map<string, Texts>> {
    const types = [...new Set(this.finds.map(({ type }) => type))];
    const read = types.map((type) =>
      recordsOf<Texts>(this.finds, this.sight, `search_texts_${type}`, [sourceOf(type)], (source, isOne, { scopeOf }) =>
        textsOf(source, `${isOne} and ${scopeOf(source.entity, 'x')}`),
      ),
    );
    return new Map((await Promise.all(read)).flatMap((texts) => [...texts]));
  }
}

type Texts = Pick<SourceRow, 'subjectId' | 'texts' | 'context'>;

const keyOf = ({ type, subjectId }: Pick<Find, 'type' | 'subjectId'>): string => `${type} ${subjectId}`;

/** Something of the record behind each find, by `keyOf`; always the same statement for the same sources. */
async function recordsOf<T extends { subjectId: string }>(
  finds: readonly Find[],
  sight: Sight,
  name: string,
  sources: readonly Source[],
  select: (source: Source, isOne: string, seen: Seen) => string,
): Promise<Map<string, T>> {
  if (finds.length === 0) return new Map();
  const records = await sight.ask<Record<SearchType, T[]>>((seen) => {
    const members = sources.map((source) => {
      const ids = finds.filter(({ type }) => type === source.type).map(({ subjectId }) => subjectId);
      const isOne = `x.id = any(${seen.param(ids, 'bigint[]')})`;
      return `'${source.type}', (select coalesce(json_agg(r), '[]') from (${select(source, isOne, seen)}) r)`;
    });
    return `select json_build_object(${members.join(', ')})`;
  }, name);
  return new Map(
    sources.flatMap(({ type }) => records[type].map((record) => [keyOf({ ...record, type }), record] as const)),
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
