-- Carers who foster have a file of their own, each household one: opened by every practitioner, since whoever places a child at night must know who has a bed.
alter table record.file drop constraint file_kind_check;
alter table record.file add constraint file_kind_check
  check (kind in ('staff', 'auditProgramme', 'caseAudit', 'body', 'procedures', 'caseReview', 'complaint', 'voice', 'inspection', 'allegation', 'fosterCarer'));

-- How many children live with each of these carers today, by what the children's own records say: a number, and nobody's name. A child is placed with them as their file is called.
create function record.foster_places() returns table (file uuid, used int)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select f.person, count(s.person)::int from file f
  left join standing s on s.authority = f.authority and s.known_to = 'infinity' and s.looked_after_since is not null
    and lower(trim(s.words -> 'placement' ->> 'placedWith')) = lower(f.title)
  where f.authority = record.authority() and record.actor() is not null and f.kind = 'fosterCarer' and f.destroyed_at is null and record.may_open_file(f.authority, f.person)
  group by f.person
$$;

do $$ declare
  change text[]; f regprocedure; before text; after text;
begin
  foreach change slice 1 in array array[
    ['record.may_open_file(int, uuid)', 'when ''voice'' then record.is_practitioner()', 'when ''voice'' then record.is_practitioner() when ''fosterCarer'' then record.is_practitioner()'],
    ['record.file_kept_until(int, uuid, timestamptz)', 'when ''allegation'' then 50', 'when ''allegation'' then 50 when ''fosterCarer'' then 10'],
    ['record.files_ending(date)', '''complaint'', ''allegation'')', '''complaint'', ''allegation'', ''fosterCarer'')']
  ] loop
    f := change[1]; before := pg_get_functiondef(f); after := replace(before, change[2], change[3]);
    if after = before then raise exception '% is not as it should be', change[1]; end if;
    execute after;
  end loop;
  alter function record.foster_places() owner to record_owner;
  revoke execute on function record.foster_places() from public;
  grant execute on function record.foster_places() to sightline_app;
end $$;
