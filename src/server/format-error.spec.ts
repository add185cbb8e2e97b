import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { GraphQLError, locatedError, parse, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { formatError } from './format-error.js';

Logger.overrideLogger(false);

const [operation] = parse('{ field }').definitions as [OperationDefinitionNode];
const field = operation.selectionSet.selections[0] as FieldNode;

/** What a client is told of an error that a resolver threw, or that was thrown before there were any. */
function told(thrown: Error, isOfField = true): [code: unknown, message: string] {
  const error = isOfField ? locatedError(thrown, [field], ['field']) : (thrown as GraphQLError);
  const code = (error.extensions?.['code'] as string | undefined) ?? 'INTERNAL_SERVER_ERROR';
  const { extensions, message } = formatError({ ...error.toJSON(), extensions: { code } }, error);
  return [extensions!['code'], message];
}

const driver = (code: string): Error => Object.assign(new Error('relation "secret" …'), { code });

describe('errors for clients', () => {
  it.each(['08006', '57P01', '53300', '3D000', 'ECONNREFUSED', 'ENOENT'])(
    'of a database that is not there: %s',
    (code) => {
      expect(told(driver(code))[0]).toBe('UNAVAILABLE');
      expect(told(Object.assign(new Error('failed'), { driverError: driver(code) }))[0]).toBe('UNAVAILABLE');
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'Client was closed and is not queryable',
    'Cannot use a pool after calling end on the pool',
    new QueryRunnerAlreadyReleasedError().message,
    new QueryRunnerProviderAlreadyReleasedError().message,
  ])('of the driver: %s', (words) => {
    expect(told(new Error(words))).toEqual(['UNAVAILABLE', expect.not.stringContaining(words)]);
  });

  it.each(['57014', '54001'])('of statements that are too much: %s', (code) => {
    expect(told(driver(code))).toEqual(['TOO_COMPLEX', expect.not.stringContaining('secret')]);
  });

  it('say nothing of what failed inside', () => {
    expect(told(driver('42P01'))).toEqual(['INTERNAL_SERVER_ERROR', expect.not.stringContaining('secret')]);
    expect(told(new TypeError('secret is not a function'))).toEqual([
      'INTERNAL_SERVER_ERROR',
      expect.not.stringContaining('secret'),
    ]);
    // A value that cannot be written out: graphql-js names no place in the document.
    expect(told(new GraphQLError('Int cannot represent secret'))[0]).toBe('INTERNAL_SERVER_ERROR');
  });

  it('keep the words of graphql-js for mistakes of the request', () => {
    const ofArgument = new GraphQLError('Argument "n" must not be null.', { nodes: field });
    expect(told(ofArgument)).toEqual(['BAD_USER_INPUT', 'Argument "n" must not be null.']);
    expect(told(new GraphQLError('Too many errors'), false)).toEqual(['BAD_USER_INPUT', 'Too many errors']);
  });

  it('leave alone what has a code', () => {
    expect(told(new GraphQLError('No.', { extensions: { code: 'FORBIDDEN' } }))).toEqual(['FORBIDDEN', 'No.']);
  });
});
