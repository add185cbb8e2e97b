import { HttpException } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { NotHere, Rejected } from '../common/errors.js';
import type { Locale } from '../common/messages.js';
import { rejectedByDatabase } from '../common/write/database-refusal.js';
import { incident } from './format-error.js';

/** What an operation outside of GraphQL answers when it does not do what it was asked. */
export interface HttpRefusal {
  status: number;
  body: { code: string; field?: string | null; message: string; allowed?: string[] };
}

/** Of errors that GraphQL has, too; anything else a person can mend is 422. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_YOUR_EXPERIENCE: 403,
  NOT_FOUND: 404,
  EXPERIENCE_CLOSED: 409,
  BAD_USER_INPUT: 400,
  FILE_REQUIRED: 400,
  BODY_TOO_LARGE: 413,
  BODY_TYPE: 415,
  FILE_TOO_LARGE: 413,
  FILE_TYPE: 415,
  FILE_EXTENSION: 415,
  RANGE_NOT_SATISFIABLE: 416,
  DAILY_LIMIT: 429,
  RATE_LIMITED: 429,
  TOO_COMPLEX: 503,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** The answer for an error, or null for one that Nest and Fastify word themselves. */
export function httpRefusal(error: unknown, locale: Locale): HttpRefusal | null {
  if (error instanceof HttpException || isOfFastify(error)) return null;
  const rejected = error instanceof Rejected ? error : rejectedByDatabase(error);
  if (rejected) return ofRejected(rejected, locale);
  if (error instanceof GraphQLError) return refusal(String(error.extensions['code']), error.message);
  const { code, text } = incident(error);
  return refusal(code, text);
}

function ofRejected(rejected: Rejected, locale: Locale): HttpRefusal {
  const [{ code, field, message }] = rejected.toUserErrors(locale) as [ReturnType<Rejected['toUserErrors']>[number]];
  const allowed = rejected.complaints[0]?.params?.['allowed'];
  const { status, body } = refusal(code, message);
  if (rejected instanceof NotHere) return { status, body };
  const list = allowed === undefined ? {} : { allowed: String(allowed).split(', ') };
  return { status, body: { code, field, message, ...list } };
}

const refusal = (code: string, message: string): HttpRefusal => ({
  status: STATUS[code] ?? 422,
  body: { code, message },
});

/** It refuses bodies that are too large or of a type that nobody reads, with a status of its own. */
const isOfFastify = (error: unknown): boolean => String((error as { code?: unknown } | null)?.code).startsWith('FST_');
