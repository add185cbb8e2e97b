import type { DataSource } from 'typeorm';
import { NotificationKind } from '../../src/notifications/notification.kinds.js';
import { bringUpToDate } from '../../src/audit/follow.js';
import { PROJECTIONS } from '../../src/projections.js';
import { growDemo } from '../../src/seeds/seed.js';

/** Texts that break what is put together carelessly: SQL, LIKE patterns, JSON, GraphQL, Unicode. */
export const NASTY_TEXTS: readonly string[] = [
  `Tanda "kutip" 'tunggal' dan \\garis\\ miring`,
  String.raw`100%_pasti\% C:\n '' "" $1 \u0041`,
  'Emoji 🗳️👩🏽‍💻 café naïve',
  'العربية ‏من اليمين‏ עברית',
  'baris\nbaru\ttab\r\nkembali\b\f',
  'panjang '.repeat(3000),
  '',
  ' ',
  '</script>\u2028\u2029<!-- {"a": [1, null]} --> null',
  '\u0001\u001f\u007f\ufeff\ufffd',
];

const STATUSES = [
  'DRAFT',
  'SUBMITTED',
  'PROVINCE_REVIEW',
  'CENTRAL_REVIEW',
  'CHANGES_REQUESTED',
  'PUBLISHED',
  'REJECTED',
  'DUPLICATE',
  'WITHDRAWN',
];

/** The template's data, more of it in every status, and rows made by hand to be awkward. */
export async function prepareData(dataSource: DataSource): Promise<void> {
  await growDemo(dataSource, { experiences: 533 });
  // Of what is hidden afterwards some is in patterns still, and must not be seen there.
  await bringUpToDate(dataSource, PROJECTIONS);
  await mixStatuses(dataSource);
  await addExperiences(dataSource);
  await addEvents(dataSource);
  await addAwkwardLinks(dataSource);
  await addReviews(dataSource);
  await addAttachments(dataSource);
  await addAccountability(dataSource);
  await addLessons(dataSource);
  await addHistory(dataSource);
  await addNotifications(dataSource);
  await dataSource.query('analyze');
}

/** Half of the experiences get another status, and a part of them moves to the units that have accounts. */
async function mixStatuses(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `update experiences set status = ($1::text[])[1 + id % ${STATUSES.length}] where id % 2 = 0 and is_demo`,
    [STATUSES],
  );
  await dataSource.query(
    `update experiences e set satker_id = s.id
     from (select id, row_number() over (order by code) - 1 as n
           from satkers where code in ('73', '73.71', '73.06', '51', '51.07', '00')) s
     where e.id % 24 = s.n * 4`,
  );
  // Ties in what lists are ordered by, and times finer than a millisecond.
  await dataSource.query(
    `update experiences set reported_at = date_trunc('day', reported_at) + (id % 3) * interval '1 microsecond'
     where id % 5 = 0`,
  );
}

async function addExperiences(dataSource: DataSource): Promise<void> {
  for (const [index, text] of NASTY_TEXTS.entries())
    await dataSource.query(
      `insert into experiences
         (code, kind, status, title, satker_id, stage_id, topic_id, event_id, expected, happened, action_taken, result,
          occurred_on, reported_at, severity, risk_score)
       select 'ANEH-' || $1::int, 'NEAR_MISS', ($2::text[])[1 + $1 % ${STATUSES.length}], $3, s.id,
              case when $1 % 2 = 0 then (select min(id) from stages) end, null,
              case when $1 % 3 = 0 then (select min(id) from events) end,
              $3, null, case when $1 % 2 = 1 then $3 end, null, case when $1 % 4 = 0 then date '2024-02-14' end,
              timestamptz '2024-06-01T00:00:00Z' + $1 * interval '999.999 milliseconds', null, null
       from satkers s where s.code = '73.71'`,
      [index, STATUSES, text],
    );
  await dataSource.query(
    `insert into obstacles (experience_id, ordinal, text, cause_id, likelihood, impact, risk_score, regulated)
     select e.id, n, case when n = 1 then e.title else '%_\\' end, null, nullif(n, 2), 3, nullif(n, 2) * 3, null
     from experiences e, generate_series(1, 2) n where e.code like 'ANEH-%'`,
  );
  await dataSource.query(
    `insert into recommendations (number, text, status, due_date, ordinal, experience_id)
     select 'ANEH-' || e.id || '-' || n, e.title, (array['PROPOSED', 'ACCEPTED', 'IN_PROGRESS'])[n],
            case n when 2 then date '2020-02-29' when 3 then current_date end, n, e.id
     from experiences e, generate_series(1, 3) n where e.code like 'ANEH-%'`,
  );
  // Dates without an order of their own among the demonstration's recommendations.
  await dataSource.query(`update recommendations set due_date = null where id % 3 = 0`);
}

/** Events beside the first one: equal days, unknown ends, awkward texts. */
async function addEvents(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `insert into events (slug, kind, title, theme, start_date, end_date, mode, venue, status, organiser_id)
     select 'aneh-' || n, (array['RAKOR', 'BIMTEK', 'FGD'])[1 + n % 3], t, case when n % 2 = 0 then t end,
            date '2025-01-01' + (n / 4)::int, case when n % 3 = 0 then date '2025-03-01' end,
            case when n % 2 = 0 then 'ONLINE' end, nullif(t, ''), 'SCHEDULED',
            (select id from satkers where code = case when n % 2 = 0 then '00' else '73' end)
     from unnest($1::text[]) with ordinality as x(t, n)`,
    [[...NASTY_TEXTS, 'Sama', 'Sama']],
  );
  await dataSource.query(
    `insert into people (slug, name, aliases, all_names)
     select 'aneh-' || n, t, array[t, 'null', '{a,"b"}'], t || ' ' || t from unnest($1::text[]) with ordinality as x(t, n)`,
    [NASTY_TEXTS.filter((text) => text.length < 100)],
  );
  await dataSource.query(
    `insert into source_documents (slug, kind, title, publisher, published_on, url)
     select 'aneh-' || n, 'REPORT', t, 'Penerbit ' || n, case when n % 2 = 0 then date '2024-12-31' end,
            case when n % 3 = 0 then 'https://contoh.id/?a=1&b="2"' end
     from unnest($1::text[]) with ordinality as x(t, n)`,
    [NASTY_TEXTS],
  );
}

/** Rows that join what one may see with what one may not. */
async function addAwkwardLinks(dataSource: DataSource): Promise<void> {
  // Recommendations of published experiences that address obstacles of unpublished ones, and the other way round.
  await dataSource.query(
    `insert into recommendation_obstacles (recommendation_id, obstacle_id)
     select r.id, o.id from recommendations r, obstacles o
     where r.id % 11 = 0 and o.id % 37 = r.id % 37 on conflict do nothing`,
  );
  await dataSource.query(
    `update experiences set presentation_id = (select min(id) from presentations), event_id = (select min(id) from events)
     where id % 13 = 0`,
  );
  await dataSource.query(
    `insert into award_categories (event_id, stage_id, criteria)
     select (select max(id) from events), id, 'Kriteria ' || code from stages order by id limit 3`,
  );
  await dataSource.query(
    `insert into awards (category_id, satker_id, rank, presentation_id)
     select c.id, s.id, 1 + s.id % 3, case when s.id % 2 = 0 then (select min(id) from presentations) end
     from award_categories c, (select id from satkers where code like '73.%' order by code limit 4) s
     on conflict do nothing`,
  );
  await dataSource.query(
    `update participations set mode = null, delegates = (array[null, 0, 7, 32767])[1 + id % 4] where id % 3 = 0`,
  );
}

async function addAttachments(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `insert into attachments (experience_id, name, content_type, size, sha256, storage_key)
     select e.id, 'berkas "' || n || '".pdf', 'application/pdf', e.id * n, md5(e.id || '-' || n), md5(n || '/' || e.id)
     from experiences e, generate_series(1, 3) n where e.id % 4 = 0`,
  );
}

/** Steps of every kind, and originals of which some are hidden from whoever sees the duplicate. */
async function addReviews(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `insert into reviews (experience_id, party, step, from_status, to_status, reason, comments, changes)
     select e.id, (array['UNIT', 'PROVINCE', 'CENTRE'])[1 + n % 3],
            (array['SUBMIT', 'START_REVIEW', 'REQUEST_CHANGES', 'APPROVE'])[n], 'DRAFT', e.status,
            case when n % 2 = 0 then e.title end,
            case when n % 2 = 0 then '[]'::jsonb else jsonb_build_array(jsonb_build_object('field', 'title', 'text', e.title)) end,
            case n when 1 then jsonb_build_array(jsonb_build_object('field', 'title', 'before', null, 'after', e.title)) else '[]' end
     from experiences e, generate_series(1, 4) n where e.id % 3 = 0 or e.code like 'ANEH-%'`,
  );
  await dataSource.query(
    'update experiences e set duplicate_of_id = o.id from experiences o where e.id % 5 = 0 and o.id = e.id + 1',
  );
}

/** Addressees with accounts, work that accounts had a hand in, and all of it of experiences that are hidden from many, too. */
async function addAccountability(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `insert into recommendation_addressees (recommendation_id, satker_id, organisation, role)
     select r.id, s.id, case when s.id is null then '"Lembaga"' end, (array['LEAD', 'SUPPORT'])[1 + r.id % 2]
     from recommendations r left join satkers s on s.code = (array['73', '73.71', '51', '51.07', '00', null])[1 + r.id % 6]
     where r.id % 3 < 2`,
  );
  await dataSource.query(
    `insert into follow_ups (recommendation_id, action, satker_id, start_date, due_date, progress, evidence, evidence_url,
       done_on, created_by_id, updated_by_id)
     select r.id, r.text, (select min(id) from satkers), date '2024-01-01', (array[null, date '2024-02-29', current_date])[1 + n % 3],
            case when n = 1 then 100 else n * 10 end, case when r.id % 5 = 0 then r.text end,
            case when r.id % 5 = 1 then 'https://contoh.id' end, case when n = 1 and r.id % 2 = 0 then date '2024-03-01' end,
            case when r.id % 4 = 0 then (select id from users where username = 'analis') end,
            case when r.id % 4 = 1 then (select id from users where username = 'reviewer.73') end
     from recommendations r, generate_series(1, 3) n where r.id % 4 < 3`,
  );
  await dataSource.query(
    `insert into assessments (recommendation_id, fulfilment, note)
     select id, (array['NOT', 'PARTLY', 'NO_LONGER_APPLICABLE'])[1 + id % 3], case when id % 2 = 0 then text end
     from recommendations where id % 3 = 0`,
  );
  await dataSource.query(
    `insert into audit_entries (actor_id, actor, action, subject_type, subject_id, changes)
     select (select id from users where username = 'analis'), 'analis', 'reportRecommendationDone', 'Recommendation', id, '[]'::jsonb
     from recommendations where id % 7 = 0
     union all
     select (select id from users where username = 'analis'), 'analis', 'updateFollowUp', 'FollowUp', id, '[]'
     from follow_ups where id % 7 = 0`,
  );
  await dataSource.query(
    `update recommendations set reported_done_at = timestamptz '2025-01-01T00:00:00.123456Z' where id % 5 = 0`,
  );
}

const KINDS = Object.values(NotificationKind);

/** For everybody, of experiences that he sees and that he does not, some of them read or mailed. */
async function addNotifications(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `insert into notifications (recipient_id, kind, experience_id, recommendation_id, party, from_status, to_status, reason, created_at, read_at, mailed_at)
     select u.id, ($1::text[])[1 + (e.id + u.id) % ${KINDS.length}], e.id,
            case when e.id % 3 < 2 then (select min(id) from recommendations r where r.experience_id = e.id) end, (array['UNIT', 'PROVINCE', 'CENTRE'])[1 + e.id % 3],
            'SUBMITTED', e.status, case when e.id % 2 = 0 then e.title end,
            timestamptz '2025-01-01T00:00:00Z' + (e.id / 9) * interval '1 hour 1 microsecond',
            case when e.id % 4 = 0 then timestamptz '2025-02-01T00:00:00.000001Z' end,
            case when e.id % 3 = 0 then timestamptz '2025-03-01T00:00:00Z' end
     from users u join experiences e on e.id % 17 = u.id % 17 or e.code like 'ANEH-%'`,
    [KINDS],
  );
}

/** Lessons in every status, some merged, with sources of every kind, of which some are hidden from most. */
async function addLessons(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `insert into lessons (code, title, context, insight, practice, levels, status, endorsed_at, is_demo)
     select 'LES-' || n, case when n % 3 = 0 then 'Sama' else t end, case when n % 2 = 0 then t end, t, null,
            case n % 3 when 0 then '{}' when 1 then '{CITY}' else '{CITY,PROVINCE}' end::text[],
            (array['CANDIDATE', 'ENDORSED', 'LEARNED', 'SUPERSEDED', 'RETIRED'])[1 + n % 5],
            case when n % 5 in (1, 2, 3) or n % 10 = 4 then timestamptz '2025-01-01T00:00:00Z' + (n / 2) * interval '1.000001 day' end,
            n % 4 = 0
     from unnest($1::text[] || $1::text[]) with ordinality as x(t, n)`,
    [NASTY_TEXTS],
  );
  await dataSource.query(
    `update lessons l set merged_into_id = t.id from lessons t where l.id % 4 = 1 and t.id = l.id + 1`,
  );
  await dataSource.query(
    `update lessons l set superseded_by_id = t.id from lessons t where l.status = 'SUPERSEDED' and t.id = (l.id * 7) % 20 + 1`,
  );
  await dataSource.query(
    'insert into lesson_stages (lesson_id, stage_id) select l.id, s.id from lessons l, stages s where (l.id + s.id) % 9 = 0',
  );
  await dataSource.query(
    `insert into lesson_sources (lesson_id, relation, obstacle_id, experience_id, statement_id, source_document_id, note)
     select l.id, (array['SUPPORTS', 'CONTRADICTS', 'REFINES'])[1 + (l.id + s.key) % 3], s.obstacle, s.experience, s.statement,
            s.document, case when s.key % 2 = 0 then 'catatan' end
     from lessons l, (
       select id as key, id as obstacle, experience_id as experience, null::bigint as statement, null::bigint as document
       from obstacles where id % 5 = 0
       union all select id, null, id, null, null from experiences where id % 7 = 0
       union all select id, null, null, id, null from statements
       union all select id, null, null, null, id from source_documents) s
     where (s.key * 13 + coalesce(s.statement, 0) + coalesce(s.document, 1)) % 20 = l.id % 20`,
  );
  await dataSource.query(
    `insert into lesson_applications (lesson_id, satker_id, cycle_id, outcome, evidence, applied_on)
     select l.id, s.id, c.id, (array['HELPED', 'PARTLY', 'NO_EFFECT', 'NOT_APPLICABLE'])[1 + (l.id + s.id) % 4],
            case when l.id % 2 = 0 then l.title end, case when s.id % 2 = 0 then date '2024-02-14' end
     from lessons l, satkers s, election_cycles c where s.code in ('73', '73.71') and (l.id + c.id) % 2 = 0`,
  );
}

async function addHistory(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `insert into audit_entries (at, actor, action, subject_type, subject_id, reason, changes)
     select timestamptz '2025-01-01T00:00:00Z' + (n / 3) * interval '1 hour 1 microsecond', 'analis', 'update' || t,
            t, s, case when n % 2 = 0 then '"alasan"' end,
            case when n % 4 = 0 then '[]'::jsonb else
              jsonb_build_array(jsonb_build_object('field', 'title', 'before', null, 'after', E'a\\nb "c"'),
                                jsonb_build_object('field', 'theme', 'before', 'x')) end
     from (select 'Event' as t, id as s from events union all
           select 'Experience', id from experiences where id % 7 = 0) x, generate_series(1, 5) n`,
  );
}
