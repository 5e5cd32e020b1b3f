-- The days from an event to its record are those of entries that are of a day: who somebody is, or where they live, is of the day on which it began.
alter table record.recording_open add column dated bigint not null default 0;
alter table record.recording_week add column dated bigint not null default 0;
alter table record.recording_period add column dated bigint not null default 0;

-- Two servers that hand over at once take the same rows in the same order, and neither waits for ever: record.add_recording, in full.
create or replace function record.add_recording(p_authority int, p_sums jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
declare
  this_week constant date := date_trunc('week', record.now() at time zone 'Europe/London')::date;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('record.recording ' || p_authority, 0));   -- not while weeks are being closed
  insert into recording_open as o
    (authority, week, team, step, wording, forms, shown, answered, mandatory, prefilled, corrected, rekeyed, seconds, sittings, lag_days, prompt, contact_minutes, dated)
    select p_authority, w.week, coalesce(s.team, '00000000-0000-0000-0000-000000000000'), s.step, s.wording, sum(s.forms), sum(s.shown), sum(s.answered), sum(s.mandatory), sum(s.prefilled),
      sum(s.corrected), sum(s.rekeyed), sum(s.seconds), sum(s.sittings), sum(s."lagDays"), sum(s.prompt), sum(s."contactMinutes"), sum(coalesce(s.dated, 0))
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

-- A week that is over, in full.
create or replace function record.close_recording_week(p_authority int, p_week date) returns void
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

-- The same, with who recorded asked once for all forms: record.close_recording_period, in full.
create or replace function record.close_recording_period(p_authority int, p_week date) returns void
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

-- One at a time: of two servers the second finds that all is closed. In full.
create or replace function record.close_recording(p_authority int) returns int
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
