import { setTimeout as sleep } from 'node:timers/promises';

interface Patience {
  limitMs?: number;
  /** What is wrong when it never comes to that. */
  problem?: () => string;
}

/** Waits until it is so. The limit is for what never comes: a machine that does other things too may take its time. */
export async function until(
  isSo: () => Promise<boolean> | boolean,
  { limitMs = 60_000, problem = () => `Waited ${limitMs / 1000} s in vain.` }: Patience = {},
): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(problem());
    await sleep(20);
  }
}
