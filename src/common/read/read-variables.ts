import {
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** Arguments that say how much of a list is read. */
const SIZES = new Set(['first', 'last', 'offset']);

interface ReadVariables {
  /** Variables that some read of the operation may depend on. */
  readonly all: ReadonlySet<string>;
  /** Those of them that are given to `first`, `last` or `offset`. */
  readonly sizes: ReadonlySet<string>;
}

/** Which variables can change what is read. What a mutation is told does not: its payload is read by keys. */
export function variablesOfReads(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): ReadVariables {
  const all = new Set<string>();
  const sizes = new Set<string>();
  const types = new TypeInfo(schema);
  const isTold = (): boolean => !types.getDirective() && types.getParentType() === schema.getMutationType();
  const visitor = visitWithTypeInfo(types, {
    Argument: ({ name, value }: ArgumentNode) => {
      if (isTold()) return false;
      visit(value, {
        Variable: (variable) => {
          all.add(variable.name.value);
          if (SIZES.has(name.value)) sizes.add(variable.name.value);
        },
      });
      return false;
    },
  });
  for (const node of [operation, ...Object.values(fragments)]) visit(node, visitor);
  return { all, sizes };
}
