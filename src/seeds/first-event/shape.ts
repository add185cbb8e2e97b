import type { AppearanceRole, EventKind, EventMode, EventStatus, SessionKind } from '../../events/event.enums.js';
import type { ConflictStatus } from '../../sources/conflict.entity.js';
import type { SourceKind } from '../../sources/source.entity.js';

/** The documents, by the short names the data files use for them. */
export type SourceKey = 'makassar' | 'prabumulih' | 'bantul' | 'bali' | 'baliClosing' | 'baliKarangasem';

export interface SourceFacts {
  slug: string;
  kind: SourceKind;
  publisher: string;
  title: string;
  publishedOn: string | null;
  url: string | null;
}

/** What one document says of one field; the note is in our words, never the document's. */
export interface Claim {
  source: SourceKey;
  value: string;
  note?: string;
  locator?: string;
  /** Per cent; below 100 where the value is reckoned or read from a hint. */
  confidence?: number;
}

/** Field → what each document says of it. */
export type Claims = Readonly<Record<string, readonly Claim[]>>;

export interface ConflictFacts {
  field: string;
  status: ConflictStatus;
  /** The document whose claim was chosen; none while open. */
  chosen?: SourceKey;
  curatedValue?: string;
  reason: string;
}

export interface EventFacts {
  slug: string;
  kind: EventKind;
  title: string;
  theme: string;
  startDate: string;
  endDate: string;
  mode: EventMode;
  venue: string;
  status: EventStatus;
  /** Code of the satker. */
  organiser: string;
  cycles: readonly string[];
}

export interface SessionFacts {
  kind: SessionKind;
  title: string;
  startsAt: Date | null;
  claims: Claims;
}

export interface PersonFacts {
  slug: string;
  name: string;
  aliases: readonly string[];
  /** How each document spells the name. */
  spellings: readonly Claim[];
  conflict?: ConflictFacts;
}

export interface StatementFacts {
  gist: string;
  said: readonly { source: SourceKey; note?: string; locator?: string }[];
}

export interface AppearanceFacts {
  /** Slug of the person. */
  person: string;
  role: AppearanceRole;
  position: string;
  satker: string;
  session?: SessionKind;
  seen: readonly { source: SourceKey; note: string; locator?: string }[];
  statements?: readonly StatementFacts[];
}

/** A satker that a document names, in a participation or a presentation. */
export interface NamedSatker {
  satker: string;
  claim: Omit<Claim, 'value'>;
}
