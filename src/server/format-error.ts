import { Logger } from '@nestjs/common';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../common/errors.js';

const logger = new Logger('GraphQL');

/** What Node calls a server that is not there. */
const NETWORK = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** PostgreSQL's own: connection lost, no resources, shutting down, the database is gone. */
const GONE = /^(08|53|57P|3D000)/;
/** node-postgres gives these no code; the last are TypeORM's, of a transaction that lost its connection between two statements. */
const LOST =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|Cannot use a pool after|timeout exceeded)|query runner (was )?already released/i;

/** What went wrong inside stays in the log; clients get a sentence and a stable code. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (formatted.extensions?.['code'] === 'GRAPHQL_PARSE_FAILED') return withTokenLimit(formatted);
  if (formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') return formatted;
  const original = unwrapResolverError(error);
  if (isMistakeOfRequest(error, original)) return coded(formatted, 'BAD_USER_INPUT', formatted.message);
  const { code, text } = incident(original);
  return coded(formatted, code, text);
}

/** An error that nobody meant as an answer: what clients are told of it. What is a fault of ours is logged. */
export function incident(error: unknown): { code: ErrorCode | 'INTERNAL_SERVER_ERROR'; text: string } {
  const { code = '', message = String(error) } = causeOf(error);
  if (code === '57014' || code.startsWith('54'))
    return {
      code: 'TOO_COMPLEX',
      text: 'Kueri terlalu berat; persempit permintaannya. / Too much; ask for less.',
    };
  if (NETWORK.test(code) || GONE.test(code) || LOST.test(message))
    return {
      code: 'UNAVAILABLE',
      text: 'Basis data sedang tidak dapat dihubungi. / The database cannot be reached right now.',
    };
  logger.error(error instanceof Error ? (error.stack ?? message) : message);
  return {
    code: 'INTERNAL_SERVER_ERROR',
    text: 'Terjadi kesalahan pada server; sudah dicatat. / Something went wrong on the server; it was logged.',
  };
}

function coded(
  { locations, path }: GraphQLFormattedError,
  code: ErrorCode | 'INTERNAL_SERVER_ERROR',
  message: string,
): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code } };
}

/**
 * graphql-js complains without a code. Before execution, or about a place in the document, the client is at fault, such
 * as for null where an argument needs a value; about a value that cannot be written out, we are.
 */
function isMistakeOfRequest(error: unknown, original: unknown): boolean {
  if (!(original instanceof GraphQLError)) return false;
  return original === error ? !original.originalError : original.nodes !== undefined;
}

/** TypeORM wraps what the driver threw. */
function causeOf(error: unknown): { code?: string; message?: string } {
  const { driverError } = (error ?? {}) as { driverError?: unknown };
  return (driverError ?? error ?? {}) as { code?: string; message?: string };
}

/** The parser counts the tokens, so a document with too many of them comes as a syntax error. */
function withTokenLimit(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const limit = /more that? (\d+) tokens/.exec(formatted.message)?.[1];
  if (!limit) return formatted;
  const text = `Token / tokens: limit ${limit} (MAX_TOKENS). Minta lebih sedikit. / Ask for less.`;
  return coded(formatted, 'TOO_COMPLEX', text);
}
