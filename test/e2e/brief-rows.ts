import type { DataSource } from 'typeorm';

/** One experience with one obstacle, as a brief may be made of it. */
export interface Planted {
  unit: string;
  stage?: string;
  status?: string;
  kind?: string;
  text: string;
  cause?: string;
  topic?: string;
  likelihood?: number | null;
  impact?: number | null;
  occurredOn?: string;
  actionTaken?: string;
  result?: string;
  isDemo?: boolean;
  recommendation?: { text: string; status?: string; dueDate?: string };
}

let planted = 0;

/** Writes it past the product, and returns the code it can be found by. */
export async function plant(dataSource: DataSource, row: Planted): Promise<string> {
  planted += 1;
  const code = `UJI-${String(planted).padStart(4, '0')}`;
  const { likelihood = 3, impact = 3 } = row;
  const risk = likelihood === null || impact === null ? null : likelihood * impact;
  await dataSource.query(
    `with e as (
       insert into experiences (code, kind, status, title, action_taken, result, occurred_on, is_demo, severity, risk_score, satker_id, stage_id, topic_id)
       select $1, $2, $3, $4, $5, $6, $7::date, $8, $9::int, $10::int, s.id, t.id, (select id from topics where code = $11)
       from satkers s, stages t where s.code = $12 and t.code = $13 returning id),
     n as (insert into changed_records (subject_type, subject_id) select 'Experience', id from e),
     o as (
       insert into obstacles (experience_id, text, cause_id, likelihood, impact, risk_score)
       select id, $4, (select id from causes where code = $14), $15::int, $9::int, $10::int from e returning id),
     r as (
       insert into recommendations (number, text, status, due_date, experience_id)
       select 'R' || $1, $16::text, $17, $18::date, id from e where $16::text is not null returning id)
     insert into recommendation_obstacles (recommendation_id, obstacle_id) select r.id, o.id from r, o`,
    [
      code,
      row.kind ?? 'OBSTACLE',
      row.status ?? 'PUBLISHED',
      row.text,
      row.actionTaken ?? null,
      row.result ?? null,
      row.occurredOn ?? '2024-02-14',
      row.isDemo ?? false,
      impact,
      risk,
      row.topic ?? null,
      row.unit,
      row.stage ?? 'PEMILU-09',
      row.cause ?? null,
      likelihood,
      row.recommendation?.text ?? null,
      row.recommendation?.status ?? 'PROPOSED',
      row.recommendation?.dueDate ?? null,
    ],
  );
  return code;
}

/** Takes experiences away as `where` says. */
export async function remove(dataSource: DataSource, where: string): Promise<void> {
  await dataSource.query(
    `with gone as (delete from experiences where ${where} returning id)
     insert into changed_records (subject_type, subject_id) select 'Experience', id from gone`,
  );
}
