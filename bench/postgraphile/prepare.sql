-- Makes the product's database one that PostGraphile can serve to the public, with as little work for it as possible.
-- It connects as bench_reader: no role has to be set in each request, so no request needs a transaction.

grant usage on schema public to bench_reader;
grant select on
  experiences, obstacles, recommendations, satkers, stages, topics, causes, events, appearances, people, award_categories,
  participations, election_cycles, obstacle_sums, search_documents
to bench_reader;

-- The public sees what is published. A policy on the experiences is enough, as their obstacles and recommendations are
-- reached through them only; one on each of the three would cost PostGraphile more.
alter table experiences enable row level security;
create policy published on experiences for select to bench_reader using (status = 'PUBLISHED');

-- A new experience, published at once: what it writes it also has to be allowed to see.
grant insert on experiences to bench_reader;
create policy writing on experiences for insert to bench_reader with check (true);

-- The list of a stage under a province, which conditions on columns cannot say. Written by hand, and inlined by
-- PostgreSQL: faster than a plug-in's nested filters.
create function experiences_under(stage_code text, unit_code text) returns setof experiences
language sql stable as $$
  select e.* from experiences e
  where e.stage_id = (select s.id from stages s where s.code = stage_code)
    and e.satker_id = any (array(select k.id from satkers k where k.lineage @> array[unit_code]))
$$;
comment on function experiences_under is '@behavior order';

-- How many units under a unit took part, for the same reason.
create function events_participants_under(event events, unit_code text) returns integer
language sql stable as $$
  select count(*)::integer from participations p
  where p.event_id = event.id and p.satker_id = any (array(select k.id from satkers k where k.lineage @> array[unit_code]))
$$;

-- Statistics over the sums that the product keeps, each in one statement by hand. What the public may not count has to be
-- left out here, as the policy above is about experiences alone.
create function obstacles_by_stage_and_province(cycle_code text, unit_level text, demo boolean)
returns table (
  stage text, stage_name text, province text, region text, count integer, units integer, max_risk smallint
)
language sql stable as $$
  with counted as (
    select o.stage_id, o.satker_id, sum(o.count)::integer as count, max(o.max_risk) as risk
    from obstacle_sums o
    where o.facet = 'STAGE' and o.status = 'PUBLISHED'
      and (cycle_code is null or o.cycle_id = (select c.id from election_cycles c where c.code = cycle_code))
      and (unit_level is null or o.satker_id = any (array(select k.id from satkers k where k.level::text = unit_level)))
      and (demo is null or o.is_demo = demo)
    group by 1, 2
  ), grouped as (
    select c.stage_id, coalesce(k.lineage[2], k.code) as province, sum(c.count)::integer as count,
      count(*)::integer as units, max(c.risk) as risk
    from counted c join satkers k on k.id = c.satker_id
    group by 1, 2
  )
  select s.code, coalesce(s.name, 'Lintas tahapan'), g.province, p.region, g.count, g.units, g.risk
  from grouped g left join stages s on s.id = g.stage_id left join satkers p on p.code = g.province
  order by s.code nulls last, g.province
$$;

create function risk_matrix(unit_code text)
returns table (likelihood integer, impact integer, risk_score integer, count integer, satker_count integer)
language sql stable as $$
  with counted as (
    select o.likelihood, o.impact, o.satker_id, sum(o.count)::integer as count
    from obstacle_sums o
    where o.facet = 'RISK' and o.status = 'PUBLISHED'
      and o.satker_id = any (array(select k.id from satkers k where k.lineage @> array[unit_code]))
    group by 1, 2, 3
  ), grouped as (
    select c.likelihood, c.impact, sum(c.count)::integer as count, count(*)::integer as units from counted c group by 1, 2
  )
  select l, i, l * i, coalesce(g.count, 0), coalesce(g.units, 0)
  from generate_series(1, 5) l cross join generate_series(1, 5) i
  left join grouped g on g.likelihood = l and g.impact = i
  order by l, i
$$;

-- The newest experiences with some words, from the product's index of stems, and how many there are up to a thousand.
-- The question comes as PostgreSQL understands it; to make it of what people type is the product's work alone.
create function experiences_with_words(query text) returns setof experiences
language sql stable as $$
  select e.* from search_documents d join experiences e on e.id = d.subject_id
  where d.type = 'EXPERIENCE' and d.status = 'PUBLISHED' and d.words @@ query::tsquery
  order by d.reported_at desc, d.id desc
$$;

create function experiences_with_words_count(query text) returns integer
language sql stable as $$
  select count(*)::integer from (
    select from search_documents d
    where d.type = 'EXPERIENCE' and d.status = 'PUBLISHED' and d.words @@ query::tsquery limit 1000) counted
$$;
