import { Injectable } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { DataSource } from 'typeorm';
import { Projections } from '../audit/projections.service.js';
import type { Actor } from '../common/access.js';
import { graphqlError } from '../common/errors.js';
import { message, type Locale } from '../common/messages.js';
import { FieldArguments } from '../common/read/arguments.js';
import { PageInfo } from '../common/read/generated-types.js';
import { DEFAULT_PAGE, pageSize } from '../common/read/page.js';
import { Reader } from '../common/read/reader.js';
import { answerTo, counted, pageOf, rankingOf, type Answer } from './asking/answers.js';
import { cursorOf, readCursor } from './asking/cursors.js';
import { countsOf } from './asking/facets.js';
import { EXACT_LIMIT } from './asking/finds.js';
import { hitsOf, type Hit } from './asking/hits.js';
import { parse } from './asking/parse.js';
import { questionOf, stemsOf, typedPrefix } from './asking/question.js';
import { Sight } from './asking/sight.js';
import { Suggestions } from './asking/suggestions.js';
import { Vocabulary } from './asking/vocabulary.js';
import { SearchDimension, SearchRanking, type SearchType } from './search.enums.js';
import type { SearchFacet } from './search.types.js';

export interface SearchArguments {
  query: string;
  types?: SearchType[] | null;
  first?: number | null;
  after?: string | null;
  ranking?: SearchRanking | null;
}

/** Suggestions are made where so few hits were found. */
const FEW_HITS = 3;
const MOST_SUGGESTIONS = 3;

/** Answers questions from the index of words. */
@Injectable()
export class SearchService {
  private readonly vocabulary: Vocabulary;
  private readonly suggestions: Suggestions;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly projections: Projections,
  ) {
    this.vocabulary = new Vocabulary(dataSource);
    this.suggestions = new Suggestions(dataSource);
  }

  /** What `SearchConnection` shows. Counts and suggestions are asked for only where they are selected. */
  async search(info: GraphQLResolveInfo, actor: Actor, locale: Locale, args: SearchArguments) {
    const size = pageSize(args.first, 'first', DEFAULT_PAGE, { nodes: info.fieldNodes, path: [info.fieldName] });
    const ranking = args.ranking ?? SearchRanking.RELEVANCE;
    const after = args.after ? readCursor(args.after, ranking) : null;
    const sight = this.sightOf(info, actor, args);
    await this.projections.current();
    const answer = await this.answer(sight, args.query, ranking);
    const page = await pageOf(sight, answer, after, size);
    const edges = await hitsOf(
      { sight, reader: this.reader, actor },
      page.slice(0, size).map(({ find }) => find),
      answer.question,
    );
    const cursors = new Map(page.map((one) => [one.find, cursorOf({ ...one, by: ranking })]));
    const cursorAt = (at: number): string | null => cursors.get(page.slice(0, size).at(at)?.find as never) ?? null;
    return {
      nodes: edges.map(({ hit }) => hit),
      edges: edges.map(({ find, hit }) => ({ cursor: cursors.get(find)!, node: hit })) as {
        cursor: string;
        node: Hit;
      }[],
      pageInfo: Object.assign(new PageInfo(), {
        hasNextPage: page.length > size,
        hasPreviousPage: after !== null,
        startCursor: cursorAt(0),
        endCursor: cursorAt(-1),
      }),
      ...totals(answer),
      ranking: rankingOf(answer),
      relaxed: answer.isRelaxed,
      note: noteOf(answer, locale),
      suggest: () => this.suggest(sight, answer, args.query),
      countBy: (dimensions: SearchDimension[] | null) => facetsOf(sight, answer, dimensions),
    };
  }

  private sightOf(info: GraphQLResolveInfo, actor: Actor, { types }: SearchArguments): Sight {
    const definition = info.parentType.getFields()[info.fieldName]!;
    const args = new FieldArguments(definition, info.fieldNodes[0]!, info.variableValues);
    if (types && types.length > 20) throw graphqlError('BAD_USER_INPUT', 'types: at most 20 / paling banyak 20.');
    return new Sight(this.dataSource, this.reader.tables, actor, args, types ?? null, info.variableValues);
  }

  private async answer(sight: Sight, query: string, ranking: SearchRanking): Promise<Answer> {
    const parsed = parse(query);
    const known = await this.vocabulary.lookUp(stemsOf(parsed), typedPrefix(parsed));
    return answerTo(sight, questionOf(parsed, known), ranking);
  }

  /** Whole questions with slips of the pen mended, each of which finds something for whoever asks. */
  private async suggest(sight: Sight, { ids, isBroad, isRelaxed }: Answer, query: string): Promise<string[]> {
    if (isBroad || (ids.length >= FEW_HITS && !isRelaxed)) return [];
    const { terms } = parse(query);
    const words = [...new Set(terms.flatMap((term) => term.words.map(({ text }) => text)))];
    const suggested: string[] = [];
    for (const mended of mend(query, await this.suggestions.forWords(words))) {
      const answer = await this.answer(sight, `${mended} `, SearchRanking.RELEVANCE);
      if (suggested.length < MOST_SUGGESTIONS && (answer.isBroad || answer.ids.length > 0)) suggested.push(mended);
    }
    return suggested;
  }
}

/** The question with each unknown word replaced: first all by their likeliest, then one by its second. */
function mend(query: string, candidates: ReadonlyMap<string, readonly string[]>): string[] {
  const fixable = [...candidates].filter(([, words]) => words.length > 0);
  if (fixable.length === 0) return [];
  const replaced = (rank: number): string =>
    fixable.reduce((text, [word, words]) => {
      const at = text.toLowerCase().indexOf(word);
      return at < 0 ? text : text.slice(0, at) + (words[rank] ?? words[0]!) + text.slice(at + word.length);
    }, query.slice(0, 300).trim());
  return [...new Set([replaced(0), replaced(1), replaced(2)])];
}

function totals({ isBroad, ids }: Answer) {
  const totalCount = isBroad ? EXACT_LIMIT : ids.length;
  const text = totalCount.toLocaleString('id-ID');
  return { totalCount, totalCountIsExact: !isBroad, totalCountText: isBroad ? `${text}+` : text };
}

function noteOf(answer: Answer, locale: Locale): string | null {
  if (answer.isRelaxed) return message('SEARCH_RELAXED', locale);
  return rankingOf(answer) === answer.asked ? null : message('SEARCH_BROAD', locale, { count: EXACT_LIMIT });
}

async function facetsOf(
  sight: Sight,
  answer: Answer,
  dimensions: readonly SearchDimension[] | null | undefined,
): Promise<SearchFacet[]> {
  const asked = [...new Set(dimensions ?? Object.values(SearchDimension))];
  const counts = await countsOf(sight, await counted(sight, answer), asked);
  return asked.map((dimension) => ({ dimension, isExact: !answer.isBroad, values: counts[dimension] ?? [] }));
}
