import { ExperienceKind, ExperienceStatus, Remedy } from '../../experiences/experience.enums.js';
import { Instrument, RecommendationStatus } from '../../recommendations/recommendation.enums.js';
import { Accountability } from './accountability.js';
import { readCorpus, type Pair } from './corpus.js';
import { dueDate, occurredOn, reportedAt } from './dates.js';
import {
  HARD_TO_REACH,
  KINDS,
  MOVED_TO_PILKADA,
  OBSTACLE_COUNTS,
  priorityOf,
  RECOMMENDATION_STATUSES,
  REGULATED,
  REGULATED_OTHERWISE,
  RISK,
  RISK_SPREAD,
  SECOND_RECOMMENDATION,
  STAGE_WEIGHTS,
  STATUSES,
} from './distributions.js';
import { readPhrases } from './phrases.js';
import { entryOf, Random, Weighted } from './random.js';
import type { Reference, Unit } from './reference.js';
import { codeOf, numberOf, type DemoExperience, type DemoObstacle, type DemoRecommendation } from './rows.js';
import { isPractice, Texts, type Subject } from './texts.js';
import { isHardToReach, Units } from './units.js';

/*
 * Demonstration rows, made rather than collected. What no reader should doubt:
 *
 * - Row i depends on (seed, i) and the reference data only, never on other rows: the first 133 rows of ten thousand are
 *   the 133 rows of a small demonstration, and growing inserts the missing ones alone.
 * - Rows 1–133 are the corpus as written, one pair each: published obstacles in their own stage.
 * - Row i > 133 draws, in this order: main pair (by stage, then 1/√position within the stage) – regional elections or
 *   not – kind – further obstacles of the same stage – status – unit (of the pair's area, by the unit's own weight) –
 *   date within the stage, report 2–45 days later – risk by cause and terrain – sentences – recommendations – what became of them.
 * - No person is named, no place in a text, no number that could be taken for a result. The unit of a row is drawn by
 *   chance: nothing here says anything about the real unit. `isDemo` and the code DEMO-… mark every row.
 *
 * The weights are in distributions.ts, areas and units in units.ts, dates in dates.ts; README.md says why.
 */

/** A remedy a unit can apply by itself, hence one it can report as its own practice. */
const OWN_REMEDIES: Remedy[] = [Remedy.SOP, Remedy.TRAINING, Remedy.LOGISTICS, Remedy.ORGANISATION];
const OWN_INSTRUMENTS: Instrument[] = [Instrument.NONE, Instrument.SOP];

export class DemoGenerator {
  private readonly corpus = readCorpus();
  private readonly texts = new Texts(readPhrases());
  private readonly units: Units;
  private readonly accountability: Accountability;
  private readonly mainPairs: Weighted<Pair>;
  private readonly companions = new Map<string, Weighted<Pair>>();

  constructor(
    private readonly seed: number,
    private readonly reference: Reference,
  ) {
    this.units = new Units(seed, reference.units);
    this.accountability = new Accountability(reference);
    this.mainPairs = new Weighted(weighed(this.corpus));
  }

  /** The experience of a row, counted from 1. */
  experience(index: number): DemoExperience {
    const random = new Random(this.seed, index);
    const written = this.corpus[index - 1];
    const isCorpus = written !== undefined;
    const main = written ?? this.mainPairs.pick(random);
    const inPilkada = !isCorpus && isMoved(main, random);
    const stage = inPilkada ? main.pilkada : main.stage;
    const kind = isCorpus ? ExperienceKind.OBSTACLE : kindOf(main, random);
    const others = isCorpus ? [] : this.further(main, stage, random);
    const subject: Subject = { kind, main, others, inPilkada };
    const pairs = [main, ...others];
    const drawn = isCorpus ? ExperienceStatus.PUBLISHED : STATUSES.pick(random);
    const unit = this.units.pick(main.place, random);
    const status = statusOf(drawn, unit);
    const date = occurredOn(main, stage, (stage && this.reference.stageDates.get(stage)) || null, random);
    const reported = reportedAt(date, random);
    const obstacles = pairs.map((pair) => this.obstacle(pair, unit, isCorpus ? null : inPilkada, random));
    const riskScore = Math.max(...obstacles.map(({ likelihood, impact }) => likelihood * impact));
    return {
      code: codeOf(index),
      kind,
      status,
      stage,
      topic: main.topic,
      satkerId: unit.id,
      ...this.narrative(subject, isCorpus, status, random),
      occurredOn: date,
      reportedAt: reported,
      severity: Math.max(...obstacles.map(({ impact }) => impact)),
      riskScore,
      obstacles,
      recommendations: this.recommendations(index, pairs, { isCorpus, status, reported, riskScore }, random).map(
        (proposed) => ({ ...proposed, became: this.accountability.of(proposed, unit, reported, random) }),
      ),
    };
  }

  private narrative(subject: Subject, isCorpus: boolean, status: ExperienceStatus, random: Random) {
    const { main } = subject;
    const isDraft = status === ExperienceStatus.DRAFT;
    return {
      title: isCorpus ? main.obstacle : this.texts.title(subject, random),
      happened: isCorpus ? `${main.obstacle}.` : this.texts.happened(subject, random),
      expected: this.texts.expected(main.cause, random),
      actionTaken: isDraft && random.chance(0.5) ? null : this.texts.actionTaken(subject, random),
      // A draft is seldom finished.
      result: isDraft && random.chance(0.8) ? null : this.texts.result(subject, random),
    };
  }

  /** `inPilkada` null: the corpus's own words. */
  private obstacle(pair: Pair, unit: Unit, inPilkada: boolean | null, random: Random): DemoObstacle {
    const [likelihood, impact] = entryOf(RISK, pair.cause);
    const [moreLikely, graver] = (isHardToReach(unit) && HARD_TO_REACH[pair.cause]) || [0, 0];
    return {
      text: inPilkada === null ? pair.obstacle : this.texts.obstacle(pair, inPilkada, random),
      cause: pair.cause,
      likelihood: grade(likelihood + moreLikely, random),
      impact: grade(impact + graver, random),
      regulated: (REGULATED[pair.cause] ?? REGULATED_OTHERWISE).pick(random),
    };
  }

  private recommendations(
    index: number,
    pairs: readonly Pair[],
    about: { isCorpus: boolean; status: ExperienceStatus; reported: string; riskScore: number },
    random: Random,
  ): Omit<DemoRecommendation, 'became'>[] {
    const count = pairs.length > 1 && random.chance(SECOND_RECOMMENDATION) ? 2 : 1;
    return pairs.slice(0, count).map((pair, place) => {
      const isPublished = about.status === ExperienceStatus.PUBLISHED;
      const status = isPublished ? RECOMMENDATION_STATUSES.pick(random) : RecommendationStatus.PROPOSED;
      return {
        number: `DEMO-R-${numberOf(index)}${place === 0 ? '' : `-${place + 1}`}`,
        text: about.isCorpus ? pair.recommendation : this.texts.recommendation(pair, random),
        status,
        remedy: pair.remedy,
        instrument: pair.instrument,
        priority: priorityOf(about.riskScore),
        dueDate: UNPLANNED.has(status) ? null : dueDate(about.reported, OPEN.has(status), random),
        // Its own obstacle, and those that have the same cause.
        addresses: pairs.flatMap((other, at) => (at === place || other.cause === pair.cause ? [at] : [])),
      };
    });
  }

  /** Up to two further obstacles of the same stage; the main one's topic is four times as likely. */
  private further(main: Pair, stage: string | null, random: Random): Pair[] {
    const others = OBSTACLE_COUNTS.pick(random) - 1;
    const candidates = this.companionsOf(main, stage);
    const found: Pair[] = [];
    for (let i = 0; i < others && candidates.size > 0; i++) {
      const pair = candidates.pick(random);
      if (!found.includes(pair)) found.push(pair);
    }
    return found;
  }

  private companionsOf(main: Pair, stage: string | null): Weighted<Pair> {
    const key = `${main.id} ${stage}`;
    let companions = this.companions.get(key);
    if (!companions) {
      companions = new Weighted(this.corpus.map((pair) => [pair, companionWeight(main, stage, pair)] as const));
      this.companions.set(key, companions);
    }
    return companions;
  }
}

/** Pairs by their stage's weight, shared out within the stage in proportion to 1/√position. */
function weighed(corpus: readonly Pair[]): [Pair, number][] {
  return Object.entries(STAGE_WEIGHTS).flatMap(([stage, weight]) => {
    const pairs = corpus.filter((pair) => (pair.stage ?? '') === stage);
    const shares = pairs.map((_, at) => 1 / Math.sqrt(at + 1));
    const sum = shares.reduce((total, share) => total + share, 0);
    return pairs.map((pair, at): [Pair, number] => [pair, (weight * shares[at]!) / sum]);
  });
}

/** Statuses without a plan to keep. */
const UNPLANNED: ReadonlySet<RecommendationStatus> = new Set([
  RecommendationStatus.PROPOSED,
  RecommendationStatus.DEFERRED,
  RecommendationStatus.REJECTED,
]);

/** Statuses in which somebody is still to carry the plan out. */
const OPEN: ReadonlySet<RecommendationStatus> = new Set([
  RecommendationStatus.ACCEPTED,
  RecommendationStatus.IN_PROGRESS,
]);

const isMoved = (pair: Pair, random: Random): boolean =>
  pair.pilkada !== null && (pair.onlyPilkada || random.chance(MOVED_TO_PILKADA));

function kindOf(pair: Pair, random: Random): ExperienceKind {
  const kind = KINDS.pick(random);
  const isOwn = OWN_REMEDIES.includes(pair.remedy) && OWN_INSTRUMENTS.includes(pair.instrument);
  return isPractice(kind) && !isOwn ? ExperienceKind.OBSTACLE : kind;
}

/** No province reviews a provincial unit's report: it goes to the centre. */
const statusOf = (drawn: ExperienceStatus, unit: Unit): ExperienceStatus =>
  drawn === ExperienceStatus.PROVINCE_REVIEW && unit.level === 'PROVINCE' ? ExperienceStatus.CENTRAL_REVIEW : drawn;

function companionWeight(main: Pair, stage: string | null, pair: Pair): number {
  const isThere = (stage !== null && stage === pair.pilkada) || (stage === pair.stage && !pair.onlyPilkada);
  if (pair === main || !isThere) return 0;
  if (pair.place !== 'ANY' && pair.place !== main.place) return 0;
  if (pair.topic === main.topic) return 4;
  // What spans several stages has little in common but its topic.
  return stage === null ? 0 : 1;
}

/** 1–5 around a mean. */
function grade(mean: number, random: Random): number {
  const spread = (random.next() + random.next() + random.next() - 1.5) * RISK_SPREAD;
  return Math.min(5, Math.max(1, Math.round(mean + spread)));
}
