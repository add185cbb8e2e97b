import type { GraphQLSchema } from 'graphql';

/** JSON text written by PostgreSQL, on its way to the client without being parsed. */
export class RawJson {
  constructor(readonly text: string) {}
}

const rawSchemas = new WeakSet<GraphQLSchema>();

export const markAsRaw = (schema: GraphQLSchema): void => void rawSchemas.add(schema);

/** True where the read engine's root fields are leaves that take JSON text. */
export const isRawSchema = (schema: GraphQLSchema): boolean => rawSchemas.has(schema);

interface Response {
  data?: Record<string, unknown> | null;
  errors?: readonly unknown[];
  extensions?: unknown;
}

/** JSON.stringify for a GraphQL response whose root fields may hold RawJson. */
export function stringifyResponse(response: Response): string {
  const { data, errors, extensions } = response;
  if (!data || !Object.values(data).some((value) => value instanceof RawJson)) return JSON.stringify(response);
  const parts: string[] = [];
  if (errors) parts.push(`"errors":${JSON.stringify(errors)}`);
  const fields = Object.entries(data).map(
    ([key, value]) => `${JSON.stringify(key)}:${value instanceof RawJson ? value.text : JSON.stringify(value)}`,
  );
  parts.push(`"data":{${fields.join(',')}}`);
  if (extensions) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join(',')}}`;
}
