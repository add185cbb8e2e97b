import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which records changed since the projections were brought up to date, and which projections there are. */
export class Projections1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "changed_records" ("subject_type" text NOT NULL, "subject_id" bigint NOT NULL)`);
    await runner.query(
      `CREATE TABLE "projections" ("name" text NOT NULL, "version" text NOT NULL, "built_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_projections" PRIMARY KEY ("name"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "changed_records", "projections"`);
  }
}
