import { ExperienceKind } from '../../experiences/experience.enums.js';
import type { Pair } from './corpus.js';
import { OUTCOMES } from './distributions.js';
import type { Phrases } from './phrases.js';
import { entryOf, Weighted, type Random } from './random.js';

const TITLE_LENGTH = 120;
/** Causes met on the way or on the spot; the others are met at a desk. */
const FIELD_CAUSES = new Set(['GEOGRAPHY', 'LOGISTICS', 'INFRASTRUCTURE', 'SECURITY', 'HEALTH']);
/** Its second letter is a capital too, or it is a form's name such as "C-Pemberitahuan". */
const ACRONYM = /^[A-Z][^a-z]/;

/** What the sentences of one experience are made for. */
export interface Subject {
  kind: ExperienceKind;
  main: Pair;
  /** Further obstacles of the same stage. */
  others: readonly Pair[];
  inPilkada: boolean;
}

/** Composes an experience's sentences. Order and number of draws are part of the generator: changing them changes rows. */
export class Texts {
  private readonly records: Weighted<string>;
  private readonly fieldWords: Weighted<string>;
  private readonly officeWords: Weighted<string>;

  constructor(private readonly phrases: Phrases) {
    this.records = Weighted.zipf(phrases.happened.records, 1.1);
    this.fieldWords = Weighted.zipf(phrases.rare.fieldWords, 1.7);
    this.officeWords = Weighted.zipf(phrases.rare.officeWords, 1.7);
  }

  title({ kind, main, inPilkada }: Subject, random: Random): string {
    const { tails, nearMiss } = this.phrases.title;
    if (isPractice(kind)) return shorten(main.recommendation);
    const obstacle = worded(main.obstacle, inPilkada);
    if (kind === ExperienceKind.NEAR_MISS) return shorten(random.of(nearMiss) + lowered(obstacle));
    const title = random.chance(0.3) ? obstacle + random.of(tails) : obstacle;
    return title.length <= TITLE_LENGTH ? title : shorten(obstacle);
  }

  happened(subject: Subject, random: Random): string {
    const { knownFrom, effects } = this.phrases.happened;
    const sentences = [this.mainSentence(subject, random)];
    for (const pair of subject.others) sentences.push(this.further(pair, subject.inPilkada, random));
    if (subject.kind !== ExperienceKind.NEAR_MISS && !isPractice(subject.kind) && random.chance(0.6))
      sentences.push(random.of(effects));
    if (random.chance(0.5)) sentences.push(random.of(knownFrom).replace('{}', this.records.pick(random)));
    if (random.chance(0.03)) sentences.push(this.rare(subject.main.cause, random));
    return sentences.join(' ');
  }

  expected(cause: string, random: Random): string {
    const { openers, closers, byCause } = this.phrases.expected;
    const phrase = random.of(entryOf(byCause, cause));
    // A closing phrase would repeat what these say already.
    const isComplete = /,|sebelum|tersedia|tepat waktu/.test(phrase);
    const closer = random.chance(0.3) && !isComplete ? random.of(closers) : '';
    return `${random.of(openers)}${phrase}${closer}.`;
  }

  actionTaken({ main, others: [other] }: Subject, random: Random): string {
    const { subjects, connectors, byCause } = this.phrases.action;
    const first = random.of(entryOf(byCause, main.cause));
    const sentence = random.of(subjects) + first;
    if (random.chance(0.4)) return `${sentence}.`;
    // The second action answers the second obstacle where there is one.
    const second = random.of(entryOf(byCause, (other ?? main).cause));
    return second === first ? `${sentence}.` : `${sentence}${random.of(connectors)}${second}.`;
  }

  result({ kind }: Subject, random: Random): string {
    const { result } = this.phrases;
    const outcome = OUTCOMES.pick(random);
    const bank =
      kind === ExperienceKind.NEAR_MISS ? result.avoided : isPractice(kind) ? result.practice : result[outcome];
    const sentence = random.of(bank);
    return random.chance(0.4) ? `${sentence} ${random.of(result.followUps)}` : sentence;
  }

  obstacle(pair: Pair, inPilkada: boolean, random: Random): string {
    const text = worded(pair.obstacle, inPilkada);
    return random.chance(0.35) ? text + random.of(this.phrases.obstacleTails) : text;
  }

  recommendation(pair: Pair, random: Random): string {
    return random.chance(0.35)
      ? pair.recommendation + random.of(this.phrases.recommendationTails)
      : pair.recommendation;
  }

  private mainSentence({ kind, main, inPilkada }: Subject, random: Random): string {
    const leads = this.phrases.happened;
    const obstacle = lowered(worded(main.obstacle, inPilkada));
    if (isPractice(kind)) {
      const lead = kind === ExperienceKind.INNOVATION ? leads.innovationLeads : leads.practiceLeads;
      return `${random.of(lead)}${lowered(main.recommendation)}. ${random.of(leads.practiceWhy)}${obstacle}.`;
    }
    if (kind === ExperienceKind.NEAR_MISS) return `${random.of(leads.nearMissLeads)}${obstacle}.`;
    if (random.chance(0.25)) return `${worded(main.obstacle, inPilkada)}.`;
    return `${random.of(main.form === 'PHRASE' ? leads.phraseLeads : leads.clauseLeads)}${obstacle}.`;
  }

  private further(pair: Pair, inPilkada: boolean, random: Random): string {
    const { furtherClause, furtherPhrase } = this.phrases.happened;
    const lead = random.of(pair.form === 'PHRASE' ? furtherPhrase : furtherClause);
    return `${lead}${lowered(worded(pair.obstacle, inPilkada))}.`;
  }

  /** About one row in thirty has a word of a long tail, so that a search meets words of every frequency. */
  private rare(cause: string, random: Random): string {
    const { fieldSentences, officeSentences } = this.phrases.rare;
    return FIELD_CAUSES.has(cause)
      ? random.of(fieldSentences).replace('{}', this.fieldWords.pick(random))
      : random.of(officeSentences).replace('{}', this.officeWords.pick(random));
  }
}

export const isPractice = (kind: ExperienceKind): boolean =>
  kind === ExperienceKind.GOOD_PRACTICE || kind === ExperienceKind.INNOVATION;

/** Regional elections have pairs of candidates where Pemilu has contestants. */
const worded = (text: string, inPilkada: boolean): string =>
  inPilkada ? text.replace(/^Peserta pemilu\b/, 'Pasangan calon') : text;

/** The sentence as the continuation of another; an acronym keeps its capitals. */
const lowered = (text: string): string => (ACRONYM.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

/** At most 120 characters, whole words only. */
export function shorten(text: string): string {
  if (text.length <= TITLE_LENGTH) return text;
  const end = text.lastIndexOf(' ', TITLE_LENGTH - 1);
  return `${text.slice(0, end).replace(/[\s,;:–-]+$/, '')}…`;
}
