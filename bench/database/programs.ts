import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBinaries, type BinarySource } from '../../src/database/embedded/binaries.js';

const DEBIAN = '/usr/lib/postgresql';

/** Debian's PostgreSQL where it is installed, the newest; else the one the product brings. */
export function findPrograms(): BinarySource {
  const majors = (existsSync(DEBIAN) ? readdirSync(DEBIAN) : [])
    .map(Number)
    .filter((major) => major >= 15 && existsSync(join(DEBIAN, String(major), 'bin', 'initdb')));
  if (majors.length === 0) return findBinaries();
  const major = Math.max(...majors);
  return { folder: join(DEBIAN, String(major)), major };
}
