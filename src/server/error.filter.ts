import { Catch, HttpException, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { OperationTypeNode, type GraphQLResolveInfo } from 'graphql';
import { contextOfHttp } from '../common/access.js';
import { graphqlError, httpError, Rejected } from '../common/errors.js';
import type { RequestContext } from '../common/request.js';
import { rejectedByDatabase } from '../common/write/database-refusal.js';
import { incidentOf } from './format-error.js';

/** Understood, and cannot be carried out as it is. */
const UNPROCESSABLE = 422;

/**
 * What becomes of an error. A mutation that was rejected answers with `userErrors` in its payload; other errors of
 * GraphQL operations go on to the executor as they are. Nest would log each with its stack first; an error with a code is
 * an answer, not an incident, and what is an incident is logged once, by `formatError`.
 */
@Catch()
export class ErrorFilter extends BaseExceptionFilter {
  /** Of a GraphQL operation, what this returns is the field's value. */
  override catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<'graphql' | 'http'>() === 'graphql') return answer(error, host);
    // A client that hung up before it had read its answer, as browsers do when a page is reloaded, gets none.
    if (hasHungUp(error)) return undefined;
    return super.catch(isAnswer(error) ? error : answerOfHttp(error, host), host);
  }
}

function answer(error: unknown, host: ArgumentsHost): unknown {
  const rejected = error instanceof Rejected ? error : rejectedByDatabase(error);
  if (!rejected) throw error;
  const [, , context, info] = host.getArgs<[unknown, unknown, RequestContext, GraphQLResolveInfo]>();
  const userErrors = rejected.toUserErrors(context.locale);
  if (info.operation.operation === OperationTypeNode.MUTATION) return { userErrors };
  throw graphqlError('BAD_USER_INPUT', userErrors.map(({ message }) => message).join(' '));
}

/** Errors that say themselves what the answer is: Nest's, and those of the HTTP server. */
const isAnswer = (error: unknown): boolean =>
  error instanceof HttpException || typeof (error as { statusCode?: unknown } | null)?.statusCode === 'number';

/** A request of plain HTTP is refused for the first reason. */
function answerOfHttp(error: unknown, host: ArgumentsHost): HttpException {
  if (error instanceof Rejected) {
    const locale = contextOfHttp(host.switchToHttp().getRequest<object>())?.locale ?? 'id';
    const [first] = error.toUserErrors(locale);
    return httpError(UNPROCESSABLE, first!.code, first!.message);
  }
  const { code, message } = incidentOf(error);
  return httpError(code === 'INTERNAL_SERVER_ERROR' ? 500 : 503, code, message);
}

/** Only what was closed from outside ends so; a stream of ours that fails says why. */
const hasHungUp = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === 'ERR_STREAM_PREMATURE_CLOSE';
