/** Answers get lost on bad lines: this long a client may say the same again, if what it was given was not used. */
export const GRACE_SECONDS = 30;
/** An answer is not missed so soon: this is a second request that was sent at the same time. */
export const TOGETHER_SECONDS = 1;

/** What is known of a refresh token that somebody presents. */
export interface Presented {
  readonly isExpired: boolean;
  /** The account may sign in, and its sessions were not ended since. */
  readonly isOpen: boolean;
  readonly isRevoked: boolean;
  /** Null: it was not used yet. Below zero: it was used while this request waited. */
  readonly secondsSinceUse: number | null;
  readonly isSuccessorUsed: boolean;
}

/**
 * ROTATE: a successor, and this one is used. REPLACE: another successor instead of one that got lost. WAIT: the winner of
 * two simultaneous requests goes on, the other one is told to come back. REVOKE: somebody has a copy; the family ends.
 */
export type Verdict = 'ROTATE' | 'REPLACE' | 'WAIT' | 'REFUSE' | 'REVOKE';

export function judge({ isExpired, isOpen, isRevoked, secondsSinceUse, isSuccessorUsed }: Presented): Verdict {
  if (isExpired || !isOpen) return 'REFUSE';
  if (isRevoked || isSuccessorUsed) return 'REVOKE';
  if (secondsSinceUse === null) return 'ROTATE';
  if (secondsSinceUse < TOGETHER_SECONDS) return 'WAIT';
  return secondsSinceUse <= GRACE_SECONDS ? 'REPLACE' : 'REVOKE';
}
