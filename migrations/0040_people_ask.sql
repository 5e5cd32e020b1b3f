-- What people ask of the records that are about them, of the whole service: what is owed, and what waits for them. The rules are written here and in
-- `practice/subject-access/people-ask.ts`; a test holds them together.
create index clock_people_ask on record.clock (authority, due_on)
  where known_to = 'infinity' and met_by is null and rule in ('subjectAccessAnswer', 'subjectAccessReply', 'rectificationAnswer');

-- To those who answer for it, of every team; never of a record restricted to others, whose named people see it in the record itself.
create function record.people_ask(p_on date) returns table (state jsonb, clock record.clock)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select s.state, c from clock c
  cross join lateral (select * from standing s where s.authority = c.authority and s.person = c.person and s.known_to = 'infinity' limit 1) s
  where c.authority = record.authority() and record.roles() && array['teamManager', 'headOfService'] and not record.is_closed(c.person)
    and c.known_to = 'infinity' and c.met_by is null
    and c.rule in ('subjectAccessAnswer', 'subjectAccessReply', 'rectificationAnswer')
    and c.started_on <= p_on and (c.ended_on is null or c.ended_on > p_on)
  order by c.due_on, s.name, c.person
  limit 2000
$$;
alter function record.people_ask(date) owner to record_owner;
revoke execute on function record.people_ask(date) from public;
grant execute on function record.people_ask(date) to sightline_app;
