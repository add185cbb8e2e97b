import type { EntityManager } from 'typeorm';
import { Citation } from '../../sources/citation.entity.js';
import { Conflict, ConflictStatus } from '../../sources/conflict.entity.js';
import type { Claim, Claims, ConflictFacts, SourceKey } from './shape.js';

export interface Subject {
  subjectType:
    'Event' | 'Session' | 'Person' | 'Appearance' | 'Statement' | 'Participation' | 'Presentation' | 'AwardCategory';
  subjectId: string;
}

type Cited = Subject & { field: string; claim: Claim };
type Disputed = Subject & { facts: ConflictFacts };

/** Gathers who says what while the records are made, and writes it all in two statements at the end. */
export class Provenance {
  private readonly cited: Cited[] = [];
  private readonly disputed: Disputed[] = [];

  constructor(private readonly sourceIds: Readonly<Record<SourceKey, string>>) {}

  cite(subject: Subject, claims: Claims): void {
    for (const [field, said] of Object.entries(claims)) {
      this.cited.push(...said.map((claim) => ({ ...subject, field, claim })));
    }
  }

  dispute(subject: Subject, conflicts: readonly ConflictFacts[]): void {
    this.disputed.push(...conflicts.map((facts) => ({ ...subject, facts })));
  }

  async write(manager: EntityManager): Promise<void> {
    const citations = this.cited.map(({ subjectType, subjectId, field, claim }) => ({
      subjectType,
      subjectId,
      field,
      value: claim.value,
      note: claim.note ?? null,
      locator: claim.locator ?? null,
      confidence: claim.confidence ?? 100,
      source: { id: this.sourceIds[claim.source] },
    }));
    const { identifiers } = await manager.insert(Citation, citations);
    const ids = identifiers.map(({ id }) => String(id));
    await manager.insert(
      Conflict,
      this.disputed.map((conflict) => this.conflictRow(conflict, ids)),
    );
  }

  private conflictRow({ subjectType, subjectId, facts }: Disputed, citationIds: readonly string[]) {
    const chosen = this.cited.findIndex(
      (cited) =>
        cited.subjectType === subjectType &&
        cited.subjectId === subjectId &&
        cited.field === facts.field &&
        cited.claim.source === facts.chosen,
    );
    return {
      subjectType,
      subjectId,
      field: facts.field,
      status: facts.status,
      chosen: chosen < 0 ? null : { id: citationIds[chosen] },
      curatedValue: facts.curatedValue ?? null,
      reason: facts.reason,
      resolvedAt: facts.status === ConflictStatus.RESOLVED ? new Date() : null,
    };
  }
}
