-- Since when anything is on record: from then on the figures of every month's end are found once, and a report of any past day asks for that day alone.
create function record.recorded_since() returns date language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select (min(e.recorded_at) at time zone 'Europe/London')::date from entry e where e.authority = record.authority() and record.actor() is not null and record.scope() = 'all'
$$;
alter function record.recorded_since() owner to record_owner;
revoke execute on function record.recorded_since() from public;
grant execute on function record.recorded_since() to sightline_app;

-- Whether a record is older than three months is seen by one entry; only of a younger one the first is looked for.
do $$ declare before text := pg_get_functiondef('record.assured_record(timestamptz, text[])'::regprocedure); after text; begin
  after := replace(before, '(select least(91, d.today - 1 - (min(e.recorded_at) at time zone ''Europe/London'')::date) from entry e where e.authority = record.authority())',
    '(case when exists (select from entry e where e.authority = record.authority() and e.recorded_at < (d.today - 92)::timestamp at time zone ''Europe/London'') then 91
      else (select least(91, d.today - 1 - (min(e.recorded_at) at time zone ''Europe/London'')::date) from entry e where e.authority = record.authority()) end)');
  if after = before then raise exception 'record.assured_record is not as it should be'; end if;
  execute after;
end $$;
