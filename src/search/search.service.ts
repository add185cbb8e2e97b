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
import type { StateOfData } from '../database/answer-memory.js';
import { answerTo, type Answer, type Page, type Placed } from './asking/answers.js';
import { cursorOf, readCursor } from './asking/cursors.js';
import { EXACT_LIMIT } from './asking/finds.js';
import { hitsOf } from './asking/hits.js';
import { parse } from './asking/parse.js';
import { questionOf, stemsOf, typedPrefix, type Question } from './asking/question.js';
import { Sight } from './asking/sight.js';
import { Suggestions } from './asking/suggestions.js';
import { Vocabulary } from './asking/vocabulary.js';
import { SearchDimension, SearchRanking, type SearchType } from './search.enums.js';
import type { SearchFacet } from './search.types.js';
import { selectedDimensions } from './selected-dimensions.js';

export interface SearchArguments {
  query: string;
  types?: SearchType[] | null;
  first?: number | null;
  after?: string | null;
  ranking?: SearchRanking | null;
}

/** Suggestions are made where so few hits were found; or many others, without the word that nobody wrote. */
const FEW_HITS = 3;
const MOST_SUGGESTIONS = 3;
/** Each may be named more than once. */
const MOST_TYPES = 20;
const ONLY_COUNTED: Page = { by: SearchRanking.RECENCY, after: null, size: 0, dimensions: [] };

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
    const types = args.types ?? null;
    if (types && types.length > MOST_TYPES)
      throw graphqlError('BAD_USER_INPUT', `types: at most ${MOST_TYPES} / paling banyak ${MOST_TYPES}.`);
    const { question, state } = await this.questionOf(args.query);
    const sight = this.sightOf(info, actor, types, state);
    const answer = await answerTo(sight, question, { by: ranking, after, size, dimensions: selectedDimensions(info) });
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
      countBy: (dimensions: SearchDimension[] | null) => facetsOf(answer, dimensions),
    };
  }

  private sightOf(info: GraphQLResolveInfo, actor: Actor, types: SearchType[] | null, state: StateOfData): Sight {
    const definition = info.parentType.getFields()[info.fieldName]!;
    const variables = info.variableValues;
    const args = new FieldArguments(definition, info.fieldNodes[0]!, variables);
    return new Sight(this.dataSource, this.reader.tables, actor, { args, variables, types, state });
  }

  private async questionOf(query: string): Promise<{ question: Question; state: StateOfData }> {
    const parsed = parse(query);
    const known = await this.vocabulary.lookUp(stemsOf(parsed), typedPrefix(parsed));
    return { question: questionOf(parsed, known), state: known.state };
  }

  /** Whole questions with slips of the pen mended, each of which finds something for whoever asks. */
  private async suggest(sight: Sight, { count, isRelaxed }: Answer, query: string): Promise<string[]> {
    if (count >= FEW_HITS && !isRelaxed) return [];
    const { terms } = parse(query);
    const words = [...new Set(terms.flatMap((term) => term.words.map(({ text }) => text)))];
    const suggested: string[] = [];
    for (const mended of mend(query, await this.suggestions.forWords(words))) {
      const { question } = await this.questionOf(`${mended} `);
      const { count } = await answerTo(sight, question, ONLY_COUNTED);
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

function facetsOf({ counts, isBroad }: Answer, dimensions: readonly SearchDimension[] | null): SearchFacet[] {
  const asked = [...new Set(dimensions ?? Object.values(SearchDimension))];
  return asked.map((dimension) => ({ dimension, isExact: !isBroad, values: counts[dimension] ?? [] }));
}
