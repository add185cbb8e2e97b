with counted as (
  select o.likelihood, o.impact, o.satker_id, sum(o.count)::int as count
  from obstacle_sums o
  where o.facet = 'RISK' and o.status = 'PUBLISHED'
    and o.satker_id = any (array(select k.id from satkers k where k.lineage @> array[$1::text]))
  group by 1, 2, 3
), grouped as (
  select likelihood, impact, sum(count)::int as count, count(*)::int as units from counted group by 1, 2
)
select json_build_object('cells', (select json_agg(row_to_json(c)) from (
  select l as likelihood, i as impact, l * i as "riskScore", coalesce(g.count, 0) as count,
    coalesce(g.units, 0) as "satkerCount"
  from generate_series(1, 5) l cross join generate_series(1, 5) i
  left join grouped g on g.likelihood = l and g.impact = i
  order by l, i) c))
