-- Families in legal planning, in pre-proceedings and before a court, of the whole service: what runs, by the limit. The rules are written here and in
-- `practice/court/before-court.ts`; a test holds them together.
create index clock_before_court on record.clock (authority, due_on)
  where known_to = 'infinity' and met_by is null
    and rule in ('letterBeforeProceedings', 'preProceedingsMeeting', 'preProceedingsReview', 'preProceedingsEnd', 'careProceedings');

-- To those who answer for drift; never of a record restricted to others, whose named people see it in the record itself.
create function record.before_court(p_on date) returns table (state jsonb, clock record.clock)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select s.state, c from clock c
  cross join lateral (select * from standing s where s.authority = c.authority and s.person = c.person and s.known_to = 'infinity' limit 1) s
  where c.authority = record.authority() and record.roles() && array['teamManager', 'headOfService'] and not record.is_closed(c.person)
    and c.known_to = 'infinity' and c.met_by is null and not c.not_in_source
    and c.rule in ('letterBeforeProceedings', 'preProceedingsMeeting', 'preProceedingsReview', 'preProceedingsEnd', 'careProceedings')
    and c.started_on <= p_on and (c.ended_on is null or c.ended_on > p_on)
  order by c.due_on, s.name, c.person
  limit 2000
$$;
alter function record.before_court(date) owner to record_owner;
revoke execute on function record.before_court(date) from public;
grant execute on function record.before_court(date) to sightline_app;

-- The children whom one enquiry over unrelated families is about, by its reference: who they are and since when, none of their words. Of a record that is
-- restricted to others: that there is one, and nothing else.
create index content_enquiry on record.content (authority, (shared ->> 'enquiry')) where step = 'extraFamilialHarm';

create function record.complex_enquiry(p_reference text) returns table (state jsonb, person uuid, since text)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select case when not k.closed then s.state end, case when not k.closed then m.person end, case when not k.closed then m.since end
  from (
    select c.authority, c.person, min(c.shared ->> 'identifiedOn') as since
    from content c cross join lateral (select * from ledger l where l.authority = c.authority and l.entry = c.entry and l.person = c.person limit 1) l
    where c.authority = record.authority() and record.actor() is not null and record.is_practitioner()
      and c.step = 'extraFamilialHarm' and c.shared ->> 'enquiry' = p_reference and not l.tombstone
      and not exists (select from ledger n where n.authority = c.authority and n.person = c.person and n.corrects = l.position)
    group by c.authority, c.person) m
  cross join lateral (select record.is_closed(m.person) as closed) k
  cross join lateral (select * from standing s where s.authority = m.authority and s.person = m.person and s.known_to = 'infinity' limit 1) s
  order by k.closed, s.name, m.person
  limit 500
$$;
alter function record.complex_enquiry(text) owner to record_owner;
revoke execute on function record.complex_enquiry(text) from public;
grant execute on function record.complex_enquiry(text) to sightline_app;
