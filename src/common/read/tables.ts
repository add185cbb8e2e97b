import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata.js';
import { registry, type EntityClass, type ListDeclaration, type Model } from './model.js';

export const quote = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** One readable entity: its declaration and what TypeORM knows of its table. */
export class Table {
  readonly name: string;
  readonly from: string;

  constructor(
    readonly model: Model,
    readonly metadata: EntityMetadata,
    private readonly columnTypeOf: (column: ColumnMetadata) => string,
  ) {
    this.name = metadata.name;
    this.from = quote(metadata.tableName);
  }

  get primaryKey(): ColumnMetadata {
    return this.metadata.primaryColumns[0]!;
  }

  findColumn(property: string): ColumnMetadata | undefined {
    return this.metadata.findColumnWithPropertyPath(property);
  }

  column(property: string): ColumnMetadata {
    const column = this.findColumn(property);
    if (!column) throw new Error(`${this.name} has no column for the property "${property}"`);
    return column;
  }

  /** The type to cast a parameter to when it is compared with the column. */
  typeOf(column: ColumnMetadata): string {
    return this.columnTypeOf(column) + (column.isArray ? '[]' : '');
  }

  toOne(property: string): RelationMetadata | undefined {
    const relation = this.metadata.findRelationWithPropertyPath(property);
    return relation?.isManyToOne || relation?.isOneToOneOwner ? relation : undefined;
  }

  /** True when no two rows share a value: the primary key, or a column with a unique constraint of its own. */
  isUnique(column: ColumnMetadata): boolean {
    return column.isPrimary || this.metadata.uniques.some((u) => u.columns.length === 1 && u.columns[0] === column);
  }

  list(field: string): ListDeclaration | undefined {
    return registry.list(this.name, field);
  }
}

/** All readable entities by class and by GraphQL type name. An entity that is not declared cannot be read. */
export class Tables {
  private readonly byName = new Map<string, Table>();

  constructor(dataSource: DataSource) {
    // GraphQL's Int is wider than smallint: a bound such as 40000 is a question with an answer, not an error.
    const typeOf = (column: ColumnMetadata): string =>
      dataSource.driver.normalizeType(column).replace('smallint', 'integer');
    for (const metadata of dataSource.entityMetadatas) {
      const model = registry.models.get(metadata.target as EntityClass);
      if (model) this.byName.set(metadata.name, new Table(model, metadata, typeOf));
    }
  }

  of(entity: EntityClass): Table {
    return this.named(entity.name);
  }

  named(name: string): Table {
    const table = this.byName.get(name);
    if (!table) throw new Error(`${name} is not declared with @ReadModel, so nothing may read it`);
    return table;
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** As `named`, of what clients know as a type; null for anything else. */
  withType(name: string): Table | null {
    const table = this.byName.get(name);
    return table?.model.hasType ? table : null;
  }

  all(): Table[] {
    return [...this.byName.values()];
  }
}
