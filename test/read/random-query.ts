import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { CursorBook } from './cursors.js';
import { globalIdOf, Naive, NOT_READ, ROOT_ONE, ROOTS_OF_FEW } from './naive.js';
import type { Random } from './random.js';
import { leaf, RandomValues, valueOf, type Draw } from './random-values.js';
import type { World } from './world.js';

export interface RandomQuery {
  readonly text: string;
  readonly document: DocumentNode;
  /** The same operation with a field of introspection, which keeps it from the raw path. */
  readonly withIntrospection: string;
  /** Another set of values each time. */
  variables(): Record<string, unknown>;
}

/** About how many rows a query may visit below one root field. */
const MOST_ROWS = 150;
const READABLE_TYPES =
  /^(Experience|Obstacle|Recommendation|FollowUp|ObstaclePattern|Lesson|LessonSource|Event|Satker|Person|SourceDocument|AuditEntry|User|Citation|Award|Session)$/;
/** Enough longer than what the parser takes for a document. */
const MOST_TOKENS = 15_000;

/** Writes random queries over the real schema. Every one is valid; the same seed gives the same queries. */
export class QueryGenerator {
  private readonly values: RandomValues;
  private readonly roots: GraphQLField<unknown, unknown>[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly world: World,
    cursors: CursorBook,
  ) {
    this.values = new RandomValues(random, world, cursors);
    this.roots = Object.values(schema.getQueryType()!.getFields()).filter(
      ({ name }) => Naive.knowsRoot(name) && !ROOTS_OF_FEW.includes(name),
    );
  }

  next(): RandomQuery {
    for (let attempt = 0; attempt < 50; attempt++) {
      const query = new QueryWriter(this.schema, this.random, this.world, this.values, this.roots).write();
      const document = parse(query.text, { maxTokens: MOST_TOKENS });
      // Now and then two fields claim one key with different meanings, which is no valid query.
      if (validate(this.schema, document).length === 0) return { ...query, document };
    }
    throw new Error('The generator makes no valid query any more');
  }
}

/** Writes one query. */
class QueryWriter {
  private readonly declarations: string[] = [];
  private readonly draws = new Map<string, () => unknown>();
  private readonly fragments: string[] = [];
  private count = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly world: World,
    private readonly values: RandomValues,
    private readonly roots: readonly GraphQLField<unknown, unknown>[],
  ) {}

  write(): Omit<RandomQuery, 'document'> {
    const { random } = this;
    const query = this.schema.getQueryType()!;
    const roots = Array.from({ length: random.pick([1, 1, 1, 1, 2, 3]) }, () =>
      this.wrapped(query, this.field(query, random.pick(this.roots), random.pick([2, 2, 3, 3, 4]), 1)),
    );
    const selection = roots.join('\n  ');
    const variables = this.declarations.length > 0 ? `(${this.declarations.join(', ')})` : '';
    const text = (more: string): string =>
      `query Random${variables} {\n  ${selection}${more}\n}\n${this.fragments.join('\n')}`;
    return {
      text: text(''),
      withIntrospection: text('\n  __schema { queryType { name } }'),
      variables: () => {
        const drawn = [...this.draws].map(([name, draw]) => [name, draw()] as const);
        return Object.fromEntries(drawn.filter(([, value]) => value !== undefined));
      },
    };
  }

  /** Fields of a type in random number, aliases, directives and fragments. `rows` says how often they are read. */
  private selection(type: GraphQLOutputType, depth: number, rows: number): string {
    const named = getNamedType(type);
    if (isAbstractType(named)) return this.abstractSelection(depth, rows);
    const object = named as GraphQLObjectType;
    const fields = Object.values(object.getFields()).filter(
      (field) =>
        !NOT_READ.includes(`${object.name}.${field.name}`) && (depth > 0 || !isCompositeType(getNamedType(field.type))),
    );
    const parts: string[] = [];
    const wanted = fields.length > 0 ? this.random.between(1, 5) : 0;
    for (let i = 0; i < wanted; i++) {
      const field = this.field(object, this.random.pick(fields), depth, rows);
      parts.push(this.random.chance(80) ? field : this.wrapped(object, field));
    }
    if (parts.length === 0 || this.random.chance(20)) parts.push(this.typename());
    return `{ ${this.random.some(parts, parts.length).join(' ')} }`;
  }

  private abstractSelection(depth: number, rows: number): string {
    const types = this.schema.getPossibleTypes(this.schema.getType('Node') as never);
    const likely = types.filter(({ name }) => READABLE_TYPES.test(name));
    const parts = [...this.random.some(likely, 4), ...this.random.some(types, 1)].map(
      (type) => `... on ${type.name}${this.directive()} ${this.selection(type, depth - 1, rows)}`,
    );
    if (this.random.chance(60)) parts.push('id');
    return `{ ${[this.typename(), ...parts].join(' ')} }`;
  }

  private typename = (): string => `${this.random.chance(30) ? `${this.key()}: ` : ''}__typename${this.directive()}`;

  private field(owner: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number, rows: number): string {
    const named = getNamedType(field.type);
    const page = this.page(field, rows);
    const args = this.args(owner, field, page);
    const needsKey = args !== '' && this.random.chance(90);
    const alias = needsKey || this.random.chance(25) ? `${this.key()}: ` : '';
    const head = `${alias}${field.name}${args}`;
    if (!isCompositeType(named)) return this.twice(`${head}${this.directive()}`);
    const below = rows * (page ?? 1);
    const one = (): string => `${head}${this.directive()} ${this.selection(named, depth - 1, below)}`;
    // The same field again: both selections are merged into one object.
    return this.random.chance(10) ? `${one()} ${one()}` : one();
  }

  private twice(leafField: string): string {
    return this.random.chance(5) ? `${leafField} ${leafField}` : leafField;
  }

  /** The most rows of a field that has pages; null for others. */
  private page(field: GraphQLField<unknown, unknown>, rows: number): number | null {
    const isList = isListType(getNullableType(field.type));
    if (!getNamedType(field.type).name.endsWith('Connection') && !(isList && field.args.length > 0)) return null;
    return Math.max(1, Math.min(rows === 1 ? 40 : 5, Math.floor(MOST_ROWS / rows)));
  }

  private args(owner: GraphQLObjectType, field: GraphQLField<unknown, unknown>, page: number | null): string {
    const draws = field.args.some(({ name }) => name === 'after')
      ? this.connectionArgs(field, page!)
      : this.plainArgs(owner, field, page);
    const written = Object.entries(draws).map(
      ([name, draw]) => `${name}: ${this.input(argumentNamed(field, name).type, draw, argumentNamed(field, name))}`,
    );
    return written.length > 0 ? `(${this.random.some(written, written.length).join(', ')})` : '';
  }

  private connectionArgs(field: GraphQLField<unknown, unknown>, page: number): Record<string, Draw> {
    const { random, values } = this;
    const type = getNamedType(field.type).name.replace(/Connection$/, '');
    const draws: Record<string, Draw> = {};
    if (random.chance(50)) draws['filter'] = values.filter(getNamedType(argumentNamed(field, 'filter').type) as never);
    const withCursors = random.chance(30) ? values.orderWithCursors(type) : null;
    if (withCursors) {
      if (withCursors.orderBy) draws['orderBy'] = withCursors.orderBy;
      const ends = random.pick([['after'], ['before'], ['after', 'before']]);
      for (const end of ends) draws[end] = leaf(withCursors.cursor);
    } else if (random.chance(50)) draws['orderBy'] = values.orderBy(type);
    const size = leaf(() => random.between(1, page));
    if (page < 20 || random.chance(70)) draws[random.chance(30) ? 'last' : 'first'] = size;
    for (const name of ['filter', 'orderBy', 'after', 'last'])
      if (!draws[name] && random.chance(3)) draws[name] = leaf(() => null);
    return draws;
  }

  private plainArgs(
    owner: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    page: number | null,
  ): Record<string, Draw> {
    const { random } = this;
    const draws: Record<string, Draw> = {};
    for (const { name, type } of field.args) {
      if (owner === this.schema.getQueryType()) draws[name] = this.rootKey(field.name, name);
      else if (name === 'first') {
        if (page! < 40 || random.chance(50)) draws[name] = leaf(() => random.between(1, page!));
      } else if (name === 'offset') {
        if (random.chance(25)) draws[name] = leaf(() => random.below(4));
      } else if (random.chance(40)) draws[name] = this.ownArgument(name, type);
    }
    return draws;
  }

  private rootKey(field: string, argument: string): Draw {
    if (field === 'node') return leaf(() => this.anyId());
    const [type, column] = ROOT_ONE[field]!;
    if (column !== argument) throw new Error(`${field}(${argument}) is not in the specification`);
    return this.values.key(type, column);
  }

  private anyId(): string {
    const types = this.schema.getPossibleTypes(this.schema.getType('Node') as never).map(({ name }) => name);
    const type = this.random.pick(this.random.chance(80) ? types.filter((name) => READABLE_TYPES.test(name)) : types);
    const rows = this.world.rows(type);
    if (rows.length === 0 || this.random.chance(6))
      return this.random.pick(['', 'x', 'Experience:1', Buffer.from('Experience:0').toString('base64')]);
    return globalIdOf(type, this.random.pick(rows));
  }

  private ownArgument(name: string, type: GraphQLInputType): Draw {
    const named = getNamedType(type);
    if (isEnumType(named)) return leaf(() => this.random.pick(named.getValues()).name);
    return leaf(() => this.random.pick(this.world.rows('Citation'))[name]);
  }

  // --- values as literals and variables ---

  private input(type: GraphQLInputType, draw: Draw, argument?: { defaultValue?: unknown }): string {
    if (this.random.chance(40)) return this.variable(type, draw, argument?.defaultValue !== undefined);
    return this.literal(type, draw);
  }

  private literal(type: GraphQLInputType, draw: Draw): string {
    const nullable = getNullableType(type);
    if (draw.kind === 'list') {
      const of = isListType(nullable) ? nullable.ofType : nullable;
      const items = draw.items.map((item) => this.input(of, item));
      // One value stands for a list of one, but not where it is a variable.
      if (items.length === 1 && !items[0]!.startsWith('$') && this.random.chance(25)) return items[0]!;
      return `[${items.join(', ')}]`;
    }
    if (draw.kind === 'object' && isInputObjectType(nullable)) {
      const fields = nullable.getFields();
      const written = Object.entries(draw.fields).map(([name, inner]) => {
        const { type: of, defaultValue } = fields[name]!;
        return `${name}: ${this.input(of, inner, { defaultValue })}`;
      });
      return `{ ${written.join(', ')} }`;
    }
    const value = valueOf(draw);
    return value === null || !isEnumType(nullable) ? JSON.stringify(value) : String(value);
  }

  /** A variable: sometimes optional and left out or null, sometimes with a default. */
  private variable(type: GraphQLInputType, draw: Draw, positionHasDefault: boolean): string {
    const name = `v${++this.count}`;
    const nullable = getNullableType(type);
    const mayBeNull = !isNonNullType(type);
    const mayBeAbsent = !draw.fixed && (mayBeNull || positionHasDefault);
    const { random } = this;
    if (mayBeAbsent && random.chance(25)) {
      this.declarations.push(`$${name}: ${String(nullable)}`);
      this.draws.set(name, () =>
        random.chance(30) ? undefined : mayBeNull && random.chance(15) ? null : valueOf(draw),
      );
    } else if (!draw.fixed && random.chance(15) && draw.kind === 'leaf' && valueOf(draw) !== null) {
      this.declarations.push(`$${name}: ${String(nullable)} = ${this.constant(nullable, draw)}`);
      this.draws.set(name, () => (random.chance(50) ? undefined : (valueOf(draw) ?? undefined)));
    } else {
      this.declarations.push(`$${name}: ${String(type)}`);
      this.draws.set(name, () => valueOf(draw));
    }
    return `$${name}`;
  }

  private constant(type: GraphQLInputType, draw: Draw): string {
    const value = valueOf(draw);
    return isEnumType(type) ? String(value) : JSON.stringify(value);
  }

  // --- fragments, directives, aliases ---

  /** The field inside an inline or named fragment, which may be spread twice. */
  private wrapped(type: GraphQLObjectType, field: string): string {
    const { random } = this;
    if (!isObjectType(type) || random.chance(60)) return field;
    const isNode = type.getInterfaces().length > 0;
    if (random.chance(50)) {
      const condition = random.pick(['', ` on ${type.name}`]);
      const inner = `... ${condition ? condition.trim() : ''}${this.directive()} { ${field} }`;
      return isNode && random.chance(20) ? `... on Node${this.directive()} { ${inner} id }` : inner;
    }
    const name = `F${++this.count}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${field} }`);
    const spread = (): string => `...${name}${this.directive()}`;
    return random.chance(35) ? `${spread()} ${spread()}` : spread();
  }

  private directive(): string {
    const { random } = this;
    if (!random.chance(10)) return '';
    const one = (directive: string): string => {
      const value = leaf(() => random.chance(directive === 'skip' ? 30 : 70));
      return ` @${directive}(if: ${random.chance(60) ? this.flag(value) : String(valueOf(value))})`;
    };
    return random.chance(15) ? one('include') + one('skip') : one(random.pick(['include', 'skip']));
  }

  private flag(draw: Draw): string {
    const name = `v${++this.count}`;
    const hasDefault = this.random.chance(25);
    this.declarations.push(hasDefault ? `$${name}: Boolean = ${this.random.chance(50)}` : `$${name}: Boolean!`);
    this.draws.set(name, () => (hasDefault && this.random.chance(50) ? undefined : valueOf(draw)));
    return `$${name}`;
  }

  private key(): string {
    return `k${++this.count}`;
  }
}

const argumentNamed = (field: GraphQLField<unknown, unknown>, name: string): GraphQLArgument =>
  field.args.find((argument) => argument.name === name)!;
