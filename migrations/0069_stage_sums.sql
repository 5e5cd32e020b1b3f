-- What the service has done, for those who plan it: how many children came on which day and at which hour, how long they were in each stage and what came next, what fell due and was late,
-- who is in which stage now, and how many children workers have. Sums: of no child and of no worker by name. Whoever is restricted is counted: a sum names nobody.

-- Which stage each child came to be in, and when. `p_stages`: of each step what it begins (`stage`) or ends (null) in which of four layers, `care` before `plan` before
-- `base` before `door`: an assessment of a child in care leaves them in care. With `field` and `of` only where the answer is one of these, with `unless` only where it is none of them.
create function record.stages_of(p_until date, p_stages jsonb) returns table (person uuid, "position" int, day date, stage text, before text, ended_on date, next text)
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with turns as (
    select s.key as step, t.turn ->> 'layer' as layer, t.turn ->> 'stage' as stage, t.turn ->> 'field' as field, t.turn -> 'of' as answers, t.turn -> 'unless' as unless
    from jsonb_each(case when jsonb_typeof(p_stages) = 'object' then p_stages else '{}' end) s
    cross join lateral jsonb_array_elements(case when jsonb_typeof(s.value) = 'array' then s.value else '[]' end) t(turn)),
  said as (
    select l.person, l.position, e.happened_on as day, t.layer, t.stage
    from turns t
    join entry e on e.authority = record.authority() and e.step = t.step and e.happened_on <= p_until
    join ledger l on l.authority = record.authority() and l.entry = e.entry
    left join content c on t.field is not null and c.authority = record.authority() and c.person = l.person and c.entry = e.entry
    where not l.tombstone and not exists (select from ledger n where n.authority = record.authority() and n.person = l.person and n.corrects = l.position)
      and (t.field is null or coalesce(t.answers ? coalesce(c.answers ->> t.field, c.shared ->> t.field), not t.unless ? coalesce(c.answers ->> t.field, c.shared ->> t.field), t.unless is not null))),
  parts as (
    select s.*, count(*) filter (where s.layer = 'care') over w as care_part, count(*) filter (where s.layer = 'plan') over w as plan_part, count(*) filter (where s.layer = 'base') over w as base_part,
      count(*) filter (where s.layer = 'door') over w as door_part
    from said s window w as (partition by s.person order by s.day, s.position)),
  held as (
    select distinct p.person, p.day, p.position, coalesce(
      max(p.stage) filter (where p.layer = 'care') over (partition by p.person, p.care_part),
      max(p.stage) filter (where p.layer = 'plan') over (partition by p.person, p.plan_part),
      max(p.stage) filter (where p.layer = 'base') over (partition by p.person, p.base_part),
      max(p.stage) filter (where p.layer = 'door') over (partition by p.person, p.door_part), 'end') as stage
    from parts p),
  turned as (select h.*, coalesce(lag(h.stage) over (partition by h.person order by h.day, h.position), 'end') as before from held h),
  moved as (
    select t.*, lead(t.day) over w as ended_on, lead(t.stage) over w as next
    from turned t where t.stage <> t.before window w as (partition by t.person order by t.day, t.position))
  select m.person, m.position, m.day, m.stage, m.before, m.ended_on, m.next from moved m where m.stage <> 'end'
$$;

-- kind 'arrival': n children came to `stage` on `day`. 'hour': n were entered at the hour `days`. 'spell': n were in `stage` for `days` and went on to `next` (null: are still in it), of whom it is
-- known from their day `entered` on. 'open': of those in `stage` for `days`, n whose worker is known (`entered` 1) or who have none (0). 'clock': of n due by the rule `stage` in the month `day`,
-- `entered` were late. 'load': n workers of one team (`stage`, a number) have `days` children.
create function record.stage_sums(p_since date, p_until date, p_stages jsonb, p_rules text[])
returns table (kind text, stage text, next text, day date, entered int, days int, n int)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp as $$
#variable_conflict use_column
declare
  at constant timestamptz := least(statement_timestamp(), (p_until + 1)::timestamp at time zone 'Europe/London');
begin
  if record.authority() is null or record.actor() is null or not record.roles() && array['headOfService', 'performanceAnalyst'] then return; end if;
  return query
    with spells as materialized (select * from record.stages_of(p_until, p_stages))
    select 'arrival', s.stage, null::text, s.day, 0, 0, count(*)::int from spells s where s.before = 'end' and s.day > p_since group by s.stage, s.day
    union all
    select 'hour', null, null, null::date, 0, h.hour, count(*)::int
    from spells s join ledger l on l.authority = record.authority() and l.person = s.person and l.position = s.position
    join entry e on e.authority = record.authority() and e.entry = l.entry
    cross join lateral (select extract(hour from e.recorded_at at time zone 'Europe/London')::int) h(hour)
    where s.before = 'end' and s.day > p_since and e.source is null and (e.recorded_at at time zone 'Europe/London')::date = s.day group by h.hour
    union all
    select 'spell', s.stage, s.next, null, t.entered, t.days, count(*)::int
    from spells s cross join lateral (select greatest(0, p_since - s.day), coalesce(s.ended_on, p_until) - s.day) t(entered, days)
    where coalesce(s.ended_on, p_until) >= p_since group by s.stage, s.next, t.entered, t.days
    union all
    select 'open', s.stage, null, null, t.has_worker, t.days, count(*)::int
    from spells s
    left join lateral (select x.worker from standing x where x.authority = record.authority() and x.person = s.person and x.known_from <= at and x.known_to > at limit 1) w on true
    cross join lateral (select (w.worker is not null)::int, p_until - s.day) t(has_worker, days)
    where s.ended_on is null group by s.stage, t.has_worker, t.days
    union all
    select 'clock', c.rule, null, date_trunc('month', c.due_on)::date, count(*) filter (where coalesce(c.met_on, c.ended_on, p_until + 1) > c.due_on)::int, 0, count(*)::int
    from clock c where c.authority = record.authority() and c.known_to = 'infinity' and not c.not_in_source and c.rule = any(p_rules)
      and c.due_on > p_since and c.due_on <= p_until and (c.ended_on is null or c.ended_on >= c.due_on) group by c.rule, date_trunc('month', c.due_on)
    union all
    select 'load', w.team::text, null, null, 0, w.children, count(*)::int from (
      select dense_rank() over (order by coalesce(m.team, '00000000-0000-0000-0000-000000000000'))::int as team, m.member, coalesce(k.children, 0) as children
      from access.member m
      left join (select x.worker, count(*)::int as children from standing x where x.authority = record.authority() and x.known_from <= at and x.known_to > at
        and (x.open_since is not null or x.on_plan_since is not null or x.looked_after_since is not null) group by x.worker) k on k.worker = m.member
      where m.authority = record.authority() and (m.left_at is null or m.left_at > at) and (k.children > 0 or 'socialWorker' = any(m.roles))) w
    group by w.team, w.children;
end $$;

-- Periods of care and placements of those who have been looked after since a day, each child under a number of this answer alone: for forecasts of how many placements will be needed.
create function record.care_history(p_since date, p_until date) returns table (child int, born date, step text, happened_on date, kind text)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  with said as (
    select l.person, l.position, e.happened_on, e.step, coalesce(c.answers ->> 'type', c.shared ->> 'type') as kind
    from (values ('periodOfCare'), ('placement'), ('periodOfCareEnd')) t(step)
    join entry e on e.authority = record.authority() and e.step = t.step and e.happened_on <= p_until
    join ledger l on l.authority = record.authority() and l.entry = e.entry
    left join content c on c.authority = record.authority() and c.person = l.person and c.entry = e.entry and e.step = 'placement'
    where record.actor() is not null and record.roles() && array['headOfService', 'performanceAnalyst']
      and not l.tombstone and not exists (select from ledger n where n.authority = record.authority() and n.person = l.person and n.corrects = l.position)),
  theirs as (
    select s.person, dense_rank() over (order by s.person)::int as child from said s group by s.person
    having coalesce(max(s.happened_on) filter (where s.step = 'periodOfCare'), '-infinity') > coalesce(max(s.happened_on) filter (where s.step = 'periodOfCareEnd'), '-infinity')
      or max(s.happened_on) filter (where s.step = 'periodOfCareEnd') >= p_since)
  select t.child, date_trunc('month', b.born)::date, s.step, s.happened_on, s.kind
  from theirs t join said s on s.person = t.person
  cross join lateral (select (x.state ->> 'bornOn')::date from standing x where x.authority = record.authority() and x.person = t.person and x.known_to = 'infinity' limit 1) b(born)
  where b.born is not null
  order by t.child, s.happened_on, s.position
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.stages_of(date, jsonb)', 'record.stage_sums(date, date, jsonb, text[])', 'record.care_history(date, date)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; alter function %1$s owner to record_owner', f);
  end loop;
  grant execute on function record.stage_sums(date, date, jsonb, text[]), record.care_history(date, date) to sightline_app;
end $$;
