import { Catch, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';

/**
 * Passes errors of GraphQL operations on to the executor as they are. Nest would log each with its stack first; an error
 * with a code is an answer, not an incident, and what is an incident is logged once, by `formatError`. Nor is it one that
 * a client hung up before it had read its answer, as browsers do when a page is reloaded.
 */
@Catch()
export class ErrorFilter extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<'graphql' | 'http'>() === 'graphql') throw error;
    if (!hasHungUp(error)) super.catch(error, host);
  }
}

/** Only what was closed from outside ends so; a stream of ours that fails says why. */
const hasHungUp = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === 'ERR_STREAM_PREMATURE_CLOSE';
