-- An administrator who allocates a child to somebody whose induction runs learns that it runs, and nothing of it: the decision on more than is protected is their manager's, by name.
create function record.is_inducted(p_member uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select record.actor() is not null and record.roles() && array['administrator', 'teamManager', 'headOfService'] and exists (
    select from file f cross join lateral (select s.step from record.said_in(f.authority, f.person, array['inductionProgramme', 'inductionEnd']) s order by s.happened_on desc, s.recorded_at desc limit 1) s
    where f.authority = record.authority() and f.kind = 'induction' and f.subject = p_member and f.destroyed_at is null and s.step = 'inductionProgramme')
$$;
alter function record.is_inducted(uuid) owner to record_owner;
revoke execute on function record.is_inducted(uuid) from public;
grant execute on function record.is_inducted(uuid) to sightline_app;
