with page as (
  select e.* from (
    select e.id from experiences e
    where e.stage_id = (select s.id from stages s where s.code = $1)
      and e.satker_id = any (array(select k.id from satkers k where k.lineage @> array[$2::text]))
      and e.status = 'PUBLISHED'
    order by e.reported_at desc, e.id desc limit 51
  ) k join experiences e using (id)
  order by e.reported_at desc, e.id desc
), rows as (
  select row_number() over () as place, row_to_json(one) as json from (
    select e.code, e.title, e.kind, e.happened, e.occurred_on as "occurredOn",
      to_char(e.reported_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "reportedAt",
      e.severity, e.risk_score as "riskScore",
      (select row_to_json(s) from (
        select k.code, k.name,
          (select row_to_json(p) from (select u.code, u.name from satkers u where u.id = k.parent_id) p) as parent
        from satkers k where k.id = e.satker_id) s) as satker,
      (select row_to_json(s) from (select t.code, t.name from stages t where t.id = e.stage_id) s) as stage,
      (select row_to_json(s) from (select t.slug, t.title from events t where t.id = e.event_id) s) as event,
      (select coalesce(json_agg(row_to_json(s)), '[]') from (
        select o.ordinal, o.text, o.likelihood, o.impact, o.risk_score as "riskScore",
          (select row_to_json(c) from (select t.code, t.name from causes t where t.id = o.cause_id) c) as cause
        from obstacles o where o.experience_id = e.id order by o.ordinal, o.id) s) as obstacles,
      (select coalesce(json_agg(row_to_json(s)), '[]') from (
        select r.number, r.text, r.status, r.remedy, r.priority
        from recommendations r where r.experience_id = e.id order by r.ordinal, r.id) s) as recommendations
    from page e limit 50) one
)
select json_build_object('experiences', json_build_object(
  'nodes', (select coalesce(json_agg(json order by place), '[]') from rows),
  'pageInfo', json_build_object(
    'hasNextPage', (select count(*) > 50 from page),
    'endCursor', (select json_build_array(reported_at, id) from page offset 49 limit 1))))
