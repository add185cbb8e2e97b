import { graphqlError } from '../errors.js';

/** Values that only PostgreSQL can refuse, such as a forged cursor's. Its own words stay here; other errors pass as they are. */
export function readError(error: unknown): unknown {
  const { code = '' } = (error ?? {}) as { code?: string };
  if (!code.startsWith('22')) return error;
  return graphqlError(
    'BAD_USER_INPUT',
    'A value in the filter, order or cursor is not usable / nilai pada filter, urutan, atau kursor tidak dapat dipakai.',
  );
}
