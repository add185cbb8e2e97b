import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums of risks know their first day, too. They are of another version now, so the next start makes them anew. */
export class FirstDays1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('TRUNCATE "risk_sums"');
    await runner.query('ALTER TABLE "risk_sums" DROP COLUMN "last"');
    await runner.query('ALTER TABLE "risk_sums" ADD "first" date NOT NULL, ADD "last" date NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "risk_sums" DROP COLUMN "first"');
  }
}
