with experience as (
  insert into experiences (code, kind, status, title, stage_id, satker_id, expected, happened, action_taken, result, occurred_on)
  values ($1, $2, 'DRAFT', $3, $4, $5, $6, $7, $8, $9, $10)
  returning *
), obstacle as (
  insert into obstacles (experience_id, ordinal, text, cause_id, likelihood, impact, risk_score, regulated)
  select e.id, o.ordinal, o.text, o.cause_id, o.likelihood, o.impact, o.likelihood * o.impact, o.regulated
  from experience e, jsonb_to_recordset($11::jsonb)
    as o (ordinal int, text text, cause_id bigint, likelihood int, impact int, regulated text)
), recommendation as (
  insert into recommendations (experience_id, number, ordinal, text, remedy)
  select e.id, $1 || '-' || r.ordinal, r.ordinal, r.text, r.remedy
  from experience e, jsonb_to_recordset($12::jsonb) as r (ordinal int, text text, remedy text)
)
select json_build_object('createExperience', json_build_object('experience', (
  select json_build_object(
    'title', e.title, 'kind', e.kind, 'expected', e.expected, 'happened', e.happened, 'actionTaken', e.action_taken,
    'result', e.result, 'occurredOn', e.occurred_on,
    'stage', (select json_build_object('code', s.code, 'name', s.name) from stages s where s.id = e.stage_id),
    'satker', (select json_build_object('code', k.code, 'name', k.name) from satkers k where k.id = e.satker_id))
  from experience e)))
