import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What briefs say of the whole nation, and of each obstacle. It is of another version now, so the next start makes it anew. */
export class RiskTotals1765600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "risk_totals" (
        "stage_id" bigint NOT NULL, "kind" text NOT NULL, "obstacles" integer NOT NULL, "experiences" integer NOT NULL,
        "demo" integer NOT NULL, "unregulated" integer NOT NULL, "unassessed" integer NOT NULL, "cells" integer array NOT NULL,
        "years" integer array NOT NULL, "last" date NOT NULL, "units" bigint array NOT NULL,
        CONSTRAINT "PK_risk_totals" PRIMARY KEY ("stage_id", "kind")
      )`,
    );
    await runner.query(`CREATE INDEX "IDX_risk_sums_kind" ON "risk_sums" ("stage_id", "kind")`);
    await runner.query(`ALTER TABLE "risk_obstacles" ADD "cause_id" bigint, ADD "topic_id" bigint`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "risk_obstacles" DROP "cause_id", DROP "topic_id"`);
    await runner.query('DROP INDEX "IDX_risk_sums_kind"');
    await runner.query('DROP TABLE "risk_totals"');
  }
}
