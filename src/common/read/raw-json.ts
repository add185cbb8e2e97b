import type { GraphQLSchema } from 'graphql';

/** JSON written by PostgreSQL, on its way to the client as it came: neither parsed nor made a string. */
export class RawJson {
  constructor(readonly bytes: Buffer) {}
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

/** JSON.stringify for a GraphQL response whose root fields may hold RawJson; the bytes of those are copied once, here. */
export function stringifyResponse(response: Response): string | Buffer {
  const { data, errors, extensions } = response;
  if (!data || !Object.values(data).some((value) => value instanceof RawJson)) return JSON.stringify(response);
  const parts: Buffer[] = [];
  let text = errors ? `{"errors":${JSON.stringify(errors)},"data":{` : '{"data":{';
  Object.entries(data).forEach(([key, value], index) => {
    text += `${index > 0 ? ',' : ''}${JSON.stringify(key)}:`;
    if (value instanceof RawJson) {
      parts.push(Buffer.from(text), value.bytes);
      text = '';
    } else text += JSON.stringify(value);
  });
  text += extensions ? `},"extensions":${JSON.stringify(extensions)}}` : '}}';
  return Buffer.concat([...parts, Buffer.from(text)]);
}
