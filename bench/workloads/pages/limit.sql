with page as (
  select e.id, e.code, e.title, e.reported_at, e.risk_score, e.satker_id from experiences e
  where e.status = 'PUBLISHED' and (e.reported_at, e.id) < ($1::timestamptz, $2::bigint)
  order by e.reported_at desc, e.id desc limit 11
)
select json_build_object('experiences', json_build_object(
  'nodes', (select coalesce(json_agg(row_to_json(one)), '[]') from (
    select e.code, e.title, to_char(e.reported_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "reportedAt",
      e.risk_score as "riskScore",
      (select row_to_json(s) from (select k.code, k.name from satkers k where k.id = e.satker_id) s) as satker
    from page e limit 10) one),
  'pageInfo', json_build_object(
    'hasNextPage', (select count(*) > 10 from page),
    'endCursor', (select json_build_array(reported_at, id) from page offset 9 limit 1))))
