import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that are renewed and can be ended, and accounts that an OpenID provider knows. */
export class Accounts1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "users" ADD "oidc_subject" text, ADD "session_epoch" integer NOT NULL DEFAULT '0',
       ADD "session_epoch_since" TIMESTAMP WITH TIME ZONE, ADD CONSTRAINT "UQ_users_oidc_subject" UNIQUE ("oidc_subject")`,
    );
    await runner.query(
      `CREATE TABLE "refresh_tokens" ("hash" text NOT NULL, "family_id" uuid NOT NULL, "session_epoch" integer NOT NULL, "issued_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, "replaced_by" text, "revoked_at" TIMESTAMP WITH TIME ZONE, "user_id" bigint NOT NULL, CONSTRAINT "PK_refresh_tokens" PRIMARY KEY ("hash"), CONSTRAINT "FK_refresh_tokens_user" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION)`,
    );
    await runner.query(`CREATE INDEX "IDX_refresh_tokens_family" ON "refresh_tokens" ("family_id")`);
    await runner.query(`CREATE INDEX "IDX_refresh_tokens_user" ON "refresh_tokens" ("user_id")`);
    await runner.query(`CREATE INDEX "IDX_refresh_tokens_expires_at" ON "refresh_tokens" ("expires_at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "refresh_tokens"`);
    await runner.query(
      `ALTER TABLE "users" DROP COLUMN "oidc_subject", DROP COLUMN "session_epoch", DROP COLUMN "session_epoch_since"`,
    );
  }
}
