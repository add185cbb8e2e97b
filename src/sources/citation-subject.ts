import type { EntityManager } from 'typeorm';
import { Rejected } from '../common/errors.js';
import { parseGlobalId } from '../common/read/global-id.js';
import type { Reader } from '../common/read/reader.js';

/** The field of a record that a document speaks of. */
export interface CitedField {
  subjectType: string;
  subjectId: string;
  field: string;
}

/** What documents state of an event without its being a column of its own. */
const FACTS_OF_EVENTS = [
  'awards',
  'closedBy',
  'onsiteDelegates',
  'openedBy',
  'participantUnits',
  'participation',
  'presentations',
  'presentingUnits',
];

/** What can be cited, by type, and which facts beside its columns. */
const CITABLE: ReadonlyMap<string, readonly string[]> = new Map([
  ['Event', FACTS_OF_EVENTS],
  ['Session', []],
  ['Appearance', []],
  ['Statement', []],
  ['Participation', []],
  ['Presentation', []],
  ['AwardCategory', []],
  ['Award', []],
  ['Person', []],
]);

/** Kept by the system itself: no document speaks of them. */
const BOOKKEEPING = new Set(['id', 'version', 'createdAt', 'updatedAt']);

/** The field that an input names. Rejects a record that is not there or cannot be cited, and a field it does not have. */
export async function citedField(
  tx: EntityManager,
  reader: Reader,
  input: { subject: string; field: string },
): Promise<CitedField> {
  const parsed = parseGlobalId(input.subject);
  const derived = parsed && CITABLE.get(parsed.typeName);
  if (!parsed || !derived) throw notFound([...CITABLE.keys()].join(', '), input.subject);
  const { typeName: subjectType, key: subjectId } = parsed;
  const { model } = reader.tables.named(subjectType);
  if (!(await tx.existsBy(model.entity, { id: subjectId }))) throw notFound(subjectType, input.subject);
  const allowed = [...reader.storedFields(subjectType).filter((name) => !BOOKKEEPING.has(name)), ...derived];
  if (!allowed.includes(input.field))
    throw Rejected.because('UNKNOWN_FIELD', 'field', {
      field: input.field,
      subject: subjectType,
      allowed: allowed.join(', '),
    });
  return { subjectType, subjectId, field: input.field };
}

const notFound = (what: string, key: string): Rejected => Rejected.because('NOT_FOUND', 'subject', { what, key });
