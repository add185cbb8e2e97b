import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { variablesOfReads } from './read-variables.js';
import { StatementNames, type Nameable } from './statement-names.js';
import type { Getter } from './statement.js';

/** A finished statement: what to send, and how to read its parameters from a run. */
export interface CompiledStatement extends Nameable {
  readonly text: string;
  readonly getters: readonly Getter[];
}

const MAX_PLANS_PER_OPERATION = 64;
const MAX_NAMES = 400;

type Variables = Readonly<Record<string, unknown>>;
type Position = Pick<GraphQLResolveInfo, 'operation' | 'fragments' | 'variableValues'>;

/** Plans of one operation by the shape of its variables. */
class OperationPlans {
  readonly plans = new Map<string, CompiledStatement>();
  private readonly steering: { name: string; type: GraphQLInputType }[];
  /** Variables whose very value is part of a statement's text. */
  private readonly sizes: ReadonlySet<string>;

  constructor(schema: GraphQLSchema, { operation, fragments }: Position) {
    const { all, sizes } = variablesOfReads(schema, operation, fragments);
    this.sizes = sizes;
    this.steering = (operation.variableDefinitions ?? [])
      .map(({ variable, type }) => ({
        name: variable.name.value,
        type: typeFromAST(schema, type as TypeNode) as GraphQLInputType,
      }))
      .filter(({ name, type }) => sizes.has(name) || (all.has(name) && !isPlainRequired(type)));
  }

  shapeOf(variables: Variables): string {
    return this.steering
      .map(({ name, type }) => (this.sizes.has(name) ? String(variables[name]) : shape(variables[name], type)))
      .join(';');
  }
}

/** A value that is always there and never steers the text of a statement. */
function isPlainRequired(type: GraphQLInputType): boolean {
  return isNonNullType(type) && isLeafType(type.ofType) && type.ofType.name !== 'Boolean' && !isEnumType(type.ofType);
}

/** The part of a value that may change a statement's text: absence, nulls, booleans, enums, input keys; never strings or numbers. */
function shape(value: unknown, type: GraphQLInputType): string {
  if (value === undefined) return 'u';
  if (value === null) return 'n';
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const of = getNullableType(nullable.ofType);
    if (isLeafType(of) && !isEnumType(of)) return 'l';
    return `[${(value as unknown[]).map((item) => shape(item, nullable.ofType)).join(',')}]`;
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}:${shape(inner, fields[key]!.type)}`)
      .join(',')}}`;
  }
  return isEnumType(nullable) || nullable.name === 'Boolean' ? String(value) : 'v';
}

/** Statements by operation, and the names of the ones that PostgreSQL keeps prepared. */
export class PlanCache {
  private readonly operations = new WeakMap<OperationDefinitionNode, OperationPlans>();
  private readonly names = new StatementNames('read', MAX_NAMES);

  /** `position` says which read of the operation it is, and for whom. */
  find(schema: GraphQLSchema, asked: Position, position: string, compile: () => CompiledStatement): CompiledStatement {
    let plans = this.operations.get(asked.operation);
    if (!plans) this.operations.set(asked.operation, (plans = new OperationPlans(schema, asked)));
    const key = `${position}|${plans.shapeOf(asked.variableValues)}`;
    const known = plans.plans.get(key);
    if (known) return this.names.used(known);
    const compiled = compile();
    if (plans.plans.size >= MAX_PLANS_PER_OPERATION) plans.plans.clear();
    plans.plans.set(key, compiled);
    return this.names.used(compiled);
  }
}
