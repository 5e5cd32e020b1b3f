-- Since when days are sealed: of an authority, or a day, of which nothing is older than three months, every entry was read for the first of them. Now those of the three
-- months alone, which the instants of recording find; the answer is the same.
do $$ declare before text; after text; f regprocedure := 'record.assured_record(timestamptz, text[])'; begin
  before := pg_get_functiondef(f);
  after := replace(before, $q$(select least(91, d.today - 1 - (min(e.recorded_at) at time zone 'Europe/London')::date) from entry e where e.authority = record.authority()) end$q$,
    $q$(select case when min(e.recorded_at) is null then 0 else least(91, d.today - 1 - (min(e.recorded_at) at time zone 'Europe/London')::date) end from entry e
          where e.authority = record.authority() and e.recorded_at >= (d.today - 92)::timestamp at time zone 'Europe/London' and e.recorded_at <= p_at) end$q$);
  if after = before then raise exception 'record.assured_record is not as it should be'; end if;
  execute after;
end $$;
