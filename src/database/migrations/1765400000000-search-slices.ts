import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents are cut by their number instead of by days, and words of titles are counted. The index is of another version now,
 * so the next start makes it anew. What is deleted leaves its words in the index until they are tidied up, and the newest are
 * rewritten most: PostgreSQL would wait until a fifth is gone, and then leave the index alone where it is few pages.
 */
export class SearchSlices1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "search_slices" (
        "number" integer NOT NULL,
        "since" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "PK_search_slices" PRIMARY KEY ("number")
      )`,
    );
    await runner.query(`ALTER TABLE "search_words" ADD "titles" integer NOT NULL DEFAULT 0`);
    await runner.query(
      `ALTER TABLE "search_documents" SET (vacuum_index_cleanup = on, autovacuum_vacuum_scale_factor = 0.01)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "search_documents" RESET (vacuum_index_cleanup, autovacuum_vacuum_scale_factor)`);
    await runner.query(`ALTER TABLE "search_words" DROP COLUMN "titles"`);
    await runner.query('DROP TABLE "search_slices"');
    await runner.query(`DELETE FROM "projections" WHERE "name" = 'search'`);
  }
}
