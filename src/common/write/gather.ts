import { Rejected, type Complaint } from '../errors.js';

type Steps = Record<string, () => unknown>;

/**
 * Takes every step in turn (they share a transaction's one connection) although some may be rejected, so that a person
 * learns of everything that is wrong at once. Throws one Rejected with the complaints of all, or the first other error.
 */
export async function gather<T extends Steps>(steps: T): Promise<{ [K in keyof T]: Awaited<ReturnType<T[K]>> }> {
  const results: Record<string, unknown> = {};
  const complaints: Complaint[] = [];
  for (const [name, step] of Object.entries(steps)) {
    try {
      results[name] = await step();
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      complaints.push(...error.complaints);
    }
  }
  if (complaints.length > 0) throw new Rejected(complaints);
  return results as { [K in keyof T]: Awaited<ReturnType<T[K]>> };
}
