import {
  getNamedType,
  getVariableValues,
  GraphQLError,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { DEFAULT_PAGE, MAX_PAGE } from '../common/read/page.js';
import { collectFields } from '../common/read/selection.js';

/** Rows that a plain list of children is taken to have: an event has a handful of sessions, a conflict of claims. */
const ROWS_OF_A_LIST = 10;
/** Introspection answers from memory; it costs enough that one operation cannot ask for the schema many times over. */
const ROWS_OF_INTROSPECTION = { types: 10, other: 2 };
const MAX_REMEMBERED = 50;

/** What a field says of itself where the rules would be wrong: how many rows it has, and work that its answer does not show. */
interface Priced {
  rows?: number;
  most?: number;
  work?: number;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Computes the cost of an operation: one for each value it may return, pages counted at the size they ask for. That is
 * after the variables are coerced, so that a page size in a variable counts. Remembers it by document and by the
 * variables that can change it.
 */
export class CostMeter {
  private readonly known = new WeakMap<OperationDefinitionNode, Map<string, number>>();

  /** A cost above `limit` is told only as far as it was counted. */
  constructor(private readonly limit: number) {}

  /** Null when the variables do not fit: the executor says so in its own words. */
  of(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, given: Values): number | null {
    let costs = this.known.get(operation);
    if (!costs) this.known.set(operation, (costs = new Map()));
    const key = steeringValues(operation, given);
    const known = costs.get(key);
    if (known !== undefined) return known;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
    const cost = coerced ? costOf(schema, document, operation, coerced, this.limit) : null;
    if (cost === null) return null;
    if (costs.size >= MAX_REMEMBERED) costs.clear();
    costs.set(key, cost);
    return cost;
  }
}

/** The values of the variables that are page sizes or steer `@include` and `@skip`; one left out is not one that is null. */
function steeringValues({ variableDefinitions = [] }: OperationDefinitionNode, given: Values): string {
  const values = variableDefinitions
    .filter(({ type }) => {
      const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
      return named.kind === Kind.NAMED_TYPE && ['Int', 'Boolean'].includes(named.name.value);
    })
    .map(({ variable }) => (Object.hasOwn(given, variable.name.value) ? [given[variable.name.value]] : []));
  return JSON.stringify(values);
}

function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Values,
  limit: number,
): number | null {
  const root = schema.getRootType(operation.operation);
  // Validation has refused an operation that the schema has no root for.
  if (!root) return null;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  try {
    const walk = new CostWalk(schema, { fragments, variableValues: { ...variables } }, limit);
    return walk.selection(root, [operation as unknown as FieldNode], []);
  } catch (error) {
    // Such as `@include(if: $nothing)`: not a cost but a mistake.
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

/** Walks an operation as an executor would: fields of one name merged, fragments and directives applied. */
class CostWalk {
  private visited = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: Parameters<typeof collectFields>[1],
    private readonly limit: number,
  ) {}

  /** `above` are the types that a list was already taken from on the way here. */
  selection(type: GraphQLObjectType, nodes: readonly FieldNode[], above: readonly GraphQLObjectType[]): number {
    let cost = 0;
    for (const own of collectFields(this.schema, this.document, type, nodes).values())
      cost += this.field(type, own, above);
    return cost;
  }

  private field(parent: GraphQLObjectType, nodes: readonly FieldNode[], above: readonly GraphQLObjectType[]): number {
    const node = nodes[0]!;
    // Every field visited costs at least one, so beyond the limit the answer is known.
    if (++this.visited > this.limit || !node.selectionSet) return 1;
    const name = node.name.value;
    const field =
      parent.getFields()[name] ?? (name === SchemaMetaFieldDef.name ? SchemaMetaFieldDef : TypeMetaFieldDef);
    const named = getNamedType(field.type);
    const { work = 0 } = field.extensions as Priced;
    if (named.name.endsWith('Connection'))
      return 1 + work + (1 + this.object(named, nodes, above)) * this.page(field, node);
    if (!isListType(isNonNullType(field.type) ? field.type.ofType : field.type))
      return 1 + this.object(named, nodes, above);
    const own = 1 + this.object(named, nodes, [...above, parent]);
    return 1 + work + own * this.rows(parent, field, node, above.includes(parent));
  }

  /** The dearest of the types that an object may be. */
  private object(type: GraphQLNamedType, nodes: readonly FieldNode[], above: readonly GraphQLObjectType[]): number {
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    return Math.max(0, ...possible.map((one) => this.selection(one, nodes, above)));
  }

  private page(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    return clamped(this.size(field, node, 'first') ?? this.size(field, node, 'last') ?? DEFAULT_PAGE);
  }

  private rows(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    again: boolean,
  ): number {
    // A list inside a page, such as `nodes`, has no size of its own: the page counted it.
    if (parent.name.endsWith('Connection')) return 1;
    if (parent.name.startsWith('__')) return ROWS_OF_INTROSPECTION[field.name === 'types' ? 'types' : 'other'];
    // Some lists say how many rows they have, or that they have as many as are asked for, up to a limit of their own.
    const { rows, most } = field.extensions as Priced;
    if (rows !== undefined) return rows;
    if (most !== undefined)
      return Math.min(Math.max(this.size(field, node, 'first') ?? this.size(field, node, 'last') ?? most, 1), most);
    const asked = clamped(this.size(field, node, 'first') ?? ROWS_OF_A_LIST);
    // Lists that lead back to where they came from multiply: the event of a session of an event has those sessions again.
    return again ? asked : Math.min(asked, ROWS_OF_A_LIST);
  }

  private size(field: GraphQLField<unknown, unknown>, node: FieldNode, name: string): number | null {
    const argument = field.args.find((candidate) => candidate.name === name);
    const value = node.arguments?.find((given) => given.name.value === name)?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    const coerced = value?.kind === Kind.VARIABLE ? this.document.variableValues[value.name.value] : undefined;
    // A null where the field has a default is an error of its own.
    return ((coerced ?? argument?.defaultValue) as number | undefined) ?? null;
  }
}

/** Sizes beyond the cap are refused when the page is read; until then they must not make another part look cheap. */
const clamped = (size: number): number => Math.min(Math.max(size, 1), MAX_PAGE);
