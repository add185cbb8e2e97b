import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEYS = `"satker_id", "facet", "status", "is_demo", "cycle_id", "stage_id", "topic_id", "event_id", "cause_id", "regulated",
  "likelihood", "impact", "risk_score", "year"`;

/** Obstacles are summed by month, too. Facts and sums are of another version now, so the next start makes them anew. */
export class Months1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "obstacle_facts" ADD "month" date');
    await runner.query('ALTER TABLE "obstacle_sums" ADD "month" date');
    await uniqueBy(runner, `${KEYS}, "month"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "obstacle_sums" WHERE "facet" = 'MONTH'`);
    await uniqueBy(runner, KEYS);
    await runner.query('ALTER TABLE "obstacle_sums" DROP COLUMN "month"');
    await runner.query('ALTER TABLE "obstacle_facts" DROP COLUMN "month"');
  }
}

async function uniqueBy(runner: QueryRunner, keys: string): Promise<void> {
  await runner.query('DROP INDEX "UQ_obstacle_sums"');
  await runner.query(`CREATE UNIQUE INDEX "UQ_obstacle_sums" ON "obstacle_sums" (${keys}) NULLS NOT DISTINCT`);
}
