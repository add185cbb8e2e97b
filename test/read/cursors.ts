import type { Client } from '../support/api.js';
import { ORDERS } from './spec.lists.js';
import type { Random } from './random.js';
import type { Row, World } from './world.js';

export type OrderBy = readonly { field: string; direction: 'ASC' | 'DESC' }[];

export interface KnownOrder {
  readonly orderBy: OrderBy | null;
  readonly cursors: readonly string[];
}

interface Place {
  readonly before: string;
  readonly field: string;
  readonly after: string;
}

const root = (field: string): Place => ({ before: '', field, after: '' });
const below = (owner: string, field: string): Place => ({
  before: `${owner}(first: 1, orderBy: { field: ID }) { nodes {`,
  field,
  after: '} }',
});

/** Where a connection of each type can be read from. */
export const PLACES: Readonly<Record<string, Place>> = {
  Experience: root('experiences'),
  Obstacle: root('obstacles'),
  ObstaclePattern: root('obstaclePatterns'),
  Lesson: root('lessons'),
  Recommendation: root('recommendations'),
  Satker: root('satkers'),
  Event: root('events'),
  Person: root('people'),
  SourceDocument: root('sources'),
  Award: root('awards'),
  Participation: below('events', 'participation'),
  Citation: below('sources', 'citations'),
  AuditEntry: below('events', 'history'),
  User: root('users'),
  Notification: { before: 'viewer {', field: 'notifications', after: '}' },
  Synonym: root('synonyms'),
};

/**
 * Cursors that the API gave, with the rows it gave them for. The specification treats cursors as opaque: what one means
 * is known only from here.
 */
export class CursorBook {
  private readonly orders = new Map<string, KnownOrder[]>();
  private readonly meanings = new Map<string, Row>();

  /** Asks the API for cursors of every type in several orders; `client` has to see everything. */
  static async collect(client: Client, world: World, random: Random): Promise<CursorBook> {
    const book = new CursorBook();
    for (const type of Object.keys(PLACES))
      for (const orderBy of someOrders(type, random)) await book.ask(client, world, type, orderBy);
    return book;
  }

  readonly meaning = (type: string, cursor: string): Row => {
    const row = this.meanings.get(`${type} ${cursor}`);
    if (!row) throw new Error(`Nobody knows what this cursor of ${type} stands for: ${cursor}`);
    return row;
  };

  ordersOf(type: string): readonly KnownOrder[] {
    return this.orders.get(type) ?? [];
  }

  private async ask(client: Client, world: World, type: string, orderBy: OrderBy | null): Promise<void> {
    const { before, field, after } = PLACES[type]!;
    const query = `query ($orderBy: [${type}Order!]) {
      ${before} page: ${field}(first: 100, orderBy: $orderBy) { edges { cursor node { id } } } ${after} }`;
    const data = await client.query(query, { orderBy });
    const [outer] = Object.values(data) as { page?: unknown; nodes?: { page: unknown }[] }[];
    const page = (data.page ?? outer!.page ?? outer!.nodes![0]!.page) as {
      edges: { cursor: string; node: { id: string } }[];
    };
    for (const { cursor, node } of page.edges) {
      const key = Buffer.from(node.id, 'base64').toString().split(':')[1];
      this.meanings.set(`${type} ${cursor}`, world.get(type, key)!);
    }
    const known = this.orders.get(type) ?? [];
    known.push({ orderBy, cursors: page.edges.map(({ cursor }) => cursor) });
    this.orders.set(type, known);
  }
}

function someOrders(type: string, random: Random): (OrderBy | null)[] {
  const fields = ['ID', ...Object.keys(ORDERS[type]!.terms)];
  const direction = (): 'ASC' | 'DESC' => random.pick(['ASC', 'DESC']);
  const single = fields.flatMap((field): OrderBy[] => [[{ field, direction: 'ASC' }], [{ field, direction: 'DESC' }]]);
  const several = Array.from({ length: 3 }, () =>
    random.some(fields, random.between(2, 3)).map((field) => ({ field, direction: direction() })),
  );
  return [null, ...single, ...several];
}
