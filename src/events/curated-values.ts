import { Rejected } from '../common/errors.js';
import { isCalendarDate } from '../common/scalars.js';
import type { Person } from '../people/person.entity.js';
import { MAX_NAME } from '../people/person.inputs.js';
import { renamed } from '../people/person.names.js';
import type { Event } from './event.entity.js';
import { EventMode } from './event.enums.js';
import { MAX_TITLE } from './event.inputs.js';

/** Says what would fit, or null when the value does. */
type Fit = (value: string, event: Event) => string | null;

const upTo =
  (max: number): Fit =>
  (value) =>
    value.length <= max ? null : `≤ ${max} karakter / characters`;

const day = (value: string): string | null => (isCalendarDate(value) ? null : 'YYYY-MM-DD');

/** Fields of an event that show the value an analyst chose; of all others only the conflict shows it. */
const EVENT_FIELDS = new Map<string, Fit>([
  ['title', upTo(MAX_TITLE)],
  ['theme', upTo(MAX_TITLE)],
  ['venue', upTo(MAX_TITLE)],
  [
    'mode',
    (value) => ((Object.values(EventMode) as string[]).includes(value) ? null : Object.keys(EventMode).join(', ')),
  ],
  // Dates are ISO text, so their order is that of the text.
  ['startDate', (value, { endDate }) => day(value) ?? (endDate && value > endDate ? `≤ endDate ${endDate}` : null)],
  ['endDate', (value, { startDate }) => day(value) ?? (value < startDate ? `≥ startDate ${startDate}` : null)],
]);

/** What a curated value changes of an event. Rejects a value that its column cannot hold. */
export function curatedEvent(event: Event, field: string, value: string): Partial<Record<keyof Event, string>> {
  const fit = EVENT_FIELDS.get(field);
  if (!fit) return {};
  refuseUnfit(field, value, fit(value, event));
  return { [field]: value };
}

/** What a curated value changes of a person. */
export function curatedPerson(person: Person, field: string, value: string): Partial<Person> {
  if (field !== 'name') return {};
  refuseUnfit(field, value, value.length <= MAX_NAME ? null : `≤ ${MAX_NAME} karakter / characters`);
  return renamed(person, value);
}

function refuseUnfit(field: string, value: string, allowed: string | null): void {
  if (allowed) throw Rejected.because('UNFIT_VALUE', 'citation', { value, field, allowed });
}
