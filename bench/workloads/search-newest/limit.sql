select json_build_object(
  'totalCount', (select least(count(*), 1000) from (
    select 1 from search_documents d
    where d.type = 'EXPERIENCE' and d.status = 'PUBLISHED' and d.words @@ $1::tsquery limit 1000) counted),
  'nodes', (select coalesce(json_agg(row_to_json(one)), '[]') from (
    select e.code, e.title, to_char(e.reported_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "reportedAt",
      (select row_to_json(s) from (select k.code, k.name from satkers k where k.id = e.satker_id) s) as satker
    from search_documents d join experiences e on e.id = d.subject_id
    where d.type = 'EXPERIENCE' and d.status = 'PUBLISHED' and d.words @@ $1::tsquery
    order by d.reported_at desc, d.id desc limit 20) one))
