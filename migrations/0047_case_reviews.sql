-- Reviews of serious incidents, and whoever is named for a file. Nobody reads the file of a review by their role alone but a head of service: the others are named, one by one,
-- until a day or until they are taken off; who was named, by whom and when stays on record.
alter table record.file drop constraint file_kind_check;
alter table record.file add constraint file_kind_check check (kind in ('staff', 'auditProgramme', 'caseAudit', 'body', 'procedures', 'caseReview'));

create table record.file_member (
  authority int not null, file uuid not null, member uuid not null,
  named_at timestamptz not null, named_by uuid not null, until date,
  ended_at timestamptz, ended_by uuid,
  primary key (authority, file, member, named_at));
create unique index file_member_now on record.file_member (authority, file, member) where ended_at is null;
alter table record.file_member owner to record_owner;
alter table record.file_member enable row level security;
alter table record.file_member force row level security;
create policy writer on record.file_member to record_owner using (authority = record.authority()) with check (authority = record.authority());

create function record.is_named_for(p_authority int, p_file uuid) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select exists (select from file_member m where m.authority = p_authority and m.file = p_file and m.member = record.actor() and m.ended_at is null
    and (m.until is null or m.until >= (record.now() at time zone 'Europe/London')::date))
$$;

-- Who is named for a file: told to whoever may open it.
create function record.named_for(p_authority int, p_file uuid) returns table (member uuid, named_at timestamptz, named_by uuid, until date)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select m.member, m.named_at, m.named_by, m.until from file_member m
  where m.authority = p_authority and p_authority = record.authority() and m.file = p_file and m.ended_at is null and record.may_open_file(p_authority, p_file)
  order by m.named_at, m.member
$$;

-- A head of service names who works on a review, and takes them off. Named again: until another day.
create function record.name_for(p_authority int, p_file uuid, p_member uuid, p_until date) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_namer(p_authority, p_file);
  if not exists (select from access.member m where m.authority = p_authority and m.member = p_member and m.left_at is null) then perform record.refuse('There is no such member of staff'); end if;
  if p_until < (record.now() at time zone 'Europe/London')::date then perform record.refuse('Until what day must be today or later'); end if;
  update file_member set ended_at = record.now(), ended_by = record.actor() where authority = p_authority and file = p_file and member = p_member and ended_at is null;
  insert into file_member(authority, file, member, named_at, named_by, until) values (p_authority, p_file, p_member, clock_timestamp(), record.actor(), p_until);
end $$;
create function record.unname_for(p_authority int, p_file uuid, p_member uuid) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_namer(p_authority, p_file);
  update file_member set ended_at = record.now(), ended_by = record.actor() where authority = p_authority and file = p_file and member = p_member and ended_at is null;
end $$;
create function record.check_namer(p_authority int, p_file uuid) returns void language plpgsql stable set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or not 'headOfService' = any(record.roles()) or record.may_open_file(p_authority, p_file) is not true then
    perform record.refuse('Only a head of service who may open this file says who else may');
  end if;
  if not exists (select from file f where f.authority = p_authority and f.person = p_file and f.kind = 'caseReview') then
    perform record.refuse('Nobody is named for a file of this kind');
  end if;
end $$;

do $$ declare f regprocedure; before text; after text; begin
  f := 'record.may_open_file(int, uuid)'; before := pg_get_functiondef(f);
  after := replace(before, E'\n    else false end', E'\n    when ''caseReview'' then ''headOfService'' = any(record.roles()) or record.is_named_for(f.authority, f.person)\n    else false end');
  if after = before then raise exception 'record.may_open_file is not as it should be'; end if;
  execute after;
  foreach f in array array['record.named_for(int, uuid)', 'record.name_for(int, uuid, uuid, date)', 'record.unname_for(int, uuid, uuid)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.is_named_for(int, uuid)', 'record.check_namer(int, uuid)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
