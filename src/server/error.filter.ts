import { Catch, HttpException, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode, type GraphQLResolveInfo } from 'graphql';
import { contextOfHttp } from '../common/access.js';
import { graphqlError, Rejected } from '../common/errors.js';
import { preferredLocale, type MessageKey } from '../common/messages.js';
import type { RequestContext } from '../common/request.js';
import { rejectedByDatabase } from '../common/write/database-refusal.js';
import { httpRefusal } from './http-errors.js';

/**
 * What becomes of an error. A mutation that was rejected answers with `userErrors` in its payload; other errors of
 * GraphQL operations go on to the executor as they are. Nest would log each with its stack first; an error with a code is
 * an answer, not an incident, and what is an incident is logged once, by `incident`. Other operations answer the same codes
 * and sentences as JSON.
 */
@Catch()
export class ErrorFilter extends BaseExceptionFilter {
  /** Of a GraphQL operation, what this returns is the field's value. */
  override catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<'graphql' | 'http'>() === 'graphql') return answer(error, host);
    // A client that hung up before it had read its answer, as browsers do when a page is reloaded, gets none.
    if (hasHungUp(error)) return undefined;
    return answerHttp(error, host) ? undefined : super.catch(error, host);
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

/** Tells whether the error was one to answer here. */
function answerHttp(error: unknown, host: ArgumentsHost): boolean {
  const http = host.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  const locale = contextOfHttp(request)?.locale ?? preferredLocale(request.headers['accept-language']);
  const refusal = httpRefusal(refusedBody(error, request) ?? error, locale);
  if (!refusal) return false;
  const reply = http.getResponse<FastifyReply>();
  if (refusal.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply.code(refusal.status).send(refusal.body);
  return true;
}

/** Bodies that Fastify refuses before anybody here sees them, in sentences of its own; Nest keeps nothing of why but the status. */
const REFUSED_BODIES: Readonly<Record<number, MessageKey>> = { 413: 'BODY_TOO_LARGE', 415: 'BODY_TYPE' };

function refusedBody(error: unknown, { routeOptions }: FastifyRequest): Rejected | null {
  const code = error instanceof HttpException ? REFUSED_BODIES[error.getStatus()] : undefined;
  return code ? Rejected.because(code, null, { max: routeOptions.bodyLimit / 1024 }) : null;
}

/** Only what was closed from outside ends so; a stream of ours that fails says why. */
const hasHungUp = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === 'ERR_STREAM_PREMATURE_CLOSE';
