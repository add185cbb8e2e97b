import { ResolveField, type ReturnTypeFunc } from '@nestjs/graphql';
import { registry, type EntityClass, type FilterField, type SqlRow } from './model.js';

interface OneOptions {
  description: string;
  via: (target: SqlRow, owner: SqlRow) => string;
}

interface ComputedOptions {
  description: string;
  nullable?: boolean;
  sql: (row: SqlRow) => string;
}

/**
 * One object or none, registered from above: the row that a predicate ties to the owner's. The predicate has to hold for one
 * row at most.
 */
export const OneFrom =
  (owner: EntityClass, of: () => EntityClass, options: OneOptions): MethodDecorator =>
  (target, key, descriptor) => {
    ResolveField(of as ReturnTypeFunc, { nullable: true, description: options.description })(target, key, descriptor);
    registry.lists.push({ ...options, owner, field: String(key), of, kind: 'one' });
  };

/** A scalar that is an SQL expression over a row of the owner, registered from above. */
export const ComputedFrom =
  (owner: EntityClass, type: ReturnTypeFunc, options: ComputedOptions): MethodDecorator =>
  (target, key, descriptor) => {
    const { sql, ...described } = options;
    ResolveField(type, described)(target, key, descriptor);
    registry.addComputed(owner, String(key), sql);
  };

/** A field of the filter of an entity that lives on a floor below. Call it when the module is loaded. */
export function addFilter(owner: EntityClass, name: string, field: FilterField): void {
  registry.models.get(owner)!.filter[name] = field;
}
