const MAX_KEY = 9_223_372_036_854_775_807n;

/** The opaque id of a row for clients: base64 of "Type:key". */
export function globalId(typeName: string, key: string): string {
  return Buffer.from(`${typeName}:${key}`, 'utf8').toString('base64');
}

/** What an id stands for, or null when it is none of ours. */
export function parseGlobalId(id: string): { typeName: string; key: string } | null {
  const match = /^([A-Z][A-Za-z]*):([1-9]\d{0,18})$/.exec(Buffer.from(id, 'base64').toString('utf8'));
  if (!match || globalId(match[1]!, match[2]!) !== id || BigInt(match[2]!) > MAX_KEY) return null;
  return { typeName: match[1]!, key: match[2]! };
}

/** The same text as `globalId`, as an SQL expression over the key. */
export function globalIdSql(typeName: string, key: string): string {
  return `encode(convert_to('${typeName}:' || ${key}, 'UTF8'), 'base64')`;
}
