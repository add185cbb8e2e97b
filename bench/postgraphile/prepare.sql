-- Makes the product's database one that PostGraphile can serve to the public, with as little work for it as possible.
-- It connects as bench_reader: no role has to be set in each request, so no request needs a transaction.

grant usage on schema public to bench_reader;
grant select on
  experiences, obstacles, recommendations, satkers, stages, topics, causes, events, appearances, people, award_categories,
  participations
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
