import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which obstacles' experiences went well. What they are made by is of another version now, so the next start makes them anew. */
export class GoodResults1765700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "risk_obstacles" ADD "has_good_result" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "risk_obstacles" ALTER "has_good_result" DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "risk_obstacles" DROP "has_good_result"`);
  }
}
