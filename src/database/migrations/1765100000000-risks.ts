import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What briefs are read from; it follows the published experiences and can be built anew from them at any time. */
export class Risks1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "risk_obstacles" (
        "id" bigint NOT NULL, "experience_id" bigint NOT NULL, "is_first" boolean NOT NULL, "stage_id" bigint NOT NULL,
        "satker_id" bigint NOT NULL, "kind" text NOT NULL, "likelihood" smallint, "impact" smallint, "risk" smallint,
        "is_unregulated" boolean NOT NULL, "is_demo" boolean NOT NULL, "day" date NOT NULL,
        CONSTRAINT "PK_risk_obstacles" PRIMARY KEY ("id")
      )`,
    );
    await runner.query(`CREATE INDEX "IDX_risk_obstacles_experience" ON "risk_obstacles" ("experience_id")`);
    await runner.query(
      `CREATE INDEX "IDX_risk_obstacles_unit" ON "risk_obstacles" ("stage_id", "satker_id", "kind", "risk", "day", "id")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_risk_obstacles_kind" ON "risk_obstacles"
        ("kind", "stage_id", "risk" DESC NULLS LAST, "day" DESC, "id" DESC)`,
    );
    await runner.query(
      `CREATE TABLE "risk_sums" (
        "stage_id" bigint NOT NULL, "satker_id" bigint NOT NULL, "kind" text NOT NULL, "obstacles" integer NOT NULL,
        "experiences" integer NOT NULL, "demo" integer NOT NULL, "unregulated" integer NOT NULL,
        "unassessed" integer NOT NULL, "cells" integer array NOT NULL, "years" integer array NOT NULL, "last" date NOT NULL,
        CONSTRAINT "PK_risk_sums" PRIMARY KEY ("stage_id", "satker_id", "kind")
      )`,
    );
    await runner.query(
      `CREATE TABLE "open_recommendations" (
        "id" bigint NOT NULL, "experience_id" bigint NOT NULL, "stage_id" bigint NOT NULL, "satker_id" bigint NOT NULL,
        "status" text NOT NULL, "due_date" date,
        CONSTRAINT "PK_open_recommendations" PRIMARY KEY ("id")
      )`,
    );
    await runner.query(
      `CREATE INDEX "IDX_open_recommendations_experience" ON "open_recommendations" ("experience_id")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_open_recommendations_stage" ON "open_recommendations"
        ("stage_id", "satker_id", "status", "due_date", "id")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "risk_obstacles", "risk_sums", "open_recommendations"');
  }
}
