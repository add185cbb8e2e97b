import type { EntityManager } from 'typeorm';

/** About the members of the patterns $1; of all where it is null. */
const MEMBERS = `
  members as materialized (
    select m.pattern_id, m.obstacle_id, m.happened_on, m.shared_words, o.risk_score, o.cause_id, e.satker_id, e.stage_id,
      e.topic_id
    from obstacle_pattern_members m
    join obstacles o on o.id = m.obstacle_id
    join experiences e on e.id = o.experience_id
    where $1::bigint[] is null or m.pattern_id = any($1))`;

const NUMBERS = `
  numbers as (
    select pattern_id, count(*) as obstacles, max(risk_score) as risk, min(happened_on) as first, max(happened_on) as last
    from members group by pattern_id),
  units as (
    select pattern_id, count(*) as count, count(distinct lineage[2]) as provinces
    from (select distinct pattern_id, satker_id from members) x join satkers s on s.id = x.satker_id group by pattern_id),
  unit_codes as (
    select pattern_id, array_agg(distinct above order by above) as codes
    from (select distinct pattern_id, satker_id from members) x join satkers s on s.id = x.satker_id,
      unnest(s.lineage) as above
    group by pattern_id),
  stage_codes as (
    select pattern_id, array_agg(distinct s.code order by s.code) as stages, array_agg(distinct c.code order by c.code) as cycles
    from (select distinct pattern_id, stage_id from members) x
    join stages s on s.id = x.stage_id join election_cycles c on c.id = s.cycle_id group by pattern_id),
  topic_codes as (
    select pattern_id, array_agg(t.code order by t.code) as codes
    from (select distinct pattern_id, topic_id from members) x join topics t on t.id = x.topic_id group by pattern_id),
  cause_codes as (
    select pattern_id, array_agg(c.code order by c.code) as codes
    from (select distinct pattern_id, cause_id from members) x join causes c on c.id = x.cause_id group by pattern_id),
  years as (
    select pattern_id, array_agg(year order by year) as years
    from (select distinct pattern_id, extract(year from happened_on)::int as year from members) x group by pattern_id)`;

/** The stems that most members share with the founder; of equally frequent ones the rarer, as its stems stand. */
const WORDS = `
  words as (
    select pattern_id, (array_agg(word order by uses desc, place))[1:6] as words
    from (
      select x.pattern_id, x.word, x.uses, array_position(p.stems, x.word) as place
      from (
        select pattern_id, word, sum(uses) as uses
        from (select pattern_id, shared_words, count(*) as uses from members group by 1, 2) y, unnest(shared_words) as word
        group by 1, 2) x
      join obstacle_patterns p on p.id = x.pattern_id) z
    group by pattern_id)`;

/** When a recommendation of a published experience that addresses one of the members was first reported done. */
const DONE = `
  done as (
    select m.pattern_id, min((r.reported_done_at at time zone 'UTC')::date) as day
    from members m
    join recommendation_obstacles l on l.obstacle_id = m.obstacle_id
    join recommendations r on r.id = l.recommendation_id
    join experiences e on e.id = r.experience_id
    where r.reported_done_at is not null and e.status = 'PUBLISHED'
    group by m.pattern_id),
  recurred as (
    select m.pattern_id, count(*) as count from members m join done using (pattern_id)
    where m.happened_on > done.day group by m.pattern_id)`;

/** Brings what patterns say of their members up to date: of these, or of all. */
export async function recount(tx: EntityManager, patternIds: readonly string[] | null): Promise<void> {
  if (patternIds?.length === 0) return;
  await tx.query(
    `with ${[MEMBERS, NUMBERS, WORDS, DONE].join(',')}
     update obstacle_patterns p set
       obstacle_count = n.obstacles, max_risk = n.risk, first_seen = n.first, last_seen = n.last, years = y.years,
       satker_count = u.count, province_count = u.provinces, cycle_count = cardinality(coalesce(s.cycles, '{}')),
       stage_codes = coalesce(s.stages, '{}'), cycle_codes = coalesce(s.cycles, '{}'),
       topic_codes = coalesce(t.codes, '{}'), cause_codes = coalesce(c.codes, '{}'), unit_codes = uc.codes,
       common_words = w.words, first_done_on = d.day, after_done_count = coalesce(r.count, 0)
     from numbers n
     join units u using (pattern_id) join unit_codes uc using (pattern_id) join years y using (pattern_id)
     join words w using (pattern_id)
     left join stage_codes s using (pattern_id) left join topic_codes t using (pattern_id)
     left join cause_codes c using (pattern_id) left join done d using (pattern_id) left join recurred r using (pattern_id)
     where p.id = n.pattern_id`,
    [patternIds],
  );
}

/** Patterns of the obstacles that some recommendations address. */
export async function patternsAddressedBy(tx: EntityManager, recommendationIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select distinct m.pattern_id as id from recommendation_obstacles l
     join obstacle_pattern_members m on m.obstacle_id = l.obstacle_id where l.recommendation_id = any($1)`,
    [recommendationIds],
  );
  return rows.map(({ id }) => id);
}
