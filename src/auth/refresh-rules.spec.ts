import { describe, expect, it } from '@jest/globals';
import { judge, type Presented, type Verdict } from './refresh-rules.js';

const FRESH: Presented = {
  isExpired: false,
  isOpen: true,
  isRevoked: false,
  secondsSinceUse: null,
  isSuccessorUsed: false,
};

describe('a refresh token', () => {
  it.each<[string, Partial<Presented>, Verdict]>([
    ['that was not used gets its successor', {}, 'ROTATE'],
    ['used by a request that overtook this one has to wait', { secondsSinceUse: -0.02 }, 'WAIT'],
    ['used half a second ago has to wait', { secondsSinceUse: 0.5 }, 'WAIT'],
    ['whose answer got lost gets another successor', { secondsSinceUse: 1 }, 'REPLACE'],
    ['gets it for thirty seconds', { secondsSinceUse: 30 }, 'REPLACE'],
    ['gets it no longer', { secondsSinceUse: 30.1 }, 'REVOKE'],
    ['gets none beside a successor in use', { secondsSinceUse: 5, isSuccessorUsed: true }, 'REVOKE'],
    ['gets none beside a successor in use, at once', { secondsSinceUse: 0.5, isSuccessorUsed: true }, 'REVOKE'],
    ['that was replaced is a copy', { isRevoked: true }, 'REVOKE'],
    ['that has expired is refused', { isExpired: true }, 'REFUSE'],
    ['of a closed account is refused', { isOpen: false }, 'REFUSE'],
    ['of a closed account is refused even as a copy', { isOpen: false, isRevoked: true }, 'REFUSE'],
  ])('%s', (_, known, verdict) => expect(judge({ ...FRESH, ...known })).toBe(verdict));
});
