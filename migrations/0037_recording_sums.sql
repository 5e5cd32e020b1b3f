-- What recording costs, as the running system measures it: sums of a team and a week, never a figure about a person. They are made in the server's memory,
-- arrive here as sums, and are read only once their week is over, by when what fewer than five people did has been taken out of them, and with it whatever
-- would tell it by difference. Who recorded is asked of the ledger, when a week is closed, for the number of people alone. The days from an event to its record are
-- those of entries that are of a day (`dated` of them): who somebody is, or where they live, is of the day on which it began.
create table record.recording_open (              -- weeks that are not over: nobody reads them
  authority int not null, week date not null,
  team uuid not null,                             -- whose people recorded; of those who work in several or in none: nought
  step text not null, wording text not null,
  forms bigint not null, shown bigint not null, answered bigint not null, mandatory bigint not null, prefilled bigint not null, corrected bigint not null, rekeyed bigint not null,
  seconds bigint not null, sittings bigint not null, dated bigint not null, lag_days bigint not null, prompt bigint not null, contact_minutes bigint not null,
  primary key (authority, week, team, step, wording));
create table record.recording_week (like record.recording_open,
  people int not null, is_shown boolean not null, -- not shown: fewer than five people recorded; nothing of it is kept but that there was something
  primary key (authority, week, team));           -- the whole service: ffffffff-ffff-ffff-ffff-ffffffffffff
alter table record.recording_week drop column step, drop column wording;
create table record.recording_period (like record.recording_open,
  people int not null default 0, is_over boolean not null default false,
  primary key (authority, week, step, wording));  -- by step and wording, of the whole service, of four weeks beginning with this one
alter table record.recording_period drop column team;
create table record.recording_read (              -- of what was recorded in four weeks: how many answers, and of how many nobody but the writer opened the record within 90 days
  authority int not null, week date not null, step text not null, field text not null, answers bigint not null, unread bigint not null,
  primary key (authority, week, step, field));
do $$ declare t text; begin
  foreach t in array array['recording_open', 'recording_week', 'recording_period', 'recording_read'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy writer on record.%1$I to record_owner using (authority = record.authority()) with check (authority = record.authority())', t);
  end loop;
end $$;
-- A manager reads of the own teams and of the whole service; who answers for the service, and who counts, read all.
create policy reader on record.recording_week to sightline_app using (authority = record.authority() and record.actor() is not null and is_shown
  and (record.roles() && array['headOfService', 'performanceAnalyst']
    or record.roles() && array['teamManager'] and (team = 'ffffffff-ffff-ffff-ffff-ffffffffffff' or coalesce(team = any(record.teams()), false))));
create policy reader on record.recording_period to sightline_app using (authority = record.authority() and record.actor() is not null and is_over
  and record.roles() && array['teamManager', 'headOfService', 'performanceAnalyst']);
create policy reader on record.recording_read to sightline_app using (authority = record.authority() and record.actor() is not null
  and record.roles() && array['teamManager', 'headOfService', 'performanceAnalyst']);
grant select on record.recording_week, record.recording_period, record.recording_read to sightline_app;

-- What was recorded is written one after the other: so few blocks tell where a week lies, at no cost to who writes.
create index entry_recorded on record.entry using brin (recorded_at);

-- The Monday on which four weeks begin, and the moment at which a day begins in England.
create function record.four_weeks_of(p_week date) returns date language sql immutable set search_path = pg_catalog, pg_temp as $$
  select date '2000-01-03' + (p_week - date '2000-01-03') / 28 * 28
$$;
create function record.day_begins(p_day date) returns timestamptz language sql stable set search_path = pg_catalog, pg_temp as $$
  select p_day::timestamp at time zone 'Europe/London'
$$;
-- Whose sum somebody's recording is part of: of nobody's two.
create function record.team_counted(p_authority int, p_member uuid) returns uuid language sql stable set search_path = pg_catalog, record, access, pg_temp as $$
  select case when count(*) = 1 then (array_agg(t.team))[1] else '00000000-0000-0000-0000-000000000000' end
  from (select m.team from access.member m where m.authority = p_authority and m.member = p_member and m.team is not null
    union select t.team from access.member_team t where t.authority = p_authority and t.member = p_member) t
$$;

-- Adds sums. What comes for a week that has been closed, or that nobody can have worked in yet, is counted to this one. Two servers that hand over at once take the
-- same rows in the same order, and neither waits for ever.
create function record.add_recording(p_authority int, p_sums jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
declare
  this_week constant date := date_trunc('week', record.now() at time zone 'Europe/London')::date;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('record.recording ' || p_authority, 0));   -- not while weeks are being closed
  insert into recording_open as o
    (authority, week, team, step, wording, forms, shown, answered, mandatory, prefilled, corrected, rekeyed, seconds, sittings, lag_days, prompt, contact_minutes, dated)
    select p_authority, w.week, coalesce(s.team, '00000000-0000-0000-0000-000000000000'), s.step, s.wording, sum(s.forms), sum(s.shown), sum(s.answered), sum(s.mandatory), sum(s.prefilled),
      sum(s.corrected), sum(s.rekeyed), sum(s.seconds), sum(s.sittings), sum(s."lagDays"), sum(s.prompt), sum(s."contactMinutes"), sum(s.dated)
    from jsonb_to_recordset(p_sums) s(week date, team uuid, step text, wording text, forms bigint, shown bigint, answered bigint, mandatory bigint, prefilled bigint, corrected bigint,
      rekeyed bigint, seconds bigint, sittings bigint, "lagDays" bigint, prompt bigint, "contactMinutes" bigint, dated bigint)
    cross join lateral (select case when date_trunc('week', s.week)::date > this_week or exists (select from recording_week c where c.authority = p_authority and c.week = date_trunc('week', s.week)::date)
      then this_week else date_trunc('week', s.week)::date end as week) w
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (authority, week, team, step, wording) do update set forms = o.forms + excluded.forms, shown = o.shown + excluded.shown, answered = o.answered + excluded.answered,
      mandatory = o.mandatory + excluded.mandatory, prefilled = o.prefilled + excluded.prefilled, corrected = o.corrected + excluded.corrected, rekeyed = o.rekeyed + excluded.rekeyed,
      seconds = o.seconds + excluded.seconds, sittings = o.sittings + excluded.sittings, lag_days = o.lag_days + excluded.lag_days, prompt = o.prompt + excluded.prompt,
      contact_minutes = o.contact_minutes + excluded.contact_minutes, dated = o.dated + excluded.dated;
end $$;

-- Who recorded what by hand in so many days, each once: read when they are counted, and kept nowhere.
create function record.recorders(p_authority int, p_from date, p_days int) returns table (member uuid, step text, wording text)
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select distinct e.recorded_by, e.step, encode(e.wording, 'hex') from entry e
  where e.authority = p_authority and e.source is null and e.recorded_at >= record.day_begins(p_from) and e.recorded_at < record.day_begins(p_from + p_days)
$$;

-- Which teams' sums may be told: those of five people and more. Where those left out are together fewer than five, the smallest of the others is left out with
-- them: what is missing from the sum of all is then of five people at least. Whoever only began to write is one of somebody.
create function record.teams_told(p_authority int, p_week date) returns table (team uuid, people int, is_told boolean)
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with held as (select distinct o.team, o.step from recording_open o where o.authority = p_authority and o.week = p_week),
    who as (select distinct r.member, r.step, record.team_counted(p_authority, r.member) as team from record.recorders(p_authority, p_week, 7) r),
    counted as (select h.team, greatest(1, count(distinct w.member))::int as people from held h left join who w on w.team = h.team and w.step = h.step group by h.team),
    ranked as (select c.*, row_number() over (partition by c.people >= 5 order by c.people, c.team) as place, sum(c.people) filter (where c.people < 5) over () as few from counted c)
  select r.team, r.people, r.people >= 5 and not (coalesce(r.few, 0) between 1 and 4 and r.place = 1) from ranked r
$$;

-- A week that is over: what may be told is kept, of the teams and of all of them together; the rest is only part of the four weeks of the whole service.
create function record.close_recording_week(p_authority int, p_week date) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
declare
  everybody constant int := (select sum(t.people) from record.teams_told(p_authority, p_week) t);
begin
  insert into recording_week(authority, week, team, forms, shown, answered, mandatory, prefilled, corrected, rekeyed, seconds, sittings, lag_days, prompt, contact_minutes, dated, people, is_shown)
    select p_authority, p_week, o.team, sum(o.forms), sum(o.shown), sum(o.answered), sum(o.mandatory), sum(o.prefilled), sum(o.corrected), sum(o.rekeyed), sum(o.seconds), sum(o.sittings),
      sum(o.lag_days), sum(o.prompt), sum(o.contact_minutes), sum(o.dated), t.people, true
    from recording_open o join record.teams_told(p_authority, p_week) t on t.team = o.team and t.is_told
    where o.authority = p_authority and o.week = p_week group by o.team, t.people;
  insert into recording_week(authority, week, team, forms, shown, answered, mandatory, prefilled, corrected, rekeyed, seconds, sittings, lag_days, prompt, contact_minutes, dated, people, is_shown)
    select p_authority, p_week, 'ffffffff-ffff-ffff-ffff-ffffffffffff', k * sum(o.forms), k * sum(o.shown), k * sum(o.answered), k * sum(o.mandatory), k * sum(o.prefilled), k * sum(o.corrected),
      k * sum(o.rekeyed), k * sum(o.seconds), k * sum(o.sittings), k * sum(o.lag_days), k * sum(o.prompt), k * sum(o.contact_minutes), k * sum(o.dated), k * everybody, k = 1
    from recording_open o cross join (select case when everybody >= 5 then 1 else 0 end) x(k) where o.authority = p_authority and o.week = p_week group by k;
  insert into recording_period as p (authority, week, step, wording, forms, shown, answered, mandatory, prefilled, corrected, rekeyed, seconds, sittings, lag_days, prompt, contact_minutes, dated)
    select p_authority, record.four_weeks_of(p_week), o.step, o.wording, sum(o.forms), sum(o.shown), sum(o.answered), sum(o.mandatory), sum(o.prefilled), sum(o.corrected), sum(o.rekeyed),
      sum(o.seconds), sum(o.sittings), sum(o.lag_days), sum(o.prompt), sum(o.contact_minutes), sum(o.dated)
    from recording_open o where o.authority = p_authority and o.week = p_week group by o.step, o.wording
    on conflict (authority, week, step, wording) do update set forms = p.forms + excluded.forms, shown = p.shown + excluded.shown, answered = p.answered + excluded.answered,
      mandatory = p.mandatory + excluded.mandatory, prefilled = p.prefilled + excluded.prefilled, corrected = p.corrected + excluded.corrected, rekeyed = p.rekeyed + excluded.rekeyed,
      seconds = p.seconds + excluded.seconds, sittings = p.sittings + excluded.sittings, lag_days = p.lag_days + excluded.lag_days, prompt = p.prompt + excluded.prompt,
      contact_minutes = p.contact_minutes + excluded.contact_minutes, dated = p.dated + excluded.dated;
  delete from recording_open o where o.authority = p_authority and o.week = p_week;
end $$;

-- Four weeks that are over: the same by step and wording. Where the sum of one of the weeks was not told, the difference would tell it: nothing is.
create function record.close_recording_period(p_authority int, p_week date) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
declare
  few int;
begin
  with who as materialized (select * from record.recorders(p_authority, p_week, 28)),
    counted as materialized (select p.step, p.wording, greatest(1, count(distinct w.member))::int as people from recording_period p
      left join who w on w.step = p.step and w.wording = p.wording where p.authority = p_authority and p.week = p_week group by p.step, p.wording),
    over_now as (update recording_period p set is_over = true, people = c.people from counted c
      where p.authority = p_authority and p.week = p_week and p.step = c.step and p.wording = c.wording returning p.step)
  select count(distinct w.member) into few from who w join counted c on c.step = w.step and c.wording = w.wording where c.people < 5;
  if exists (select from recording_period p where p.authority = p_authority and p.week = p_week and p.people < 5) and few < 5 then
    delete from recording_period p where p.authority = p_authority and p.week = p_week and (p.step, p.wording) =
      (select f.step, f.wording from recording_period f where f.authority = p_authority and f.week = p_week and f.people >= 5 order by f.people, f.step, f.wording limit 1);
  end if;
  delete from recording_period p where p.authority = p_authority and p.week = p_week and (p.people < 5 or exists (select from recording_week w
    where w.authority = p_authority and w.week >= p_week and w.week < p_week + 28 and not w.is_shown));
  perform record.count_unread(p_authority, p_week - 112);
end $$;

-- Questions nobody reads. An answer is read when somebody other than the writer opens the record of the child within 90 days; steps that fewer than five people recorded are left out.
create function record.count_unread(p_authority int, p_week date) returns void
language sql set search_path = pg_catalog, record, pg_temp as $$
  with told as (select r.step from record.recorders(p_authority, p_week, 28) r group by r.step having count(distinct r.member) >= 5)
  insert into recording_read(authority, week, step, field, answers, unread)
    select p_authority, p_week, e.step, f.field, count(*), count(*) filter (where not exists (select from access_log a where a.authority = p_authority and a.person = c.person
      and a.opened_at > e.recorded_at and a.opened_at <= e.recorded_at + interval '90 days' and a.actor <> e.recorded_by))
    from entry e join content c on c.authority = p_authority and c.entry = e.entry
    join ledger l on l.authority = p_authority and l.entry = e.entry and l.person = c.person and not l.tombstone
    cross join lateral jsonb_object_keys(c.shared || c.answers) f(field)
    where e.authority = p_authority and e.source is null and e.recorded_at >= record.day_begins(p_week) and e.recorded_at < record.day_begins(p_week + 28)
      and e.step in (select t.step from told t)
    group by e.step, f.field
  on conflict do nothing
$$;

-- Everything that is over, some hours after it is: by then whoever sums has handed over what they had. The owner's alone; one at a time: of two servers the
-- second finds that all is closed. Returns how many weeks were closed.
create function record.close_recording(p_authority int) returns int
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
declare
  this_week constant date := date_trunc('week', (record.now() - interval '6 hours') at time zone 'Europe/London')::date;
  closed int := 0;
  w date;
begin
  perform pg_advisory_xact_lock(hashtextextended('record.recording ' || p_authority, 0));
  for w in select distinct o.week from recording_open o where o.authority = p_authority and o.week < this_week order by 1 loop
    perform record.close_recording_week(p_authority, w);
    closed := closed + 1;
  end loop;
  for w in select distinct p.week from recording_period p where p.authority = p_authority and not p.is_over and p.week + 28 <= this_week order by 1 loop
    perform record.close_recording_period(p_authority, w);
  end loop;
  return closed;
end $$;
do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'record'::regnamespace and p.proname in ('four_weeks_of', 'day_begins', 'team_counted', 'add_recording', 'recorders',
      'teams_told', 'close_recording_week', 'close_recording_period', 'count_unread', 'close_recording') loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
