import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table, column, domain, its condition. */
const DOMAINS = [
  ['satkers', 'level', 'satker_level', `in ('CENTRAL', 'PROVINCE', 'REGENCY', 'CITY')`],
  ['users', 'role', 'user_role', `in ('VIEWER', 'CONTRIBUTOR', 'REVIEWER', 'ANALYST', 'ADMIN', 'AUDITOR')`],
  [
    'source_documents',
    'kind',
    'source_document_kind',
    `in ('NEWS', 'MINUTES', 'SLIDES', 'REPORT', 'DECREE', 'SPREADSHEET', 'RECORDING')`,
  ],
  ['citations', 'method', 'citation_method', `in ('MANUAL', 'IMPORT', 'EXTRACTED')`],
  ['conflicts', 'status', 'conflict_status', `in ('OPEN', 'RESOLVED')`],
  ['stages', 'phase', 'stage_phase', `in ('PREPARATION', 'CONDUCT')`],
  ['election_cycles', 'regime', 'election_cycle_regime', `in ('PEMILU', 'PEMILIHAN')`],
  ['sessions', 'kind', 'session_kind', `in ('OPENING', 'PLENARY', 'PANEL', 'PRESENTATION', 'AWARDS', 'CLOSING')`],
  ['statements', 'verification', 'statement_verification', `in ('UNVERIFIED', 'VERIFIED', 'DISPUTED')`],
  [
    'appearances',
    'role',
    'appearance_role',
    `in ('OPENING', 'KEYNOTE', 'RESOURCE_PERSON', 'MODERATOR', 'CLOSING', 'REPORT', 'ATTENDING')`,
  ],
  ['participations', 'mode', 'participation_mode', `in ('ONSITE', 'ONLINE', 'HYBRID')`],
  ['participations', 'status', 'participation_status', `in ('INVITED', 'CONFIRMED', 'ATTENDED', 'ABSENT')`],
  ['participations', 'evidence', 'participation_evidence', `in ('NAMED', 'COLLECTIVE')`],
  ['events', 'kind', 'event_kind', `in ('RAKORNAS', 'RAKOR', 'RAKORDA', 'BIMTEK', 'FGD', 'EVALUATION')`],
  ['events', 'mode', 'event_mode', `in ('ONSITE', 'ONLINE', 'HYBRID')`],
  ['events', 'status', 'event_status', `in ('SCHEDULED', 'ONGOING', 'COMPLETED', 'CANCELLED')`],
  ['obstacles', 'regulated', 'obstacle_regulated', `in ('REGULATED', 'PARTLY', 'UNREGULATED')`],
  ['experiences', 'kind', 'experience_kind', `in ('OBSTACLE', 'GOOD_PRACTICE', 'INNOVATION', 'NEAR_MISS')`],
  [
    'experiences',
    'status',
    'experience_status',
    `in ('DRAFT', 'SUBMITTED', 'PROVINCE_REVIEW', 'CENTRAL_REVIEW', 'CHANGES_REQUESTED', 'PUBLISHED', 'REJECTED', 'DUPLICATE', 'WITHDRAWN')`,
  ],
  [
    'recommendations',
    'status',
    'recommendation_status',
    `in ('PROPOSED', 'ACCEPTED', 'DEFERRED', 'REJECTED', 'IN_PROGRESS', 'REPORTED_DONE', 'VERIFIED')`,
  ],
  [
    'recommendations',
    'remedy',
    'recommendation_remedy',
    `in ('REGULATION', 'SOP', 'TRAINING', 'SYSTEM', 'LOGISTICS', 'BUDGET', 'ORGANISATION')`,
  ],
  ['recommendations', 'instrument', 'recommendation_instrument', `in ('NONE', 'SOP', 'KPU_DECISION', 'PKPU', 'LAW')`],
  ['recommendations', 'priority', 'recommendation_priority', `in ('LOW', 'MEDIUM', 'HIGH')`],
  ['obstacles', 'likelihood', 'obstacle_likelihood', 'between 1 and 5'],
  ['obstacles', 'impact', 'obstacle_impact', 'between 1 and 5'],
] as const;

/** Checks that were named after their table instead of their column's entity. */
const CHECKS: Readonly<Record<string, string>> = {
  obstacle_likelihood: 'CHK_obstacles_likelihood',
  obstacle_impact: 'CHK_obstacles_impact',
};

/**
 * What a column may hold is the condition of a domain. PostgreSQL reads the checks of a table anew in each statement that
 * inserts; it keeps those of a domain.
 */
export class Domains1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column, domain, condition] of DOMAINS) {
      const type = condition.startsWith('in') ? 'text' : 'smallint';
      await runner.query(`CREATE DOMAIN "${domain}" AS ${type} CONSTRAINT "CHK_${domain}" CHECK (value ${condition})`);
      await runner.query(
        `ALTER TABLE "${table}" DROP CONSTRAINT "${CHECKS[domain] ?? `CHK_${domain}`}", ALTER COLUMN "${column}" TYPE "${domain}"`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column, domain, condition] of DOMAINS) {
      const type = condition.startsWith('in') ? 'text' : 'smallint';
      await runner.query(
        `ALTER TABLE "${table}" ALTER COLUMN "${column}" TYPE ${type},
         ADD CONSTRAINT "${CHECKS[domain] ?? `CHK_${domain}`}" CHECK ("${column}" ${condition})`,
      );
      await runner.query(`DROP DOMAIN "${domain}"`);
    }
  }
}
