import { isSame, likenessOf, tellingStems, type Described, type Likeness } from './similarity.js';

/** What obstacles are compared with to join a pattern: the one that founded it. */
export interface Leader extends Described {
  readonly patternId: string;
  /** Demonstration data and real reports never meet in a pattern. */
  readonly isDemo: boolean;
}

export type Match = Likeness & { readonly leader: Leader };

/** Finds the most similar leader by the stems that it shares with an obstacle, without a look at all of them. */
export class Leaders {
  private readonly byStem = new Map<string, Leader[]>();
  private readonly all: Leader[] = [];

  get count(): number {
    return this.all.length;
  }

  add(leader: Leader): void {
    this.all.push(leader);
    for (const stem of leader.stems) {
      const known = this.byStem.get(stem);
      if (known) known.push(leader);
      else this.byStem.set(stem, [leader]);
    }
  }

  /** The leader that an obstacle is the same as; of equally similar ones the older. Null where it is like none. */
  match(obstacle: Described & { isDemo: boolean }): Match | null {
    const candidates = new Set(tellingStems(obstacle.stems).flatMap((stem) => this.byStem.get(stem) ?? []));
    return best(obstacle, [...candidates]);
  }

  /** As `match`, among those that were added after the first `count`. */
  matchAmongNew(obstacle: Described & { isDemo: boolean }, count: number): Match | null {
    return best(obstacle, this.all.slice(count));
  }
}

function best(obstacle: Described & { isDemo: boolean }, candidates: readonly Leader[]): Match | null {
  let found: Match | null = null;
  for (const leader of candidates) {
    if (leader.isDemo !== obstacle.isDemo) continue;
    const likeness = likenessOf(obstacle, leader);
    if (!isSame(obstacle, leader, likeness.similarity)) continue;
    if (!found || isBetter(likeness.similarity, leader, found)) found = { ...likeness, leader };
  }
  return found;
}

const isBetter = (similarity: number, leader: Leader, than: Match): boolean =>
  similarity > than.similarity ||
  (similarity === than.similarity && Number(leader.patternId) < Number(than.leader.patternId));
