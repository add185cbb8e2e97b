import type { Random } from '../read/random.js';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { not: value };
  return value;
};

/** Text that has broken something somewhere. */
export const ODD_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '👩‍👩‍👧‍👦',
  'İıſß',
  '\u202eabc',
  '\ufeff',
  "'; drop table satkers; --",
  '" or 1=1',
  '%',
  '_%\\',
  '\\',
  '$1',
  '${7*7}',
  '{{7*7}}',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  'x'.repeat(5_000),
  'é'.repeat(2_000),
  'null',
  'NaN',
  '73',
  '73.71',
  'PEMILU-09',
  'rakornas-berbagi-pengalaman-2025',
  '2025-02-30',
  '0000-00-00',
  '99999-12-31',
  '2025-07-30',
  '2025-07-30T13:00:00+08:00',
  '2025-07-30T25:61:61Z',
  '-infinity',
  'now()',
  '9223372036854775808',
  '__proto__',
  'constructor',
  // Ids and cursors: ours, somebody else's, and nearly ours.
  base64('Satker:1'),
  base64('Satker:0'),
  base64('Satker:99999999999999999999'),
  base64('Event:-1'),
  base64('Nothing:1'),
  base64('User:1'),
  base64('constructor:1'),
  base64('["code+,id+","73","1"]'),
  base64('["code+,id+","73","one"]'),
  base64('["code+,id+",null,null]'),
  base64('["code+,id+","\\u0000","1"]'),
  base64('["code+,id+","73","99999999999999999999"]'),
  base64('["reported_at-,id-","yesterday","1"]'),
  base64('["reported_at-,id-","2025-01-01","1"]'),
  base64('[[[[]]]]'),
  base64('{'),
  'AAAA',
];

export const ODD_NUMBERS: readonly number[] = [
  0,
  -1,
  1,
  5,
  100,
  101,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  1e21,
  1e308,
  0.5,
  Number.MAX_SAFE_INTEGER,
];

/** Any JSON value, of any type or none that was asked for. */
export function oddValue(random: Random): unknown {
  switch (random.below(9)) {
    case 0:
      return null;
    case 1:
      return random.chance(50);
    case 2:
    case 3:
      return random.pick(ODD_NUMBERS);
    case 4:
      return random.chance(80) ? [oddValue(random)] : Array(random.pick([0, 3, 501])).fill(random.pick(ODD_TEXTS));
    case 5:
      return { [random.pick(['eq', 'in', 'not', 'and', 'under', 'constructor', ''])]: random.pick(ODD_TEXTS) };
    case 6:
      return random.chance(10) ? nested(random.pick([5, 60, 3_000])) : {};
    default:
      return random.pick(ODD_TEXTS);
  }
}

/** The same as GraphQL would write it in a document; sometimes as nobody would. */
export function oddLiteral(random: Random): string {
  const value = oddValue(random);
  if (random.chance(5)) return random.pick(['$undeclared', '1e', '-', '"""', '"', 'DESC', '01', '1.', '{', '[', '@a']);
  const written = (one: unknown): string =>
    Array.isArray(one)
      ? `[${one.map(written).join(', ')}]`
      : one !== null && typeof one === 'object'
        ? `{ ${Object.entries(one)
            .map(([key, inner]) => `${key || 'eq'}: ${written(inner)}`)
            .join(', ')} }`
        : JSON.stringify(one);
  return JSON.stringify(value).length > 6_000 ? 'null' : written(value);
}
