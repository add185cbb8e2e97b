import type { GraphQLResolveInfo } from 'graphql';

/** Where a field stands in the answer: the response keys that lead to it, places in lists left out. */
export function pathOf(info: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let path: GraphQLResolveInfo['path'] | undefined = info.path; path; path = path.prev)
    if (typeof path.key === 'string') keys.unshift(path.key);
  return keys.join('.');
}
