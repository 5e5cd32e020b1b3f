-- The queue at the front door: whatever nobody has decided, answered or taken over yet, of every team and of none. Which limits make it is written here
-- and in `practice/front-door/queue.ts`; a test holds them together. Those of a file of another system, which cannot say, are no queue.
create index clock_front_door on record.clock (authority, due_on)
  where known_to = 'infinity' and met_by is null and not not_in_source
    and rule in ('contactDecision', 'referralDecision', 'referralAfterAdvice', 'referrerTold', 'triage', 'agencyChecks', 'dutyHandover', 'transferInConference');

-- To practitioners, who may open each of these records for a reason; never of a record restricted to others.
create function record.front_door(p_on date) returns table (state jsonb, clock record.clock)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select s.state, c from clock c
  cross join lateral (select * from standing s where s.authority = c.authority and s.person = c.person and s.known_to = 'infinity' limit 1) s
  where c.authority = record.authority() and record.may_be_told_names() and not record.is_closed(c.person)
    and c.known_to = 'infinity' and c.met_by is null and not c.not_in_source
    and c.rule in ('contactDecision', 'referralDecision', 'referralAfterAdvice', 'referrerTold', 'triage', 'agencyChecks', 'dutyHandover', 'transferInConference')
    and c.started_on <= p_on and (c.ended_on is null or c.ended_on > p_on)
  order by c.due_on, s.name, c.person
  limit 2000
$$;
alter function record.front_door(date) owner to record_owner;
revoke execute on function record.front_door(date) from public;
grant execute on function record.front_door(date) to sightline_app;
