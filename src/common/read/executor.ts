import {
  execute,
  getNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  isNonNullType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { graphqlError } from '../errors.js';
import type { FieldExtensions } from './plan.js';
import { markAsRaw } from './raw-json.js';

type Extended = FieldExtensions & { read?: boolean };

const RawJsonScalar = new GraphQLScalarType({ name: 'RawJson', serialize: (value) => value });

/**
 * The same schema with the read engine's root fields as leaves: an executor resolves the root field, and the whole
 * selection below it is left to the SQL statement. Guards, interceptors and argument checks stay where they are.
 */
export function toRawSchema(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType()!.toConfig();
  for (const field of Object.values(query.fields))
    if ((field.extensions as Extended).read)
      field.type = isNonNullType(field.type) ? new GraphQLNonNull(RawJsonScalar) : RawJsonScalar;
  const config = schema.toConfig();
  const raw = new GraphQLSchema({
    ...config,
    types: config.types.filter((type) => type !== schema.getQueryType()),
    query: new GraphQLObjectType(query),
    assumeValid: true,
  });
  markAsRaw(raw);
  return raw;
}

/** An operation may skip the executor's completion when nothing below its root fields needs TypeScript. */
export function canRunRaw(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): boolean {
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const checked = new Set<string>();

  const fits = (type: GraphQLCompositeType, selectionSet: SelectionSetNode, isRoot: boolean): boolean =>
    selectionSet.selections.every((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return fits(conditionType(schema, selection.typeCondition?.name.value, type), selection.selectionSet, isRoot);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = `${selection.name.value} ${isRoot}`;
        const fragment = fragments.get(selection.name.value)!;
        if (checked.has(name)) return true;
        checked.add(name);
        return fits(conditionType(schema, fragment.typeCondition.name.value, type), fragment.selectionSet, isRoot);
      }
      if (selection.name.value.startsWith('__')) return selection.name.value === '__typename';
      const field = 'getFields' in type ? type.getFields()[selection.name.value] : undefined;
      const extensions = (field?.extensions ?? {}) as Extended;
      if (isRoot && !extensions.read) return true;
      if (extensions.needs) return false;
      return (
        !selection.selectionSet ||
        fits(getNamedType(field!.type) as GraphQLCompositeType, selection.selectionSet, false)
      );
    });

  return fits(schema.getQueryType()!, operation.selectionSet, true);
}

function conditionType(
  schema: GraphQLSchema,
  name: string | undefined,
  otherwise: GraphQLCompositeType,
): GraphQLCompositeType {
  return name ? (schema.getType(name) as GraphQLCompositeType) : otherwise;
}

const OVER_SOCKETS = graphqlError(
  'BAD_USER_INPUT',
  'Langganan berjalan lewat WebSocket (graphql-transport-ws). / Subscriptions go over WebSocket.',
);

/** Looks at an operation before it is executed: what it costs, and why it is not executed, if it is not. */
export type Admission = (asked: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation?: OperationDefinitionNode;
  operationName?: string | null;
  variables: Record<string, unknown>;
}) => { error?: GraphQLError; cost?: { total: number; limit: number } };

interface GatewayRequest {
  document: DocumentNode;
  /** Missing where `operationName` is not in the document; graphql-js words that error. */
  operation?: OperationDefinitionNode;
  operationName?: string | null;
  context: unknown;
  request: { variables?: Record<string, unknown> | null };
}

interface Gateway {
  onSchemaLoadOrUpdate(
    callback: (schemas: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void,
  ): () => void;
  load(): Promise<{ executor: (request: GatewayRequest) => Promise<ExecutionResult> }>;
  stop(): Promise<void>;
}

/**
 * Apollo lets a gateway execute operations. Ours runs graphql-js itself, on the raw schema where the operation allows
 * it, and tells every answer its cost. `schema` is asked for at load, when Nest has built it.
 */
export function readGateway(schema: () => { full: GraphQLSchema; raw: GraphQLSchema }, admit: Admission): Gateway {
  const decisions = new WeakMap<OperationDefinitionNode, GraphQLSchema>();
  let announce: (schemas: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void = () => {};

  const executor = async ({
    document,
    operation,
    operationName,
    context,
    request,
  }: GatewayRequest): Promise<ExecutionResult> => {
    const { full, raw } = schema();
    const variables = request.variables ?? {};
    const { error, cost } = admit({ schema: full, document, operation, operationName, variables });
    const extensions = cost && { cost };
    if (error) return { errors: [error], extensions };
    if (operation?.operation === OperationTypeNode.SUBSCRIPTION) return { errors: [OVER_SOCKETS] };
    let chosen = operation && decisions.get(operation);
    if (operation && !chosen) decisions.set(operation, (chosen = canRunRaw(full, document, operation) ? raw : full));
    const result = await execute({
      schema: chosen ?? full,
      document,
      contextValue: context,
      variableValues: variables,
      operationName: operationName ?? undefined,
    });
    return extensions ? { ...result, extensions } : result;
  };

  return {
    onSchemaLoadOrUpdate(callback) {
      announce = callback;
      return () => {};
    },
    async load() {
      announce({ apiSchema: schema().full, coreSupergraphSdl: '' });
      return { executor };
    },
    async stop() {},
  };
}
