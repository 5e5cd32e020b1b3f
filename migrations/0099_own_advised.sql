-- The young people whose personal adviser somebody is, until 25: whoever has the case, and also where it is closed for everybody else (Children Act 1989 s23C, s23CZB).
create index standing_adviser on record.standing (authority, (state ->> 'adviser')) where known_to = 'infinity';

-- Those of whoever asks, with all that runs of each on a day. Not of a record restricted to others, nor one that is sealed: as in every list.
create function record.own_advised() returns table (person uuid, state jsonb, "changedAt" timestamptz)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select s.person, s.state, s.known_from from standing s
  where s.authority = record.authority() and s.known_to = 'infinity' and s.state ->> 'adviser' = record.actor()::text
    and record.may_be_told_names() and record.is_practitioner() and record.is_shown(s.person) and not record.is_closed(s.person)
    and (s.born_on is null or s.born_on::date + interval '25 years' > record.now() at time zone 'Europe/London')
  order by s.name, s.person
$$;

create function record.own_advised_clocks(p_running_on date) returns setof record.clock
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select c.* from record.own_advised() a
  cross join lateral (select * from clock c where c.authority = record.authority() and c.person = a.person and c.known_to = 'infinity'
    and (c.met_on is null or c.met_on > p_running_on) and (c.ended_on is null or c.ended_on > p_running_on) offset 0) c
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.own_advised()', 'record.own_advised_clocks(date)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
