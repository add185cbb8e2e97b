import type { DataSource } from 'typeorm';

export type DemoOutcome =
  /** Missing rows were inserted. */
  | 'GROWN'
  /** As many as asked for were there already. */
  | 'UNCHANGED'
  /** More than asked for are there; nothing was changed. */
  | 'MORE_EXIST'
  | 'REMOVED';

/** What a run did; all numbers are of experiences. */
export interface DemoReport {
  outcome: DemoOutcome;
  /** Asked for; 0 for a removal. */
  requested: number;
  before: number;
  inserted: number;
  removed: number;
  after: number;
  milliseconds: number;
}

export type DemoProgress = (done: number, total: number) => void;

/** Demonstration experiences in the database, whoever made them. */
export async function countDemo(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query<{ count: number }[]>(
    'select count(*)::int as count from experiences where is_demo',
  );
  return row?.count ?? 0;
}
