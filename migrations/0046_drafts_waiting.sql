-- How much somebody has begun to write and not recorded, and since when: to themselves and to whoever supervises them. Not of whom, and no word of it.
create function record.drafts_waiting(p_member uuid) returns table (drafts int, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select count(*)::int, min(d.begun_at) from draft d
  where d.authority = record.authority() and record.actor() is not null and d.author = p_member and d.thrown_away_at is null
    and (p_member = record.actor() or exists (select from access.member m where m.authority = d.authority and m.member = p_member and record.oversees(m)))
$$;
alter function record.drafts_waiting(uuid) owner to record_owner;
revoke execute on function record.drafts_waiting(uuid) from public;
grant execute on function record.drafts_waiting(uuid) to sightline_app;
