-- Assessments that a manager returned and that nobody has written again: few at any time.
create index clock_returned on record.clock (authority, due_on)
  where known_to = 'infinity' and met_by is null and not not_in_source and rule = 'returnedAssessment';

-- Those of whoever asks: whoever wrote the assessment, of whichever child, and the worker to whom the child is allocated now. A return that was corrected is
-- told as it stands, under its first entry. Of a record restricted to others nothing but the days. A lead practitioner is told of their own children alone.
create function record.own_returned() returns table (person uuid, entry uuid, reasons text, returned_on date, due_on date)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with recursive returned as (
    select c.person, c.started_by, c.started_on, c.due_on, l.position as first_at, l.position, l.entry
    from clock c
    cross join lateral (select * from ledger l where l.authority = c.authority and l.entry = c.started_by and l.person = c.person limit 1) l
    where c.authority = record.authority() and record.may_be_told_names()
      and c.known_to = 'infinity' and c.met_by is null and not c.not_in_source and c.rule = 'returnedAssessment'
      and (c.ended_on is null or c.ended_on > current_date)
    union all
    select r.person, r.started_by, r.started_on, r.due_on, r.first_at, n.position, n.entry
    from returned r
    cross join lateral (select * from ledger n where n.authority = record.authority() and n.person = r.person and n.corrects = r.position limit 1) n
  )
  select r.person, r.started_by, case when not record.is_closed(r.person) and not c.withheld then c.shared ->> 'reasons' end, r.started_on, r.due_on
  from returned r
  cross join lateral (select * from content c where c.authority = record.authority() and c.person = r.person and c.entry = r.entry limit 1) c
  where not exists (select from ledger n where n.authority = record.authority() and n.person = r.person and n.corrects = r.position)
    and (
      exists (select from standing s where s.authority = record.authority() and s.person = r.person and s.known_to = 'infinity' and s.worker = record.actor())
      or record.is_practitioner() and record.actor() = (
        select e.recorded_by from ledger w
        cross join lateral (select * from entry e where e.authority = w.authority and e.entry = w.entry limit 1) e
        where w.authority = record.authority() and w.person = r.person and w.position < r.first_at and w.corrects is null and not w.tombstone
          and e.step = 'assessmentReport'
          and not exists (select from ledger n where n.authority = w.authority and n.person = w.person and n.corrects = w.position and n.tombstone)
        order by w.position desc limit 1))
  order by r.due_on, r.person, r.started_by
$$;
alter function record.own_returned() owner to record_owner;
revoke execute on function record.own_returned() from public;
grant execute on function record.own_returned() to sightline_app;
