import { Field, ID, InputType, Int, IntersectionType, OmitType, PartialType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { Text } from './validation.js';

/** What every creation carries. */
@InputType({ isAbstract: true })
export abstract class Creation {
  @Text(100)
  @Field(() => String, {
    description:
      'Dibuat oleh klien; permintaan yang diulang dengan id sama hanya dikerjakan sekali. / Repeating it does nothing.',
  })
  clientMutationId: string;
}

/** What every change of a record carries. */
@InputType({ isAbstract: true })
export abstract class Revision {
  @Field(() => ID, { description: 'Id data yang diubah. / Id of the record.' })
  id: string;

  @Field(() => Int, {
    description: 'Versi yang Anda lihat; ditolak bila sudah diubah orang lain. / The version you saw.',
  })
  expectedVersion: number;

  @Text(1000)
  @Field(() => String, { nullable: true, description: 'Alasan, dicatat dalam riwayat. / Reason, kept in the history.' })
  reason?: string | null;
}

/**
 * The fields of a creation, each optional, plus what a change carries: what is left out stays, null empties.
 * `fixed` names fields that a record keeps for life, such as the event it belongs to.
 */
export function revisionOf<T extends Creation, K extends keyof T = never>(
  creation: Type<T>,
  fixed: readonly K[] = [],
): Type<Revision & Partial<Omit<T, 'clientMutationId' | K>>> {
  const editable = OmitType(creation, ['clientMutationId', ...fixed] as (keyof T)[], InputType);
  return IntersectionType(
    Revision as Type<Revision>,
    PartialType(editable as Type<object>, InputType),
    InputType,
  ) as never;
}
