-- Which chapters of the procedures were read by whom, and in which edition: of oneself, and of whomever one supervises. What they wrote of it stays in the file; what was struck out was not read.
create function record.chapters_read() returns table (member uuid, file uuid, edition text, read_on date)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select e.recorded_by, f.person, c.shared->>'edition', e.happened_on
  from file f
  cross join lateral (select c.entry, c.shared from content c where c.authority = f.authority and c.person = f.person and c.step = 'procedureRead' and not c.withheld and c.kept_for is null offset 0) c
  cross join lateral (select e.recorded_by, e.happened_on from entry e where e.authority = f.authority and e.entry = c.entry limit 1) e
  where f.authority = record.authority() and record.actor() is not null and f.kind = 'procedures'
    and (e.recorded_by = record.actor() or exists (select from access.member m where m.authority = f.authority and m.member = e.recorded_by and record.oversees(m)))
$$;
alter function record.chapters_read() owner to record_owner;
revoke execute on function record.chapters_read() from public;
grant execute on function record.chapters_read() to sightline_app;
