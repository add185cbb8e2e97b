import { In, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Rejected } from '../errors.js';
import { parseGlobalId } from '../read/global-id.js';

type Class<T> = new () => T;

/** The record an input refers to by a business key such as a code or a slug. Rejects naming the input field. */
export async function byKey<T extends object>(
  tx: EntityManager,
  entity: Class<T>,
  column: keyof T & string,
  key: string,
  field: string,
): Promise<T> {
  const found = await tx.findOneBy(entity, { [column]: key } as FindOptionsWhere<T>);
  if (!found) throw Rejected.because('NOT_FOUND', field, { what: entity.name, key });
  return found;
}

/** As `byKey` for an input that may be left out (undefined: leave as it is) or emptied (null). */
export function byOptionalKey<T extends object>(
  tx: EntityManager,
  entity: Class<T>,
  column: keyof T & string,
  key: string | null | undefined,
  field: string,
): Promise<T> | null | undefined {
  return key == null ? (key as null | undefined) : byKey(tx, entity, column, key, field);
}

/** Many records by business key. Rejects with a complaint for each key that is not there. */
export async function byKeys<T extends object>(
  tx: EntityManager,
  entity: Class<T>,
  column: keyof T & string,
  keys: readonly string[],
  field: string,
): Promise<T[]> {
  const found = await tx.findBy(entity, { [column]: In([...keys]) } as FindOptionsWhere<T>);
  const missing = keys.filter((key) => !found.some((row) => row[column] === key));
  if (missing.length === 0) return found;
  throw new Rejected(missing.map((key) => ({ code: 'NOT_FOUND', field, params: { what: entity.name, key } })));
}

/** The primary key inside a global id, when it is one of this entity. Rejects naming the input field. */
export function keyOf(entity: Class<object>, id: string, field: string): string {
  const parsed = parseGlobalId(id);
  if (parsed?.typeName !== entity.name) throw Rejected.because('NOT_FOUND', field, { what: entity.name, key: id });
  return parsed.key;
}

/** The record with a global id. */
export function byId<T extends { id: string }>(
  tx: EntityManager,
  entity: Class<T>,
  id: string,
  field: string,
): Promise<T> {
  return byKey(tx, entity, 'id', keyOf(entity, id, field), field);
}
