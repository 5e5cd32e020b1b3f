-- How long after it happened something is recorded, of a few weeks: by the team of whoever recorded it, by step and by the day on which it was recorded. Never of a
-- person: what fewer than five people recorded is not told. Imports and corrections are left out, which are late by their nature.
create function record.recording_lag(p_since timestamptz, p_steps text[])
returns table (kind text, team uuid, step text, day date, entries int, prompt int, within_week int, within_month int, later int, lag_days int)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select case when grouping(x.team) = 0 then 'team' when grouping(x.step) = 0 then 'step' else 'day' end, x.team, x.step, x.day, count(*)::int,
    count(*) filter (where x.lag <= 1)::int, count(*) filter (where x.lag between 2 and 7)::int, count(*) filter (where x.lag between 8 and 28)::int,
    count(*) filter (where x.lag > 28)::int, sum(x.lag)::int
  from (
    select m.team, e.step, d.day, e.recorded_by, least(365, greatest(0, d.day - e.happened_on)) as lag
    from entry e
    cross join lateral (select (e.recorded_at at time zone 'Europe/London')::date as day) d
    cross join lateral (select m.team from access.member m where m.authority = e.authority and m.member = e.recorded_by limit 1) m
    where e.authority = record.authority() and record.actor() is not null and e.recorded_at >= p_since and e.source is null and e.step = any(p_steps)
      and (record.roles() && array['headOfService', 'performanceAnalyst'] or 'teamManager' = any(record.roles()) and coalesce(m.team = any(record.teams()), false))
      and not exists (select from ledger l where l.authority = e.authority and l.entry = e.entry and l.corrects is not null)) x
  group by grouping sets ((x.team), (x.step), (x.day))
  having count(distinct x.recorded_by) >= 5 and (grouping(x.team) = 1 or x.team is not null)
$$;
alter function record.recording_lag(timestamptz, text[]) owner to record_owner;
revoke execute on function record.recording_lag(timestamptz, text[]) from public;
grant execute on function record.recording_lag(timestamptz, text[]) to sightline_app;
