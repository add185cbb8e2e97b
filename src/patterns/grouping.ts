import { Leaders, type Leader } from './leaders.js';
import type { PublishedObstacle } from './published-obstacles.js';
import { describedBy } from './similarity.js';

/** Which pattern an obstacle joined, and why. */
export interface Membership {
  readonly obstacle: PublishedObstacle;
  readonly patternId: string;
  readonly similarity: number;
  readonly shared: readonly string[];
}

/** A pattern that an obstacle founded. */
export interface Founding {
  readonly obstacle: PublishedObstacle;
  readonly patternId: string;
  readonly stems: readonly string[];
}

type Kind = string;
type Known = { readonly match: Omit<Membership, 'obstacle'> | null; readonly leaders: number };

const MAX_REMEMBERED = 100_000;

/**
 * Puts obstacles into patterns, one after the other: each joins the pattern whose leader is the most similar, if it is the
 * same obstacle, or founds one.
 */
export class Grouping {
  readonly foundings: Founding[] = [];
  /** Many units write the same sentence. What it was compared with once, it need not be again. */
  private readonly known = new Map<Kind, Known>();

  constructor(
    readonly leaders: Leaders,
    /** The key of the pattern that an obstacle founds. */
    private readonly keyFor: (obstacle: PublishedObstacle) => string,
  ) {}

  /** Null for a text without words to compare. */
  place(obstacle: PublishedObstacle): Membership | null {
    const { text, causeId, topicId, isDemo } = obstacle;
    const kind: Kind = `${isDemo} ${causeId} ${topicId} ${text}`;
    const before = this.known.get(kind);
    const match = before && before.leaders === this.leaders.count ? before.match : this.matchOf(obstacle, before);
    if (this.known.size >= MAX_REMEMBERED) this.known.clear();
    this.known.set(kind, { match, leaders: this.leaders.count });
    return match && { obstacle, ...match };
  }

  private matchOf(obstacle: PublishedObstacle, before: Known | undefined): Known['match'] {
    const stems = describedBy(obstacle.text);
    if (stems.length === 0) return null;
    const described = { ...obstacle, stems };
    const found = before ? this.leaders.matchAmongNew(described, before.leaders) : this.leaders.match(described);
    if (found && found.similarity > (before?.match?.similarity ?? 0)) {
      const { leader, similarity, shared } = found;
      return { patternId: leader.patternId, similarity, shared };
    }
    return before?.match ?? this.found(obstacle, stems);
  }

  private found(obstacle: PublishedObstacle, stems: readonly string[]): Known['match'] {
    const { causeId, topicId, isDemo } = obstacle;
    const leader: Leader = { patternId: this.keyFor(obstacle), stems, causeId, topicId, isDemo };
    this.leaders.add(leader);
    this.foundings.push({ obstacle, patternId: leader.patternId, stems });
    return { patternId: leader.patternId, similarity: 1, shared: stems };
  }
}
