import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Measure {
  /** Levels of fields, 1 for a field without selection. Introspection is not counted: its own shape is deep but small. */
  depth: number;
  /** Aliases as they take effect: those of a fragment count at every place it is spread, also inside introspection. */
  aliases: number;
}

/** How deep an operation goes and how many aliases it uses. The document must have passed validation: no cycles. */
export function measure(document: DocumentNode, operation: OperationDefinitionNode): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const known = new Map<string, Measure>();

  const ofFragment = (name: string): Measure => {
    const measured = known.get(name) ?? ofSelection(fragments.get(name)!.selectionSet);
    known.set(name, measured);
    return measured;
  };

  const ofSelection = (selectionSet: SelectionSetNode | undefined): Measure => {
    const total: Measure = { depth: 0, aliases: 0 };
    for (const selection of selectionSet?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : ofSelection(selection.selectionSet);
      total.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      const isIntrospection = isField && selection.name.value.startsWith('__');
      if (!isIntrospection) total.depth = Math.max(total.depth, inner.depth + (isField ? 1 : 0));
    }
    return total;
  };

  return ofSelection(operation.selectionSet);
}
