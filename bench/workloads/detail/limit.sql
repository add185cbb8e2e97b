select json_build_object('experience', (
  select json_build_object(
    'code', e.code, 'kind', e.kind, 'status', e.status, 'title', e.title, 'expected', e.expected,
    'happened', e.happened, 'actionTaken', e.action_taken, 'result', e.result, 'occurredOn', e.occurred_on,
    'reportedAt', to_char(e.reported_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'severity', e.severity, 'riskScore', e.risk_score,
    'satker', (
      select json_build_object('code', k.code, 'name', k.name, 'level', k.level, 'parent', (
        select json_build_object('code', p.code, 'name', p.name) from satkers p where p.id = k.parent_id))
      from satkers k where k.id = e.satker_id),
    'stage', (select json_build_object('code', t.code, 'name', t.name) from stages t where t.id = e.stage_id),
    'topic', (select json_build_object('code', t.code, 'name', t.name) from topics t where t.id = e.topic_id),
    'event', (select json_build_object('slug', t.slug, 'title', t.title) from events t where t.id = e.event_id),
    'obstacles', (
      select coalesce(json_agg(json_build_object(
        'ordinal', o.ordinal, 'text', o.text, 'likelihood', o.likelihood, 'impact', o.impact,
        'riskScore', o.risk_score, 'regulated', o.regulated,
        'cause', (select json_build_object('code', c.code, 'name', c.name) from causes c where c.id = o.cause_id)
      ) order by o.ordinal, o.id), '[]')
      from obstacles o where o.experience_id = e.id),
    'recommendations', (
      select coalesce(json_agg(json_build_object(
        'number', r.number, 'text', r.text, 'status', r.status, 'remedy', r.remedy, 'instrument', r.instrument,
        'priority', r.priority, 'dueDate', r.due_date
      ) order by r.ordinal, r.id), '[]')
      from recommendations r where r.experience_id = e.id))
  from experiences e
  where e.code = $1 and e.status = 'PUBLISHED'
))
