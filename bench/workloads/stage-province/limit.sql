with counted as (
  select o.stage_id, o.satker_id, sum(o.count)::int as count, max(o.max_risk) as risk
  from obstacle_sums o
  where o.facet = 'STAGE' and o.status = 'PUBLISHED'
    and ($1::text is null or o.cycle_id = (select c.id from election_cycles c where c.code = $1))
    and ($2::text is null or o.satker_id = any (array(select k.id from satkers k where k.level::text = $2)))
    and ($3::boolean is null or o.is_demo = $3)
  group by 1, 2
), grouped as (
  select c.stage_id, coalesce(k.lineage[2], k.code) as province, sum(c.count)::int as count, count(*)::int as units,
    max(c.risk) as risk
  from counted c join satkers k on k.id = c.satker_id
  group by 1, 2
)
select json_build_object('buckets', (select coalesce(json_agg(row_to_json(b)), '[]') from (
  select s.code as stage, coalesce(s.name, 'Lintas tahapan') as "stageName", g.province, p.region, g.count, g.units,
    g.risk as "maxRisk"
  from grouped g left join stages s on s.id = g.stage_id left join satkers p on p.code = g.province
  order by s.code nulls last, g.province limit 1000) b))
