import type { ListDeclaration } from './model.js';
import type { Row } from './statement.js';
import { quote } from './tables.js';

/** How the rows of a list belong to their parent, as SQL. */
interface Link {
  /** The predicate that ties them. */
  sql: string;
  /**
   * The children's scope is inherited over this very link: the parent was found under its own scope, so asking again
   * would only cost time.
   */
  covers: boolean;
  /** What to join the children with, where a table lies between: the same as `sql`, which as a join is planned better. */
  through?: { join: string; where: string };
}

export function linkSql(list: ListDeclaration, child: Row, parent: Row): Link {
  const { via = list.field } = list;
  if (typeof via === 'function') return { sql: via(child, parent), covers: false };
  const key = parent.column(parent.table.primaryKey.propertyName);
  if (list.via) {
    const { scope } = child.table.model;
    return { sql: `${child.column(via)} = ${key}`, covers: scope.kind === 'inherited' && scope.relation === via };
  }
  const junction = parent.table.metadata.findRelationWithPropertyPath(via)?.junctionEntityMetadata;
  if (!junction) throw new Error(`${parent.table.name}.${via} needs \`via\`: it is not a many-to-many relation`);
  const [owner, inverse] = [junction.ownerColumns[0]!, junction.inverseColumns[0]!];
  const childKey = child.column(child.table.primaryKey.propertyName);
  const members = `select ${quote(inverse.databaseName)} from ${quote(junction.tableName)} where ${quote(owner.databaseName)} = ${key}`;
  const between = `${child.alias}_`;
  const through = {
    join: `join ${quote(junction.tableName)} ${between} on ${between}.${quote(inverse.databaseName)} = ${childKey}`,
    where: `${between}.${quote(owner.databaseName)} = ${key}`,
  };
  return { sql: `${childKey} in (${members})`, covers: false, through };
}
