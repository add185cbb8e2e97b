import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** True for a day that the calendar has, written YYYY-MM-DD. */
export function isCalendarDate(value: unknown): value is string {
  const parts = typeof value === 'string' ? DATE.exec(value) : null;
  if (!parts) return false;
  const day = new Date(`${value as string}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value as string);
}

function parseDate(value: unknown): string {
  if (isCalendarDate(value)) return value;
  throw new GraphQLError('Date must be a day of the calendar written as "YYYY-MM-DD", for example "2025-07-30".');
}

function parseDateTime(value: unknown): string {
  if (typeof value === 'string' && DATE_TIME.test(value) && isCalendarDate(value.slice(0, 10))) {
    const instant = new Date(value);
    if (!Number.isNaN(instant.getTime())) return instant.toISOString();
  }
  throw new GraphQLError('DateTime must be ISO 8601 with a zone, for example "2025-07-30T13:00:00+08:00".');
}

/** A scalar that is a string on the wire and in TypeScript, checked on the way in. */
function stringScalar(name: string, description: string, parse: (value: unknown) => string): GraphQLScalarType<string> {
  return new GraphQLScalarType<string>({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const DateScalar = stringScalar('Date', 'Tanggal kalender, YYYY-MM-DD. / A calendar day.', parseDate);

/** Whatever JSON can say; for values that clients hand back as they got them. */
export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Nilai JSON apa pun, untuk dikirim kembali apa adanya. / Any JSON value, to be sent back as it is.',
});

export const DateTimeScalar = stringScalar(
  'DateTime',
  'Saat, ISO 8601 dalam UTC. / An instant, ISO 8601 in UTC.',
  parseDateTime,
);
