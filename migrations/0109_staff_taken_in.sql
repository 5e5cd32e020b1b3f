-- A council that moves in brings its staff along in its workforce censuses. An administrator who takes them in writes into staff files in which nothing stands yet, and into no other; they open
-- none by it, and read nothing of it. Nobody takes in their own employment. Each entry says by its source that it was taken in.
create function record.takes_in_staff(p_authority int, p_file uuid, p_step text, p_source text) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select record.actor() is not null and 'administrator' = any(record.roles()) and p_source like 'workforce-census:%' and p_step in ('employment', 'employmentEnd', 'staffDetails')
    and exists (select from file f where f.authority = p_authority and f.person = p_file and f.kind = 'staff' and f.destroyed_at is null and f.subject is distinct from record.actor())
    and not exists (select from ledger l where l.authority = p_authority and l.person = p_file)
$$;
revoke execute on function record.takes_in_staff(int, uuid, text, text) from public;
grant execute on function record.takes_in_staff(int, uuid, text, text) to record_owner;

do $$ begin
  perform record.amend(array[
    ['record.why_not_in_file(int, jsonb, jsonb)', 'e(entry uuid, step text, shared jsonb)', 'e(entry uuid, step text, shared jsonb, source text)'],
    ['record.why_not_in_file(int, jsonb, jsonb)', 'else record.may_open_file(p_authority, a.person) end as may', 'when record.takes_in_staff(p_authority, a.person, e.step, e.source) then true else record.may_open_file(p_authority, a.person) end as may']
  ]);
end $$;
