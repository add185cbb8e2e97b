import { getArgumentValues, getNamedType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { collectFields } from '../common/read/selection.js';
import { SearchDimension } from './search.enums.js';

const ALL = Object.values(SearchDimension);

/** The dimensions of all `facets` below a search, so that one statement can count them with the rest; always in one order. */
export function selectedDimensions(info: GraphQLResolveInfo): SearchDimension[] {
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const definition = type.getFields()['facets']!;
  const selected = [...collectFields(info.schema, info, type, info.fieldNodes).values()]
    .map(([node]) => node!)
    .filter(({ name }) => name.value === definition.name)
    .map((node) => getArgumentValues(definition, node, info.variableValues)['dimensions'] as SearchDimension[] | null);
  const asked = new Set(selected.flatMap((dimensions) => dimensions ?? ALL));
  return ALL.filter((dimension) => asked.has(dimension));
}
