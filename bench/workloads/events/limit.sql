select json_build_object('events', json_build_object('nodes', (select coalesce(json_agg(row_to_json(one)), '[]') from (
  select e.slug, e.kind, e.title, e.theme, e.start_date as "startDate", e.end_date as "endDate", e.venue,
    (select coalesce(json_agg(row_to_json(s)), '[]') from (
      select a.ordinal, a.role, a.position,
        (select row_to_json(t) from (select p.slug, p.name from people p where p.id = a.person_id) t) as person,
        (select row_to_json(t) from (select k.code, k.name from satkers k where k.id = a.satker_id) t) as satker
      from appearances a where a.event_id = e.id order by a.ordinal, a.id) s) as appearances,
    (select coalesce(json_agg(row_to_json(s)), '[]') from (
      select c.criteria,
        (select row_to_json(t) from (select g.code, g.name from stages g where g.id = c.stage_id) t) as stage
      from award_categories c where c.event_id = e.id order by c.id) s) as "awardCategories",
    (select count(*) from participations p where p.event_id = e.id) as "all",
    (select count(*) from participations p where p.event_id = e.id
      and p.satker_id = any (array(select k.id from satkers k where k.lineage @> array[$1::text]))) as under
  from events e order by e.start_date desc, e.id desc limit 20) one)))
