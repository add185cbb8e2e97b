import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/access.js';
import { Reader } from '../common/read/reader.js';
import type { StateOfData } from '../database/answer-memory.js';
import type { Experience } from '../experiences/experience.entity.js';
import { stemsOf } from '../stemming/words.js';
import { rankedSome } from './asking/finds.js';
import type { Find } from './asking/order.js';
import { mostOf } from './asking/queries.js';
import type { Question, Wish } from './asking/question.js';
import { Sight } from './asking/sight.js';
import { Vocabulary, type Known } from './asking/vocabulary.js';
import { quoted } from './documents/lexemes.js';
import { SearchType } from './search.enums.js';

/** The words that tell most of an experience are looked for. */
const WORDS = 10;
/** As many of them another experience has to share at least, if anything does. */
const SHARED = [3, 2, 1];
/** Choosing among more of them takes longer than it helps. */
const COMBINED = 8;

/** As the read engine hands columns over: a key comes as a number. */
export interface OwnTexts extends Pick<Experience, 'title' | 'happened' | 'actionTaken'> {
  id: string | number;
}

/** Finds experiences that tell of the same, by what one of them says now. */
@Injectable()
export class SimilarExperiences {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Keys of experiences that the actor may see, the most similar first, the experience itself left out. */
  async of(own: OwnTexts, actor: Actor, size: number): Promise<string[]> {
    const { question, state } = await this.questionFrom(own);
    const range = { types: [SearchType.EXPERIENCE], state };
    const sight = new Sight(this.dataSource, this.reader.tables, actor, range);
    // One more: the experience finds itself.
    const finds = await this.candidates(sight, question, size + 1);
    return finds
      .map(({ subjectId }) => subjectId)
      .filter((id) => id !== String(own.id))
      .slice(0, size);
  }

  private async questionFrom(own: OwnTexts): Promise<{ question: Question; state: StateOfData }> {
    const rows = await this.dataSource.query<{ text: string }[]>(
      'select text from obstacles where experience_id = $1 order by ordinal, id',
      [own.id],
    );
    // What is said first, and twice, is what it is about.
    const told = [own.title, own.title, ...rows.map(({ text }) => text), own.happened, own.actionTaken];
    const counts = new Map<string, number>();
    for (const text of told) for (const stem of stemsOf(text ?? '')) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const known = await this.vocabulary.lookUp([...counts.keys()], null);
    const wishes = [...counts]
      .map(([stem, count]) => wishFor(stem, count, known))
      .toSorted((one, other) => other.telling - one.telling)
      .slice(0, WORDS);
    const { totalDocuments, state } = known;
    const question = { wishes, excluded: [], name: quoted('='), totalDocuments, phrase: null, isPlain: true };
    return { question, state };
  }

  /** What shares many words is enough; only where nothing does, fewer will do. The experience itself always does. */
  private async candidates(sight: Sight, question: Question, size: number): Promise<Find[]> {
    let finds: Find[] = [];
    for (const count of SHARED) {
      if (question.wishes.length < count) continue;
      finds = await rankedSome(sight, mostOf(question, [], question.wishes.slice(0, COMBINED), count), question, size);
      if (finds.length > 1) return finds;
    }
    return finds;
  }
}

function wishFor(stem: string, count: number, known: Known): Wish {
  const documents = known.documents.get(stem) ?? 0;
  const rarity = Math.log(1 + known.totalDocuments / (documents + 1));
  const telling = documents === 0 ? 0 : rarity * Math.sqrt(count);
  const query = quoted(stem);
  return { query, ways: [query], inTitle: null, forms: [], prefix: null, isFirm: false, documents, titles: 0, telling };
}
