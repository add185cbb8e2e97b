import {
  getNullableType,
  GraphQLBoolean,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';
import type { CursorBook, KnownOrder } from './cursors.js';
import { NASTY_TEXTS } from './data.js';
import type { Random } from './random.js';
import { ORDERS } from './spec.lists.js';
import { microseconds, type Row, type World } from './world.js';

/**
 * A value whose shape is settled and whose leaves are drawn anew each time it is asked for: one document runs with
 * several sets of variables that share a plan.
 */
export type Draw = (
  | { kind: 'leaf'; draw: () => unknown }
  | { kind: 'object'; fields: Readonly<Record<string, Draw>> }
  | { kind: 'list'; items: readonly Draw[] }
) & {
  /** It must be there with this value: a cursor is good for one order only. */
  readonly fixed?: boolean;
};

export const leaf = (draw: () => unknown): Draw => ({ kind: 'leaf', draw });
const nothing = leaf(() => null);
/** Operands of an operator that is tried by itself. */
const OPERANDS = 3;

export function valueOf(draw: Draw): unknown {
  if (draw.kind === 'leaf') return draw.draw();
  if (draw.kind === 'list') return draw.items.map(valueOf);
  return Object.fromEntries(Object.entries(draw.fields).map(([key, inner]) => [key, valueOf(inner)]));
}

/** Which column holds usual values of a filter field, where it is not the field's own. */
const SAMPLES: Readonly<Record<string, readonly [type: string, column: string]>> = {
  stage: ['Stage', 'code'],
  cycle: ['ElectionCycle', 'code'],
  topic: ['Topic', 'code'],
  cause: ['Cause', 'code'],
  event: ['Event', 'slug'],
  source: ['SourceDocument', 'slug'],
  experience: ['Experience', 'code'],
  satker: ['Experience', 'satkerCode'],
  occurredOn: ['Experience', 'occurredOn'],
  reportedAt: ['Experience', 'reportedAt'],
  organiser: ['Satker', 'code'],
  parent: ['Satker', 'code'],
  under: ['Satker', 'code'],
  name: ['Person', 'name'],
  pattern: ['ObstaclePattern', 'code'],
  happenedOn: ['PatternMember', 'happenedOn'],
  satkerLevel: ['Satker', 'level'],
  strength: ['ObstaclePattern', 'cycleCount'],
};

const CODES_WITH_ROWS = ['73', '73.71', '73.06', '51', '51.07', '00', '73.01', '99', ''];

/** Random arguments of the read API that are valid and often match something. */
export class RandomValues {
  constructor(
    private readonly random: Random,
    private readonly world: World,
    private readonly cursors: CursorBook,
  ) {}

  filter(type: GraphQLInputObjectType, depth = 0): Draw {
    const fields = Object.values(type.getFields());
    const entries = this.random.some(fields, this.random.between(0, depth === 0 ? 3 : 2)).map(({ name, type: of }) => {
      return [name, this.condition(type, name, getNullableType(of), depth)] as const;
    });
    return { kind: 'object', fields: Object.fromEntries(entries.filter(([, draw]) => draw !== null)) as never };
  }

  /** Filters of one condition each: every field with every operator, several operands, null and empty lists too. */
  everyCondition(type: GraphQLInputObjectType): object[] {
    const owner = type.name.replace(/Filter$/, '');
    const times = (draw: () => unknown): unknown[] => Array.from({ length: OPERANDS }, draw);
    return Object.values(type.getFields()).flatMap(({ name, type: of }): object[] => {
      if (name === 'and' || name === 'or' || name === 'not') return [];
      const comparator = getNullableType(of);
      if (!isInputObjectType(comparator))
        return [null, ...times(() => valueOf(this.condition(type, name, comparator, 0)!))].map((v) => ({ [name]: v }));
      const operators = Object.values(comparator.getFields()).flatMap((operand) =>
        [null, ...times(() => valueOf(this.operand(owner, name, comparator, operand)))].map((v) => ({
          [operand.name]: v,
        })),
      );
      return [{}, ...operators].map((conditions) => ({ [name]: conditions }));
    });
  }

  /** A wish for an order, sometimes of one field or of fields that repeat. */
  orderBy(type: string): Draw {
    const fields = ['ID', ...Object.keys(ORDERS[type]!.terms)];
    const count = this.random.pick([0, 1, 1, 1, 2, 2, 3]);
    return {
      kind: 'list',
      items: Array.from({ length: count }, () => this.orderTerm(this.random.pick(fields))),
    };
  }

  /** An order with a cursor of that very order, or null where none is known. */
  orderWithCursors(type: string): { orderBy: Draw | null; cursor: () => string } | null {
    const known = this.cursors.ordersOf(type).filter(({ cursors }) => cursors.length > 0);
    if (known.length === 0) return null;
    const { orderBy, cursors }: KnownOrder = this.random.pick(known);
    const exactly = (value: string): Draw => ({ ...leaf(() => value), fixed: true });
    const items = orderBy?.map(({ field, direction }): Draw => ({
      kind: 'object',
      fields: { field: exactly(field), direction: exactly(direction) },
      fixed: true,
    }));
    return { orderBy: items ? { kind: 'list', items, fixed: true } : null, cursor: () => this.random.pick(cursors) };
  }

  /** The value of a key column, mostly one that exists. */
  key(type: string, column: string): Draw {
    return leaf(() =>
      this.random.chance(12) ? this.junk() : (this.random.pick(this.world.rows(type))[column] as string),
    );
  }

  private orderTerm(field: string): Draw {
    const direction = leaf(() => this.random.pick(['ASC', 'DESC']));
    return {
      kind: 'object',
      fields: this.random.chance(30) ? { field: leaf(() => field) } : { field: leaf(() => field), direction },
    };
  }

  private condition(owner: GraphQLInputObjectType, name: string, of: unknown, depth: number): Draw | null {
    if (this.random.chance(4)) return nothing;
    if (name === 'and' || name === 'or') {
      if (depth >= 2) return null;
      return { kind: 'list', items: Array.from({ length: this.random.below(4) }, () => this.filter(owner, depth + 1)) };
    }
    if (name === 'not') return depth < 3 ? this.filter(owner, depth + 1) : null;
    const type = owner.name.replace(/Filter$/, '');
    if (isInputObjectType(of)) return this.comparator(type, name, of);
    if (of === GraphQLBoolean) return leaf(() => this.random.chance(50));
    return leaf(() => (name === 'text' ? this.partOfText(type) : this.scalar(type, name, 'String')));
  }

  private comparator(type: string, field: string, of: GraphQLInputObjectType): Draw {
    const entries = this.random
      .some(Object.values(of.getFields()), this.random.pick([0, 1, 1, 1, 1, 2]))
      .map((operand): readonly [string, Draw] => [
        operand.name,
        this.random.chance(6) ? nothing : this.operand(type, field, of, operand),
      ]);
    return { kind: 'object', fields: Object.fromEntries(entries) };
  }

  private operand(type: string, field: string, of: GraphQLInputObjectType, operand: GraphQLInputField): Draw {
    const { name } = operand;
    if (name === 'isNull') return leaf(() => this.random.chance(50));
    const inner = getNullableType(operand.type);
    const single = (): unknown => this.scalar(type, field, leafName(of, name));
    if (!isListType(inner)) return leaf(() => this.enumOr(inner, single));
    return { kind: 'list', items: Array.from({ length: this.random.below(4) }, () => this.listItem(inner, single)) };
  }

  private listItem(list: unknown, single: () => unknown): Draw {
    const of = getNullableType((list as { ofType: unknown }).ofType as never) as unknown;
    return leaf(() => this.enumOr(of, single));
  }

  private enumOr(type: unknown, single: () => unknown): unknown {
    return isEnumType(type) ? this.random.pick(type.getValues()).name : single();
  }

  private scalar(type: string, field: string, named: string): unknown {
    if (this.random.chance(8)) return this.edge(named);
    if (field === 'satker' || field === 'organiser' || field === 'addressee') return this.random.pick(CODES_WITH_ROWS);
    const [from, column] = (type !== 'Satker' && SAMPLES[field]) || this.ownColumn(type, field);
    const value: unknown = this.random.pick(this.world.rows(from))[column];
    if (value == null || (named === 'Int' && typeof value !== 'number')) return this.edge(named);
    return named === 'DateTime' ? this.nearTime(value as string) : value;
  }

  private ownColumn(type: string, field: string): readonly [string, string] {
    if (type === 'Person' && field === 'name') return ['Person', 'name'];
    if (type === 'Satker' && (field === 'parent' || field === 'under')) return ['Satker', 'code'];
    return [type, field];
  }

  /** Values at the edges of a scalar. */
  private edge(named: string): unknown {
    if (named === 'Int') return this.random.pick([0, -1, 1, 5, 25, 32767, 32768, 2147483647, -2147483648]);
    if (named === 'Date') return this.random.pick(['2024-02-29', '1900-01-01', '9999-12-31', '0001-01-01']);
    if (named === 'DateTime') return this.random.pick(['2024-06-01T00:00:00Z', '2025-07-30T13:00:00.5+08:00']);
    return this.junk();
  }

  /** The time itself where milliseconds can say it, and zones other than UTC. */
  private nearTime(time: string): string {
    const instant = new Date(Math.floor(microseconds(time) / 1000));
    if (this.random.chance(50)) return instant.toISOString();
    return new Date(instant.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
  }

  private junk(): string {
    return this.random.pick(['tidak-ada', '', '00', "'; --", ...NASTY_TEXTS.filter((text) => text.length < 200)]);
  }

  /** A piece of some text of the type, letters in another case now and then. */
  private partOfText(type: string): string {
    if (this.random.chance(20))
      return this.random.pick(['%', '_', '\\', '\\%', "'", '"', '', '🗳', 'é', '\n', 'من', '$1']);
    const row: Row = this.random.pick(this.world.rows(type));
    const texts = Object.values(row)
      .flat()
      .filter((value): value is string => typeof value === 'string');
    const letters = Array.from(this.random.pick([...texts, 'kpu']));
    const start = this.random.below(Math.max(1, letters.length - 3));
    const part = letters.slice(start, start + this.random.between(1, 7)).join('');
    return this.random.chance(30) ? part.toUpperCase() : part;
  }
}

/** The scalar a comparator compares, such as Int for `IntComparator.gt`. */
function leafName(comparator: GraphQLInputObjectType, operator: string): string {
  return String(comparator.getFields()[operator]!.type).replace(/[[\]!]/g, '');
}
