import { Field, ObjectType } from '@nestjs/graphql';
import { UserError } from '../errors.js';
import { ReadField } from '../read/declare.js';
import type { EntityClass } from '../read/model.js';

export type Payload = { userErrors: UserError[] } & Record<string, unknown>;

/**
 * Makes a mutation's payload type: the object it changed, null when it changed nothing, and what has to be mended.
 * The mutation answers `{ [field]: row, userErrors: [] }`; the read engine fills the object's selection.
 */
export function payloadType(
  name: string,
  field: string,
  of: () => EntityClass,
  description: string,
): new () => Payload {
  const PayloadClass = { [name]: class {} }[name]!;
  ReadField(of, description)(PayloadClass.prototype, field);
  Field(() => [UserError], {
    description: 'Yang perlu diperbaiki; kosong bila berhasil. / What to mend; empty on success.',
  })(PayloadClass.prototype, 'userErrors');
  ObjectType({ description: `Hasil ${name.replace(/Payload$/, '')}. / Its result.` })(PayloadClass);
  return PayloadClass as new () => Payload;
}
