import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';
import { snakeCase } from '../common/entity.js';

/** snake_case columns and tables; constraint names keep TypeORM's own deterministic form. */
export class SnakeCaseNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined, embedded: string[]): string {
    return [...embedded.map(snakeCase), custom ?? snakeCase(property)].join('_');
  }

  override relationName(property: string): string {
    return snakeCase(property);
  }

  override joinColumnName(relation: string, referenced: string): string {
    return `${snakeCase(relation)}_${snakeCase(referenced)}`;
  }

  override joinTableColumnName(table: string, property: string, column?: string): string {
    // Tables are plural, what refers to one of their rows is singular.
    const row = snakeCase(table).replace(/ies$/, 'y').replace(/s$/, '');
    return `${row}_${column ?? snakeCase(property)}`;
  }
}
