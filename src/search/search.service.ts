import { Injectable } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/access.js';
import { graphqlError } from '../common/errors.js';
import { message, type Locale } from '../common/messages.js';
import { FieldArguments } from '../common/read/arguments.js';
import { PageInfo } from '../common/read/generated-types.js';
import { DEFAULT_PAGE, pageSize } from '../common/read/page.js';
import { Reader } from '../common/read/reader.js';
import { answerTo, type Answer, type Page, type Placed } from './asking/answers.js';
import { cursorOf, readCursor } from './asking/cursors.js';
import { countsOf } from './asking/facets.js';
import { EXACT_LIMIT } from './asking/finds.js';
import { hitsOf } from './asking/hits.js';
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
const ONLY_COUNTED: Page = { by: SearchRanking.RECENCY, after: null, size: 0 };

/** Answers questions from the index of words. */
@Injectable()
export class SearchService {
  private readonly suggestions: Suggestions;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly vocabulary: Vocabulary,
  ) {
    this.suggestions = new Suggestions(dataSource);
  }

  /** What `SearchConnection` shows. Counts and suggestions are asked for only where they are selected. */
  async search(info: GraphQLResolveInfo, actor: Actor, locale: Locale, args: SearchArguments) {
    const size = pageSize(args.first, 'first', DEFAULT_PAGE, { nodes: info.fieldNodes, path: [info.fieldName] });
    const ranking = args.ranking ?? SearchRanking.RELEVANCE;
    const after = args.after ? readCursor(args.after, ranking) : null;
    const sight = this.sightOf(info, actor, args);
    const answer = await this.answer(sight, args.query, { by: ranking, after, size });
    const shown = answer.finds.slice(0, size);
    const hits = await hitsOf({ sight, reader: this.reader, actor }, shown, answer.question);
    const cursorAt = (placed: Placed | undefined): string | null =>
      placed ? cursorOf({ ...placed, by: ranking }) : null;
    return {
      nodes: hits.map(({ hit }) => hit),
      edges: hits.map(({ placed, hit }) => ({ cursor: cursorAt(placed), node: hit })),
      pageInfo: Object.assign(new PageInfo(), {
        hasNextPage: answer.finds.length > size,
        hasPreviousPage: after !== null,
        startCursor: cursorAt(shown.at(0)),
        endCursor: cursorAt(shown.at(-1)),
      }),
      ...totals(answer),
      ranking: answer.ranking,
      relaxed: answer.isRelaxed,
      note: noteOf(answer, ranking, locale),
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

  private async answer(sight: Sight, query: string, page: Page): Promise<Answer> {
    const parsed = parse(query);
    const known = await this.vocabulary.lookUp(stemsOf(parsed), typedPrefix(parsed));
    return answerTo(sight, questionOf(parsed, known), page);
  }

  /** Whole questions with slips of the pen mended, each of which finds something for whoever asks. */
  private async suggest(sight: Sight, { count, isBroad, isRelaxed }: Answer, query: string): Promise<string[]> {
    if (isBroad || (count >= FEW_HITS && !isRelaxed)) return [];
    const { terms } = parse(query);
    const words = [...new Set(terms.flatMap((term) => term.words.map(({ text }) => text)))];
    const suggested: string[] = [];
    for (const mended of mend(query, await this.suggestions.forWords(words))) {
      const { count } = await this.answer(sight, `${mended} `, ONLY_COUNTED);
      if (suggested.length < MOST_SUGGESTIONS && count > 0) suggested.push(mended);
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

function totals({ isBroad, count }: Answer) {
  const text = count.toLocaleString('id-ID');
  return { totalCount: count, totalCountIsExact: !isBroad, totalCountText: isBroad ? `${text}+` : text };
}

function noteOf({ isRelaxed, ranking }: Answer, asked: SearchRanking, locale: Locale): string | null {
  if (isRelaxed) return message('SEARCH_RELAXED', locale);
  return ranking === asked ? null : message('SEARCH_BROAD', locale, { count: EXACT_LIMIT });
}

async function facetsOf(
  sight: Sight,
  answer: Answer,
  dimensions: readonly SearchDimension[] | null | undefined,
): Promise<SearchFacet[]> {
  const asked = [...new Set(dimensions ?? Object.values(SearchDimension))];
  const counts = await countsOf(sight, answer, asked);
  return asked.map((dimension) => ({ dimension, isExact: !answer.isBroad, values: counts[dimension] ?? [] }));
}
