import type { GraphQLResolveInfo } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../common/access.js';
import type { Reader } from '../../common/read/reader.js';
import { pathOf } from '../../common/read/response-path.js';
import type { StateOfData } from '../../database/answer-memory.js';
import { listOf } from '../documents/document.js';
import { textsOf, type Source, type SourceRow } from '../documents/source.js';
import { sourceOf } from '../documents/sources.js';
import type { SearchType } from '../search.enums.js';
import type { SearchHighlight, SearchHit } from '../search.types.js';
import type { Placed } from './answers.js';
import type { Find } from './order.js';
import { Marker, snippetOf } from './marks.js';
import type { Question } from './question.js';
import type { Sight } from './sight.js';

/** Fields whose texts are shown of a hit. */
export const MOST_HIGHLIGHTS = 3;

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
  const texts = await textsBehind(sight, all);
  const marker = new Marker(question.wishes);
  const nodes = new Nodes(reader, actor, all, sight.state);
  return finds.flatMap((placed) => {
    const told = texts.get(keyOf(placed.find));
    return told ? [{ placed, hit: new Hit(placed.find, told, marker, nodes) }] : [];
  });
}

/** One hit of a page. What is not selected is not looked for: getters cost less than resolvers, of which Nest wraps each. */
export class Hit implements SearchHit {
  readonly type: SearchType;
  readonly score: number;
  private marked: readonly SearchHighlight[] | null = null;

  constructor(
    private readonly find: Find,
    private readonly told: Told,
    private readonly marker: Marker,
    private readonly nodes: Nodes,
  ) {
    this.type = find.type;
    this.score = find.score;
  }

  get matchedFields(): string[] {
    return this.highlights().map(({ field }) => field);
  }

  get highlight(): SearchHighlight[] {
    return this.highlights().slice(0, MOST_HIGHLIGHTS);
  }

  /** The record itself. */
  node(info: GraphQLResolveInfo): Promise<unknown> {
    return this.nodes.get(this.find, info);
  }

  private highlights(): readonly SearchHighlight[] {
    return (this.marked ??= remembered(this.type, this.told, this.marker));
  }
}

type Told = Pick<SourceRow, 'subjectId' | 'texts' | 'context'> & { type: SearchType };

const keyOf = ({ type, subjectId }: Pick<Find, 'type' | 'subjectId'>): string => `${type} ${subjectId}`;

/** What the records behind finds say, by `keyOf`. A statement for each type: to plan one for all takes PostgreSQL long. */
async function textsBehind(sight: Sight, finds: readonly Find[]): Promise<Map<string, Told>> {
  const types = [...new Set(finds.map(({ type }) => type))];
  const read = types.map((type) =>
    textsOfType(
      sight,
      sourceOf(type),
      finds.filter((find) => find.type === type),
    ),
  );
  return new Map((await Promise.all(read)).flat().map((told) => [keyOf(told), told]));
}

/**
 * Always the same statement for a type. PostgreSQL does not see how many keys there are: else it would hold that planning
 * anew for few of them is worth it, which takes longer than the answer.
 */
async function textsOfType(sight: Sight, source: Source, finds: readonly Find[]): Promise<Told[]> {
  const { type, entity } = source;
  const ids = finds.map(({ subjectId }) => subjectId);
  const rows = await sight.ask<Omit<Told, 'type'>[]>(({ param, scopeOf }) => {
    const isOne = `x.id = any((select ${param(ids, 'bigint[]')})::bigint[])`;
    return `select coalesce(json_agg(r), '[]') from (${textsOf(source, `${isOne} and ${scopeOf(entity, 'x')}`)}) r`;
  });
  return rows.map((row) => ({ ...row, type }));
}

/** Characters of the texts whose highlights are known. What is asked for again is mostly shown again. */
const MOST_REMEMBERED = 4_000_000;
const known = new LRUCache<string, readonly SearchHighlight[]>({
  maxSize: MOST_REMEMBERED,
  sizeCalculation: (_, key) => key.length,
});

/** The same texts, asked for the same, are marked in the same places. */
function remembered(type: SearchType, told: Told, marker: Marker): readonly SearchHighlight[] {
  const key = `${type} ${marker.key} ${JSON.stringify([told.texts, told.context])}`;
  let highlights = known.get(key);
  if (!highlights) known.set(key, (highlights = highlightsOf(sourceOf(type), told, marker)));
  return highlights;
}

/** Fields with something marked, in the order of the source: what tells most comes first. */
function highlightsOf(source: Source, row: Told, marker: Marker): SearchHighlight[] {
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
    private readonly state: StateOfData | undefined,
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
    return this.reader.keyed(info, this.actor, sourceOf(type).entity, ids, this.state);
  }
}
