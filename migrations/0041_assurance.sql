-- The figures of the assurance report: of the whole service, team by team, as known at an instant. Whoever is restricted is counted too: a report names nobody, and
-- it must say the same when it is made again. What was found at a settled instant is kept as long as the counts of that instant are, and goes with them when
-- something is stated as of before it, which only a demonstration does.
create table record.assured_then (
  authority int not null, at timestamptz not null, figure text not null,
  team uuid not null,                             -- of nobody's: nought
  n bigint not null, among bigint not null,       -- so many of so many
  apart bigint not null,                          -- of whom it cannot be said: not yet due, not in the source, not answered
  primary key (authority, at, figure, team),
  foreign key (authority, at) references record.counted_then on delete cascade);
alter table record.assured_then owner to record_owner;
alter table record.assured_then enable row level security;
alter table record.assured_then force row level security;
create policy writer on record.assured_then to record_owner using (authority = record.authority()) with check (authority = record.authority());

create index entry_visit on record.entry (authority, happened_on) where step = 'visit';
create index entry_plan on record.entry (authority, happened_on) where step = 'childProtectionPlan';
create index entry_audit_outcome on record.entry (authority, happened_on) where step = 'caseFileAuditOutcome';
create index entry_supervision on record.entry (authority, happened_on) where step = 'staffSupervision';
create index clock_action on record.clock (authority, due_on) where rule = 'actionDue';
create index clock_supervision on record.clock (authority, rule) where rule in ('staffSupervision', 'caseDiscussion');
create index clock_concern on record.clock (authority, started_on) where rule in ('childFoundUnsafe', 'chairsConcern');

create type record.assured as (figure text, team uuid, n bigint, among bigint, apart bigint);

-- Children on a plan or looked after: reviews, visits, workers, drift. `p_rules`: which limits are a review or a visit of which population, as boards have them.
-- Whoever's review is not in the source is not outside six months.
create function record.assured_children(p_at timestamptz, p_rules jsonb) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with day as (select (p_at at time zone 'Europe/London')::date as today, ((p_at at time zone 'Europe/London')::date - interval '6 months')::date::text as half_a_year),
  rules as (select k.key as kind, r.rule from jsonb_each(p_rules) k cross join lateral jsonb_array_elements_text(k.value) r(rule)),
  running as (
    select c.person, r.kind, bool_or(c.due_on < d.today) filter (where not c.not_in_source) as is_late
    from day d cross join clock c join rules r on r.rule = c.rule
    where c.authority = record.authority() and c.known_from <= p_at and c.known_to > p_at and c.started_on <= d.today
      and (c.met_on is null or c.met_on > d.today) and (c.ended_on is null or c.ended_on > d.today)
    group by c.person, r.kind),
  late as (
    select r.person, bool_or(r.is_late) filter (where r.kind = 'planReview') as plan_review, bool_or(r.is_late) filter (where r.kind = 'careReview') as care_review,
      bool_or(r.is_late) filter (where r.kind = 'planVisit') as plan_visit, bool_or(r.is_late) filter (where r.kind = 'careVisit') as care_visit
    from running r group by r.person),
  stood as (
    select s.person, coalesce(s.team, '00000000-0000-0000-0000-000000000000') as team, s.worker is not null as has_worker, s.on_plan_since, s.looked_after_since, s.state, d.*,
      s.on_plan_since is not null as on_plan, s.looked_after_since is not null as in_care,
      coalesce(s.state ->> 'lastReviewOn' >= s.on_plan_since::text, false) as plan_reviewed,
      coalesce(s.state ->> 'lastLookedAfterReviewOn' >= s.looked_after_since::text or s.state ->> 'careBeganEarlier' = 'true' and s.state ? 'lastLookedAfterReviewOn', false) as care_reviewed,
      l.plan_review, l.care_review, l.plan_visit, l.care_visit
    from day d cross join standing s left join late l on l.person = s.person
    where s.authority = record.authority() and s.known_from <= p_at and s.known_to > p_at and (s.on_plan_since is not null or s.looked_after_since is not null)),
  -- is_in: whether it holds of the child; null: it cannot be said
  told as (
    select s.team, t.figure, t.is_in from stood s cross join lateral (values
      ('plan', s.on_plan, true),
      ('care', s.in_care, true),
      ('planAndCare', s.on_plan and s.in_care, true),
      ('planReview', s.on_plan, case when s.plan_reviewed or s.plan_review then not s.plan_review end),
      ('careReview', s.in_care, case when s.care_reviewed or s.care_review then not s.care_review end),
      ('planSixMonths', s.on_plan, case when s.plan_reviewed and s.state ->> 'lastReviewOn' >= s.half_a_year then true when s.plan_reviewed and s.plan_review is not null or s.plan_review then false end),
      ('careSixMonths', s.in_care, case when s.care_reviewed and s.state ->> 'lastLookedAfterReviewOn' >= s.half_a_year then true when s.care_reviewed and s.care_review is not null or s.care_review then false end),
      ('planVisit', s.on_plan, not s.plan_visit),
      ('careVisit', s.in_care, not s.care_visit),
      ('planSeen', s.on_plan, case when s.on_plan_since <= s.today - 28 and not s.state ? 'visitsNotInSource'
        then coalesce(s.state ->> 'lastSeenOn' >= (s.today - 28)::text, false) end),
      ('worker', true, s.has_worker),
      ('officer', s.in_care, s.state ? 'reviewingOfficer'),
      ('planDrift', s.on_plan, s.on_plan_since > s.today - interval '2 years')) t(figure, is_of, is_in)
    where t.is_of)
  select t.figure, t.team, count(*) filter (where t.is_in), count(*) filter (where t.is_in is not null), count(*) filter (where t.is_in is null)
  from told t group by t.figure, t.team
$$;

-- What stood at an instant of the statements of a step that happened within so many days before it: corrected by then, struck out by then are none.
create function record.stated_then(p_at timestamptz, p_step text, p_days int) returns table (person uuid, happened_on date, words jsonb, team uuid, on_plan boolean, in_care boolean)
language plpgsql stable set search_path = pg_catalog, record, pg_temp as $$
declare
  today constant date := (p_at at time zone 'Europe/London')::date;
begin
  -- The step is written out: an index of one step is used only where the question names it.
  return query execute format($q$
    select l.person, e.happened_on, c.shared || c.answers, coalesce(s.team, '00000000-0000-0000-0000-000000000000'), s.on_plan_since is not null, s.looked_after_since is not null
    from entry e
    join ledger l on l.authority = e.authority and l.entry = e.entry
    cross join lateral (select * from content c where c.authority = e.authority and c.person = l.person and c.entry = e.entry limit 1) c
    cross join lateral (select * from standing s where s.authority = e.authority and s.person = l.person and s.known_from <= $1 and s.known_to > $1 limit 1) s
    where e.authority = %s and e.step = %L and e.happened_on > $2 - $3 and e.happened_on <= $2 and e.recorded_at <= $1
      and l.recorded_at <= $1 and not l.tombstone
      and not exists (select from ledger n where n.authority = l.authority and n.person = l.person and n.corrects = l.position and n.recorded_at <= $1)$q$,
    record.authority(), p_step) using p_at, today, p_days;
end $$;

-- What was done, and whether anything came of it: seen alone, plans again, actions in time.
create function record.assured_substance(p_at timestamptz) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with told as (
    select 'seenAlone' as figure, v.team, case when v.words ? 'seenAlone' then v.words ->> 'seenAlone' = 'yes' end as is_in
    from record.stated_then(p_at, 'visit', 91) v where v.words ->> 'seen' = 'true' and (v.on_plan or v.in_care)
    union all
    select 'planAgain', p.team, case when p.words ->> 'previousPlans' ~ '^\d{1,3}$' then (p.words ->> 'previousPlans')::int = 0 end
    from record.stated_then(p_at, 'childProtectionPlan', 365) p
    union all
    select 'actionsDone', coalesce(s.team, '00000000-0000-0000-0000-000000000000'),
      case when not c.not_in_source and (c.ended_on is null or c.ended_on > c.due_on) then coalesce(c.met_on <= c.due_on, false) end
    from (select (p_at at time zone 'Europe/London')::date as today) d
    cross join clock c
    cross join lateral (select * from standing s where s.authority = c.authority and s.person = c.person and s.known_from <= p_at and s.known_to > p_at limit 1) s
    where c.authority = record.authority() and c.rule = 'actionDue' and c.known_from <= p_at and c.known_to > p_at and c.due_on > d.today - 182 and c.due_on < d.today)
  select t.figure, t.team, count(*) filter (where t.is_in), count(*) filter (where t.is_in is not null), count(*) filter (where t.is_in is null)
  from told t group by t.figure, t.team
$$;

-- The record about itself: how soon it is written, whether days were sealed, what recording takes, what is read. Of the whole service. Whether a record is
-- older than three months is seen by one entry; only of a younger one the first is looked for.
create function record.assured_record(p_at timestamptz, p_steps text[]) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with day as (select (p_at at time zone 'Europe/London')::date as today),
  weeks as (select w.seconds, w.contact_minutes from day d cross join recording_week w
    where w.authority = record.authority() and w.team = 'ffffffff-ffff-ffff-ffff-ffffffffffff' and w.is_shown and w.week > d.today - 35 and w.week <= d.today - 7),
  answers as (select r.answers, r.unread from day d cross join recording_read r where r.authority = record.authority()
    and r.week = (select max(x.week) from recording_read x where x.authority = record.authority() and x.week <= d.today - 118))
  select t.figure, '00000000-0000-0000-0000-000000000000'::uuid, t.n, t.among, 0::bigint from (
    select 'entrySoon', count(*) filter (where (e.recorded_at at time zone 'Europe/London')::date - e.happened_on <= 2), count(*)
    from day d cross join entry e
    where e.authority = record.authority() and e.source is null and e.step = any(p_steps) and e.recorded_at > (d.today - 90)::timestamp at time zone 'Europe/London' and e.recorded_at <= p_at
    union all
    select 'sealed', count(*),
      case when exists (select from entry e where e.authority = record.authority() and e.recorded_at < (d.today - 92)::timestamp at time zone 'Europe/London') then 91
        else (select least(91, d.today - 1 - (min(e.recorded_at) at time zone 'Europe/London')::date) from entry e where e.authority = record.authority()) end
    from day d left join root r on r.authority = record.authority() and r.day > d.today - 93 and r.day <= d.today - 2 group by d.today
    union all
    select 'contact', coalesce(round(sum(w.contact_minutes) / 60.0), 0)::bigint, coalesce(round(sum(w.seconds / 60.0 + w.contact_minutes) / 60), 0)::bigint from weeks w
    union all
    select 'answersRead', coalesce(sum(a.answers - a.unread), 0)::bigint, coalesce(sum(a.answers), 0)::bigint from answers a) t(figure, n, among)
  where t.among > 0
$$;

-- Supervision: of staff, of the whole service alone, since whose is late is for their manager and that manager's own; of children, whether they were discussed in it.
create function record.assured_supervision(p_at timestamptz) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with day as (select (p_at at time zone 'Europe/London')::date as today),
  running as (
    select case c.rule when 'staffSupervision' then 'supervision' else 'discussed' end as figure,
      case c.rule when 'caseDiscussion' then s.team end as team, case when not c.not_in_source then c.due_on >= d.today end as is_in
    from day d cross join clock c
    left join lateral (select * from standing s where s.authority = c.authority and s.person = c.person and s.known_from <= p_at and s.known_to > p_at limit 1) s on true
    where c.authority = record.authority() and c.rule in ('staffSupervision', 'caseDiscussion') and c.known_from <= p_at and c.known_to > p_at
      and c.started_on <= d.today and (c.met_on is null or c.met_on > d.today) and (c.ended_on is null or c.ended_on > d.today))
  select r.figure, coalesce(r.team, '00000000-0000-0000-0000-000000000000'::uuid), count(*) filter (where r.is_in), count(*) filter (where r.is_in is not null),
    count(*) filter (where r.is_in is null)
  from running r group by 1, 2
$$;

-- Whether what was found was answered, and whether it changed anything; and whether supervision took place, of the whole service alone.
create function record.assured_learning(p_at timestamptz) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with day as (select (p_at at time zone 'Europe/London')::date as today),
  outcomes as (select o.person, o.team, o.happened_on, o.words ->> 'grade' in ('requiresImprovement', 'inadequate') as fell,
      lag(o.words ->> 'grade' in ('requiresImprovement', 'inadequate')) over (partition by o.person order by o.happened_on) as had_fallen
    from record.stated_then(p_at, 'caseFileAuditOutcome', 730) o),
  told as (
    select case c.rule when 'childFoundUnsafe' then 'unsafeAnswered' else 'chairsAnswered' end as figure, s.team,
      case when c.met_on is not null or c.due_on < d.today then coalesce(c.met_on <= c.due_on, false) end as is_in
    from day d cross join clock c
    left join lateral (select * from standing s where s.authority = c.authority and s.person = c.person and s.known_from <= p_at and s.known_to > p_at limit 1) s on true
    where c.authority = record.authority() and c.rule in ('childFoundUnsafe', 'chairsConcern') and c.known_from <= p_at and c.known_to > p_at
      and c.started_on > d.today - 365 and c.started_on <= d.today and (c.ended_on is null or c.ended_on > c.due_on)
    union all
    select 'auditChanged', o.team, not o.fell from day d cross join outcomes o where o.had_fallen and o.happened_on > d.today - 365
    union all
    select 'supervisionHeld', null, c.words ->> 'held' = 'true' from (
      select e.happened_on, c.shared || c.answers as words from day d cross join entry e join ledger l on l.authority = e.authority and l.entry = e.entry
      cross join lateral (select * from content c where c.authority = e.authority and c.person = l.person and c.entry = l.entry limit 1) c
      where e.authority = record.authority() and e.step = 'staffSupervision' and e.happened_on > d.today - 91 and e.happened_on <= d.today and e.recorded_at <= p_at
        and l.recorded_at <= p_at and not l.tombstone
        and not exists (select from ledger n where n.authority = l.authority and n.person = l.person and n.corrects = l.position and n.recorded_at <= p_at)) c)
  select t.figure, coalesce(t.team, '00000000-0000-0000-0000-000000000000'), count(*) filter (where t.is_in), count(*) filter (where t.is_in is not null), count(*) filter (where t.is_in is null)
  from told t group by 1, 2
$$;

-- The Safeguarding Board and its panels: whether they met, answered and did what was agreed, of a year; and which of those who work with children have
-- read a chapter of the procedures and said what they will do, in a year. Of the whole service alone.
create function record.assured_governance(p_at timestamptz) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with day as (select (p_at at time zone 'Europe/London')::date as today),
  read_by as (
    select distinct e.recorded_by from day d cross join file f
    cross join lateral (select * from ledger l where l.authority = f.authority and l.person = f.person and l.recorded_at <= p_at and not l.tombstone offset 0) l
    cross join lateral (select * from entry e where e.authority = l.authority and e.entry = l.entry limit 1) e
    where f.authority = record.authority() and f.kind = 'procedures' and e.step = 'procedureRead' and e.happened_on > d.today - 365 and e.happened_on <= d.today
      and not exists (select from ledger n where n.authority = l.authority and n.person = l.person and n.corrects = l.position and n.recorded_at <= p_at)),
  told as (
    select case c.rule when 'bodyMeeting' then 'bodiesMet' when 'actionDue' then 'bodyActions' else 'bodyAnswers' end as figure, coalesce(c.met_on <= c.due_on, false) as is_in
    from day d cross join file f
    cross join lateral (select * from clock c where c.authority = f.authority and c.person = f.person and c.known_from <= p_at and c.known_to > p_at offset 0) c
    where f.authority = record.authority() and f.kind = 'body' and c.rule in ('bodyMeeting', 'bodyChallenge', 'localIssue', 'actionDue')
      and c.due_on > d.today - 365 and c.due_on < d.today and (c.ended_on is null or c.ended_on > c.due_on)
    union all
    select 'manualRead', exists (select from read_by r where r.recorded_by = m.member) from access.member m
    where m.authority = record.authority() and (m.left_at is null or m.left_at > p_at)
      and m.roles && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker', 'leadPractitioner'])
  select t.figure, '00000000-0000-0000-0000-000000000000'::uuid, count(*) filter (where t.is_in), count(*), 0::bigint from told t group by t.figure
$$;

create function record.assure(p_at timestamptz, p_rules jsonb, p_steps text[]) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select * from record.assured_children(p_at, p_rules)
  union all select * from record.assured_substance(p_at)
  union all select * from record.assured_record(p_at, p_steps)
  union all select * from record.assured_supervision(p_at)
  union all select * from record.assured_learning(p_at)
  union all select * from record.assured_governance(p_at)
$$;

-- For sessions whose lists are of the whole service; each settled instant once, in order, so that two who ask for the same wait for each other and neither for ever.
create function record.assured_figures(p_instants timestamptz[], p_rules jsonb, p_steps text[]) returns table (at timestamptz, figure text, team uuid, n bigint, among bigint, apart bigint)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  one timestamptz;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if record.authority() is null or record.actor() is null or record.scope() <> 'all' then return; end if;
  for one in select distinct u.at from unnest(p_instants) u(at) where u.at < record.settled()
      and not exists (select from assured_then k where k.authority = record.authority() and k.at = u.at and k.figure = '') order by 1 loop
    insert into counted_then select c.* from record.count_at(one, null) c on conflict do nothing;
    insert into assured_then select record.authority(), one, a.figure, a.team, a.n, a.among, a.apart from record.assure(one, p_rules, p_steps) a on conflict do nothing;
    insert into assured_then values (record.authority(), one, '', nobody, 0, 0, 0) on conflict do nothing;
  end loop;
  return query select k.at, k.figure, k.team, k.n, k.among, k.apart from assured_then k where k.authority = record.authority() and k.at = any(p_instants) and k.figure <> ''
    union all select u.at, a.figure, a.team, a.n, a.among, a.apart from unnest(p_instants) u(at) cross join lateral record.assure(u.at, p_rules, p_steps) a
      where not exists (select from assured_then k where k.authority = record.authority() and k.at = u.at and k.figure = '')
    order by 1, 2, 3;
end $$;

-- Since when anything is on record: from then on the figures of every month's end are found once, and a report of any past day asks for that day alone.
create function record.recorded_since() returns date language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select (min(e.recorded_at) at time zone 'Europe/London')::date from entry e where e.authority = record.authority() and record.actor() is not null and record.scope() = 'all'
$$;

-- How each figure was found: the text of its question as the database has it.
create function record.assured_questions() returns table (question text, words text) language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.proname::text, p.prosrc from pg_proc p where p.pronamespace = 'record'::regnamespace and p.proname in ('assured_audits', 'assured_children', 'assured_governance',
    'assured_learning', 'assured_record', 'assured_substance', 'assured_supervision', 'stated_in_files', 'stated_then') order by 1
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.assured_children(timestamptz, jsonb)', 'record.stated_then(timestamptz, text, int)', 'record.assured_substance(timestamptz)',
    'record.assured_record(timestamptz, text[])', 'record.assured_supervision(timestamptz)', 'record.assured_learning(timestamptz)',
    'record.assured_governance(timestamptz)', 'record.assure(timestamptz, jsonb, text[])']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
  foreach f in array array['record.assured_figures(timestamptz[], jsonb, text[])', 'record.recorded_since()', 'record.assured_questions()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
