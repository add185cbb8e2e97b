import { HttpException } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { message, type Locale, type MessageKey } from './messages.js';

/** Stable `extensions.code` of errors a person cannot mend in the form they are filling in. */
export type ErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'TOO_COMPLEX' | 'RATE_LIMITED' | 'UNAVAILABLE';

/** A GraphQL error with a stable code. */
export function graphqlError(code: ErrorCode, text: string): GraphQLError {
  return new GraphQLError(text, { extensions: { code } });
}

/** The same for plain HTTP: the answer's body is `{ code, message }`. */
export const httpError = (status: number, code: string, text: string): HttpException =>
  new HttpException({ code, message: text }, status);

@ObjectType({ description: 'Sesuatu yang dapat diperbaiki pengirim. / Something the sender can mend.' })
export class UserError {
  @Field(() => String, { description: 'Kode tetap, misalnya REQUIRED atau CONFLICT. / A stable code.' })
  code: string;

  @Field(() => String, { nullable: true, description: 'Bidang masukan yang dimaksud. / The input field it is about.' })
  field: string | null;

  @Field(() => String, { description: 'Kalimat untuk dibaca orang. / A sentence for people.' })
  message: string;
}

/** One complaint about one input field, not yet worded. */
export interface Complaint {
  code: MessageKey;
  field: string | null;
  params?: Record<string, string | number>;
}

/**
 * Thrown by services when a person's input cannot be carried out. It rolls the transaction back and reaches the
 * client as `userErrors` of the mutation's payload (see ErrorFilter).
 */
export class Rejected extends Error {
  constructor(readonly complaints: readonly Complaint[]) {
    super(complaints.map((c) => `${c.field ?? '-'}: ${c.code}`).join(', '));
  }

  static because(code: MessageKey, field: string | null, params?: Complaint['params']): Rejected {
    return new Rejected([{ code, field, params }]);
  }

  toUserErrors(locale: Locale): UserError[] {
    return this.complaints.map(({ code, field, params }) => ({ code, field, message: message(code, locale, params) }));
  }
}
