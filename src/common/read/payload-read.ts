import type { ReadyStatement } from '../../database/byte-client.js';
import type { FieldPlan, ListPlan, ObjectPlan } from './plan.js';
import type { Table } from './tables.js';

/** A statement that writes a record, for the read engine to complete. Its text depends on nothing but the mutation. */
export interface WriteStatement {
  /** SQL of the new record's key, where what the text puts around the read can see it. */
  readonly key: string;
  /**
   * Tables it writes, each in a common table expression of the table's own name that returns all columns: there the read
   * finds the new rows, which the tables do not show to the statement that inserts them.
   */
  readonly tables: ReadonlySet<string>;
  /** SQL of a value that the read needs, by its number from 0. */
  parameter(number: number): string;
  /** The whole text around `shown`: SQL of one JSON value, or `null`. `types` are those of the values that it needs. */
  text(shown: string, types: readonly string[]): string;
}

/** Completes a statement that writes a record by what the mutation's payload shows of it; `values` are those the read needs. */
export type PayloadRead = (write: WriteStatement) => ReadyStatement;

/** What a payload shows of the record that a mutation wrote: which it is, and what was read of it already. */
export interface Shown {
  id: string;
  /** By response key of the payload's field. */
  shown?: Readonly<Record<string, unknown>> | null;
}

/**
 * Whether a plan can be read in the statement that writes the record: of the tables that are written it must need the new
 * rows only. So it goes from the record down to what was written with it, up again to the record, and aside to rows that
 * everybody may see; anything else is left to a read of its own.
 */
export function readsOnlyNewRows(plan: ObjectPlan, written: ReadonlySet<string>): boolean {
  const isWritten = ({ metadata }: Table): boolean => written.has(metadata.tableName);
  const isForEverybody = ({ model }: Table): boolean => model.scope.kind === 'everyone';
  const object = ({ table, fields }: ObjectPlan, isNew: boolean): boolean =>
    fields.every(([, field]) => fits(table, field, isNew));
  const fits = (table: Table, field: FieldPlan, isNew: boolean): boolean => {
    if (field.kind === 'computed' || (field.kind === 'embedded' && field.isComputed)) return false;
    if (field.kind === 'linked') return false;
    if (field.kind === 'list') return children(table, field.list, isNew);
    if (field.kind !== 'one') return true;
    const { scope } = table.model;
    if (!isWritten(field.object.table)) return isForEverybody(field.object.table) && object(field.object, false);
    return (
      isNew &&
      scope.kind === 'inherited' &&
      scope.relation === field.relation.propertyName &&
      object(field.object, true)
    );
  };
  const children = (parent: Table, { table, declaration, args, content }: ListPlan, isNew: boolean): boolean => {
    const { via = null, field } = declaration!;
    if (content.kind !== 'array' || args.now['filter'] != null || typeof via === 'function') return false;
    if (!isWritten(table)) return isForEverybody(table) && object(content.object, false);
    const junction = parent.metadata.findRelationWithPropertyPath(field)?.junctionEntityMetadata;
    return isNew && (via !== null || written.has(junction!.tableName)) && object(content.object, true);
  };
  return object(plan, true);
}
