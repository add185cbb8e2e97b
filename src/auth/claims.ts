import type { Role } from '../common/access.js';

/** What a token says about its owner; ids are decimal strings of the primary keys. */
export interface Claims {
  readonly userId: string;
  readonly role: Role;
  readonly satkerId: string | null;
  readonly isDemo: boolean;
  /** The account's when the token was made: see EndedSessions. */
  readonly sessionEpoch: number;
}
