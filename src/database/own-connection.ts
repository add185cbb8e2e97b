import type { Pool, PoolConfig } from 'pg';
import type { DataSource } from 'typeorm';

/** How to connect as the pool of a data source does, for what must not take a place in it. */
export function connectionOf(dataSource: DataSource): PoolConfig {
  const { master } = dataSource.driver as unknown as { master: Pool };
  // The pool hides the password from being copied.
  return { ...master.options, password: master.options.password };
}
