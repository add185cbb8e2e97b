import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OF_EXPERIENCES } from './1764600000000-notifications.js';

const OF_RECOMMENDATIONS = [
  'RECOMMENDATION_ADDED',
  'RECOMMENDATION_ADDRESSED',
  'RECOMMENDATION_ACCEPTED',
  'RECOMMENDATION_DEFERRED',
  'RECOMMENDATION_REJECTED',
  'RECOMMENDATION_STARTED',
  'RECOMMENDATION_REPORTED_DONE',
  'RECOMMENDATION_VERIFIED',
  'RECOMMENDATION_REOPENED',
  'RECOMMENDATION_ASSESSED',
  'FOLLOW_UP_ADDED',
  'FOLLOW_UP_UPDATED',
];

/** People are told what becomes of recommendations, too. */
export class RecommendationNotifications1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, [...OF_EXPERIENCES, ...OF_RECOMMENDATIONS]);
    await runner.query(
      `ALTER TABLE "notifications" ADD "recommendation_id" bigint,
        ADD CONSTRAINT "FK_notifications_recommendation" FOREIGN KEY ("recommendation_id") REFERENCES "recommendations" ("id") ON DELETE CASCADE`,
    );
    await runner.query(
      `CREATE INDEX "IDX_notifications_recommendation" ON "notifications" ("recommendation_id") WHERE "recommendation_id" is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "notifications" WHERE "recommendation_id" is not null`);
    await runner.query(`ALTER TABLE "notifications" DROP COLUMN "recommendation_id"`);
    await allow(runner, OF_EXPERIENCES);
  }
}

async function allow(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
  const list = kinds.map((kind) => `'${kind}'`).join(', ');
  await runner.query(`ALTER DOMAIN "notification_kind" DROP CONSTRAINT "CHK_notification_kind"`);
  await runner.query(
    `ALTER DOMAIN "notification_kind" ADD CONSTRAINT "CHK_notification_kind" CHECK (value in (${list}))`,
  );
}
