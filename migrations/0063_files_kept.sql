-- How long files are kept, and their destruction by two people, as that of children's records (0034): the same asking, confirming and line that stays, so that `verify` and
-- the list of erasures hold for them too. What a file has instead of a standing is counted here from its own lines, as src/practice/retention/file-retention.ts says it.
alter table record.file add column destroyed_at timestamptz;

-- Until when a file is kept, as it was known before an instant; null: for good, or it is still in use. A staff file: six years from leaving, or from the last entry if later.
create function record.file_kept_until(p_authority int, p_file uuid, p_before timestamptz) returns date
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select case when f.kind = 'staff' and m.left_at is null then null
    else ((greatest(w.written, case f.kind when 'staff' then m.left_at end) at time zone 'Europe/London')::date
      + make_interval(years => case f.kind when 'staff' then 6 when 'auditProgramme' then 6 when 'caseAudit' then 6 when 'complaint' then 10 end))::date end
  from file f left join access.member m on f.kind = 'staff' and m.authority = f.authority and m.member = f.subject
  cross join lateral (select max(l.recorded_at) as written from ledger l where l.authority = f.authority and l.person = f.person and l.recorded_at < p_before) w
  where f.authority = p_authority and f.person = p_file and f.destroyed_at is null
    and not exists (select from clock c where c.authority = f.authority and c.person = f.person and c.known_to = 'infinity' and c.met_by is null and c.ended_on is null)
$$;

-- Since when a legal hold keeps a file; null: none stands. As many stand as were put and not struck out, but those that were ended.
create function record.file_held_since(p_authority int, p_file uuid) returns date
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with said as (
    select c.step, c.shared, e.happened_on from content c
    cross join lateral (select * from ledger l where l.authority = p_authority and l.entry = c.entry and l.person = p_file limit 1) l
    join entry e on e.authority = p_authority and e.entry = c.entry
    where c.authority = p_authority and c.person = p_file and c.step in ('legalHold', 'legalHoldEnd') and not l.tombstone
      and not exists (select from ledger n where n.authority = p_authority and n.person = p_file and n.corrects = l.position)
  )
  select min(s.happened_on) filter (where s.step = 'legalHold') from said s
  having count(*) filter (where s.step = 'legalHold') > count(distinct s.shared ->> 'hold') filter (where s.step = 'legalHoldEnd')
$$;

create function record.why_file_kept(p_authority int, p_file uuid, p_before timestamptz) returns text
language plpgsql stable set search_path = pg_catalog, record, pg_temp as $$
declare
  held constant date := record.file_held_since(p_authority, p_file);
  until constant date := record.file_kept_until(p_authority, p_file, p_before);
begin
  if held is not null then return format('A legal hold has kept this file since %s', to_char(held, 'FMDD Mon YYYY')); end if;
  if until is null then return 'This file is still in use, or files of its kind are kept for good'; end if;
  if until >= record.today() then return format('This file is kept until %s', to_char(until, 'FMDD Mon YYYY')); end if;
  return null;
end $$;

-- A file that was destroyed keeps its lines and says nothing of whom it was: neither in its title nor by whose it was.
create function record.blank_file(p_authority int, p_file uuid) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
begin
  update file set title = 'Destroyed by law', subject = null, destroyed_at = record.now() where authority = p_authority and person = p_file;
  delete from file_member where authority = p_authority and file = p_file;
end $$;

create or replace function record.files(p_kind text) returns table (person uuid, title text, subject uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select f.person, f.title, f.subject from file f
  where f.authority = record.authority() and record.actor() is not null and f.kind = p_kind and f.destroyed_at is null and record.may_open_file(f.authority, f.person)
  order by f.title, f.person
$$;

-- For managers: until when a file that they may open is kept, and since when it is held; and those that come to the end of their time.
create function record.file_kept(p_file uuid) returns table (until date, held_since date)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select record.file_kept_until(record.authority(), p_file, 'infinity'), record.file_held_since(record.authority(), p_file)
  where record.roles() && array['teamManager', 'headOfService'] and record.may_open_file(record.authority(), p_file)
$$;
create function record.files_ending(p_by date) returns table (person uuid, kind text, title text, until date, held_since date)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select f.person, f.kind, f.title, k.until, record.file_held_since(f.authority, f.person)
  from file f cross join lateral (select record.file_kept_until(f.authority, f.person, 'infinity') as until) k
  where f.authority = record.authority() and record.roles() && array['teamManager', 'headOfService'] and f.kind in ('staff', 'auditProgramme', 'caseAudit', 'complaint')
    and record.may_open_file(f.authority, f.person) and k.until <= p_by
  order by k.until, f.person limit 500
$$;

do $$ declare f regprocedure; before text; after text; begin
  f := 'record.why_kept(int, uuid, timestamptz)'; before := pg_get_functiondef(f);
  after := regexp_replace(before, E'\nbegin\n', E'\nbegin\n  if record.may_open_file(p_authority, p_person) is not null then return record.why_file_kept(p_authority, p_person, p_before); end if;\n');
  if after = before then raise exception 'record.why_kept is not as it should be'; end if;
  execute after;
  f := 'record.ask_destruction(int, uuid, uuid, text, text)'; before := pg_get_functiondef(f);
  after := replace(before, E'and s.known_to = ''infinity'';\nend',
    E'and s.known_to = ''infinity''\n    union all select p_authority, p_destruction, p_person, record.file_kept_until(p_authority, p_person, ''infinity''), trim(p_ground), trim(p_reason), record.actor()\n    where record.may_open_file(p_authority, p_person) is not null;\nend');
  if after = before then raise exception 'record.ask_destruction is not as it should be'; end if;
  execute after;
  f := 'record.destroy(int, uuid, uuid, uuid, text[])'; before := pg_get_functiondef(f);
  after := replace(before, E'  update destruction x set ended_at', E'  perform record.blank_file(p_authority, p_person);\n  update destruction x set ended_at');
  if after = before then raise exception 'record.destroy is not as it should be'; end if;
  execute after;
  f := 'record.erase_again(int, uuid, uuid, timestamptz, uuid, uuid, text)'; before := pg_get_functiondef(f);
  after := replace(before, E'  if had_words then\n', E'  if not exists (select from content c where c.authority = p_authority and c.person = p_person) then perform record.blank_file(p_authority, p_person); end if;\n  if had_words then\n');
  if after = before then raise exception 'record.erase_again is not as it should be'; end if;
  execute after;
  foreach f in array array['record.file_kept(uuid)', 'record.files_ending(date)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.file_kept_until(int, uuid, timestamptz)', 'record.file_held_since(int, uuid)', 'record.why_file_kept(int, uuid, timestamptz)', 'record.blank_file(int, uuid)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
