import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from '../read/random.js';
import { JSON_TYPE, type Asked } from './answers.js';
import { oddLiteral, oddValue, ODD_NUMBERS, ODD_TEXTS } from './fuzz.values.js';

export interface Operation {
  query: string;
  variables?: Record<string, unknown>;
}

const METHODS = ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'SEARCH', 'M-SEARCH'];
const PATHS = ['/graphql/', '/GRAPHQL', '//graphql', '/graphql/x', '/graphql%00', '/health/live', '/health/ready'];
PATHS.push('/playground', '/playground/assets/x.js', '/api/v1/export/obstacles', '/%', '/%ff', '/..%2f..%2fetc/passwd');
const TYPES = ['text/plain', 'application/xml', 'application/graphql', 'multipart/form-data', 'application/json; a=b'];
TYPES.push(
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'APPLICATION/JSON',
  'json',
  ';',
  '',
);
const ACCEPTS = ['application/graphql-response+json', 'text/html', '*/*', 'image/png', '', ';q=2', 'multipart/mixed'];
const SNIPPETS = ['{', '}', '(', ')', '[', ']', ':', '!', '$', '@', '...', '"', '"""', '#', ',', '=', '|', '&'];
SNIPPETS.push(
  '@include(if: true)',
  '@skip(if: null)',
  '@deprecated',
  '... on Satker { code }',
  '...nothing',
  '__typename',
);
SNIPPETS.push(
  'fragment f on Query { ...f }',
  'query q { viewer { id } }',
  'mutation { __typename }',
  'a: code',
  '$v: Int',
);
SNIPPETS.push(
  'first: 101',
  'first: -1',
  'last: 5',
  'null',
  'subscription { __typename }',
  '__schema { types { name } }',
);

/** Makes requests that begin as good ones and end up as anything. */
export class RequestMaker {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly examples: readonly Operation[],
    /** Values of `Authorization`, good ones and bad ones. */
    private readonly credentials: readonly string[],
  ) {}

  make(random: Random): Asked {
    const operation = random.chance(55) ? this.generated(random) : { ...random.pick(this.examples) };
    if (random.chance(35)) operation.query = mutated(operation.query, random);
    if (random.chance(25)) operation.variables = this.strangeVariables(operation.variables, random);
    const asked = this.transport(operation, random);
    if (random.chance(20)) asked.headers = { ...asked.headers, ...this.strangeHeaders(random) };
    // Whoever answers headers that are too large cannot have read that no body is wanted.
    if (asked.method === 'HEAD') delete asked.headers?.['x-filler'];
    return asked;
  }

  private transport(operation: Operation, random: Random): Asked {
    const body: Record<string, unknown> = { ...operation };
    if (random.chance(5)) body['operationName'] = oddValue(random);
    if (random.chance(3))
      body['extensions'] = random.chance(50) ? { persistedQuery: oddValue(random) } : oddValue(random);
    if (random.chance(2)) body[random.pick(['query', 'variables'])] = oddValue(random);
    const text = textOf(random.chance(2) ? [body, body] : random.chance(1) ? oddValue(random) : body);
    const kind = random.below(100);
    if (kind < 8) return { method: 'GET', path: `/graphql?${search(body)}`, headers: JSON_TYPE };
    if (kind < 12) return { method: random.pick(METHODS), headers: random.chance(50) ? JSON_TYPE : {} };
    if (kind < 15)
      return { path: random.pick(PATHS), method: random.pick(['GET', 'POST']), headers: JSON_TYPE, body: '{}' };
    if (kind < 19) return { body: mutated(text, random) };
    if (kind < 21) return { body: flipped(Buffer.from(text), random) };
    return { body: text };
  }

  private strangeHeaders(random: Random): Record<string, string> {
    const strange: [string, string][] = [
      ['content-type', random.pick(TYPES)],
      ['accept', random.pick(ACCEPTS)],
      ['accept-language', random.pick(['en', 'id', 'xx', '*', ',;', 'en'.repeat(500)])],
      ['content-encoding', random.pick(['gzip', 'identity', 'br', 'x'])],
      ['host', random.pick(['', 'a b', '[', '%', 'localhost:99999', 'evil.example'])],
      ['x-forwarded-for', random.pick(['1.2.3.4', '::', 'nonsense', ','.repeat(100)])],
      ['origin', 'https://evil.example'],
      ['cookie', 'a=b; __proto__=c'],
      ['x-filler', 'x'.repeat(random.pick([10, 8_000, 20_000]))],
    ];
    if (random.chance(75)) return { authorization: random.pick(this.credentials) };
    return Object.fromEntries(random.some(strange, random.between(1, 3)));
  }

  private strangeVariables(given: Record<string, unknown> = {}, random: Random): Record<string, unknown> {
    const names = [...Object.keys(given), 'v', 'input', '__proto__', 'constructor'];
    return Object.fromEntries(random.some(names, random.between(1, 3)).map((name) => [name, oddValue(random)]));
  }

  /** An operation that fits the schema, but for some of its values. */
  private generated(random: Random): Operation {
    const isQuery = random.chance(85);
    const root = isQuery ? this.schema.getQueryType()! : this.schema.getMutationType()!;
    return { query: `${isQuery ? 'query' : 'mutation'} ${this.selection(root, random.between(2, 5), random)}` };
  }

  private selection(type: GraphQLObjectType, levels: number, random: Random): string {
    const fields = random.some(Object.values(type.getFields()), random.between(1, 4)).map((field) => {
      const named = getNamedType(field.type);
      const args = field.args
        .filter((argument) => isNonNullType(argument.type) || random.chance(35))
        .map((argument) => `${argument.name}: ${this.literal(argument.type, 3, random)}`);
      const alias = random.chance(8) ? `${random.pick(['a', '__proto__', 'x1'])}: ` : '';
      const own = `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
      if (!isCompositeType(named)) return own;
      if (levels === 0) return '__typename';
      return `${own} ${'getFields' in named ? this.selection(named as GraphQLObjectType, levels - 1, random) : '{ __typename }'}`;
    });
    return `{ ${fields.join(' ')} }`;
  }

  private literal(type: GraphQLInputType, levels: number, random: Random): string {
    if (random.chance(1)) return oddLiteral(random);
    if (isNonNullType(type)) return this.literal(type.ofType, levels, random);
    if (isListType(type))
      return `[${Array.from({ length: random.below(3) }, () => this.literal(type.ofType as GraphQLInputType, levels, random)).join(', ')}]`;
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (levels > 0 && random.chance(20)),
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.literal(field.type, levels - 1, random)}`).join(', ')} }`;
    }
    if (type.name === 'Int') return String(random.chance(92) ? random.between(1, 20) : random.pick(ODD_NUMBERS));
    if (type.name === 'Boolean') return String(random.chance(50));
    if (type.name === 'Date') return random.chance(92) ? '"2025-07-30"' : JSON.stringify(random.pick(ODD_TEXTS));
    if (type.name === 'DateTime') return random.chance(92) ? '"2025-07-30T13:00:00Z"' : oddLiteral(random);
    return JSON.stringify(random.pick(ODD_TEXTS));
  }
}

/** JSON.stringify, also of what is nested deeper than it can go. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return `{"query":"query ($f: SatkerFilter) { satkers(filter: $f) { totalCount } }","variables":{"f":${'['.repeat(9_000)}${']'.repeat(9_000)}}}`;
  }
}

function search(body: Record<string, unknown>): string {
  const text = (value: unknown): string => (typeof value === 'string' ? value : textOf(value));
  const pairs = Object.entries(body).map(([key, value]): [string, string] => [key, text(value).slice(0, 6_000)]);
  return new URLSearchParams(pairs).toString();
}

/** A text with a few characters or tokens changed, moved, doubled or gone. */
function mutated(text: string, random: Random): string {
  let result = text;
  for (let change = random.between(1, 4); change > 0; change -= 1) {
    const at = random.below(result.length + 1);
    const to = Math.min(result.length, at + random.pick([1, 1, 2, 5, 30]));
    const piece = result.slice(at, to);
    const inserted = random.pick([
      '',
      piece + piece,
      [...piece].toReversed().join(''),
      random.pick(SNIPPETS),
      ` ${random.pick(SNIPPETS)} ${piece}`,
      random.pick(ODD_TEXTS),
      String(random.pick(ODD_NUMBERS)),
      oddLiteral(random),
    ]);
    result = result.slice(0, at) + inserted + result.slice(to);
  }
  return result;
}

function flipped(bytes: Buffer, random: Random): Buffer {
  for (let change = random.between(1, 5); change > 0 && bytes.length > 0; change -= 1)
    bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}
