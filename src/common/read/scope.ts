import type { Statement, Row } from './statement.js';
import type { Table } from './tables.js';

/** The predicate that says which rows exist for the actor, or null for all of them. */
export function scopeSql(statement: Statement, row: Row): string | null {
  const { scope } = row.table.model;
  if (scope.kind === 'everyone') return null;
  if (scope.kind === 'predicate') return `(${scope.sql(row, statement.role)})`;
  const parent = statement.row(parentOf(statement, row.table, scope.relation));
  const visible = scopeSql(statement, parent);
  if (!visible) return null;
  const key = parent.column(parent.table.primaryKey.propertyName);
  return `exists (select 1 from ${parent.table.from} ${parent.alias} where ${key} = ${row.column(scope.relation)} and ${visible})`;
}

function parentOf(statement: Statement, table: Table, relation: string): Table {
  const toOne = table.toOne(relation);
  if (!toOne) throw new Error(`${table.name} inherits its scope from "${relation}", which is not a to-one relation`);
  return statement.tables.named(toOne.inverseEntityMetadata.name);
}

/** True when whoever sees the row also sees the target of the relation, so the field may be non-null. */
export function targetIsVisible(table: Table, relation: string, target: Table): boolean {
  const { scope } = table.model;
  return target.model.scope.kind === 'everyone' || (scope.kind === 'inherited' && scope.relation === relation);
}
