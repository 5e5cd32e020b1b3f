-- A file is a record too: of a member of staff, of an audit, of a body such as the Safeguarding Board. It grows as a child's record does, by the same statements in the same
-- chain, and is nobody's child record: it has no standing, so that no list, count, search, board, return, copy or destruction of children can meet it.
create table record.file (
  authority int not null, person uuid not null,    -- whose chain it is, as of a child: the name of the column is the record's
  kind text not null check (kind in ('staff', 'auditProgramme', 'caseAudit', 'body', 'procedures')),
  title text not null, subject uuid,               -- the member whom a staff file is about, or who does this audit
  made_at timestamptz not null, made_by uuid not null,
  primary key (authority, person));
create unique index file_of_staff on record.file (authority, subject) where kind = 'staff';
create index file_kind on record.file (authority, kind);
alter table record.file owner to record_owner;
alter table record.file enable row level security;
alter table record.file force row level security;
create policy writer on record.file to record_owner using (authority = record.authority()) with check (authority = record.authority());
create policy reader on record.file to sightline_app using (authority = record.authority() and record.actor() is not null and person = any(record.opened()));
grant select on record.file to sightline_app;

-- Of which kind of file a step is; null: of people; 'also': of people and of any file.
alter table record.permission add column file text;

-- Whom this session supervises: a manager their team, a head of service every manager and whoever is in no team, and both their managers' people; nobody their equal.
create function record.oversees(m access.member) returns boolean language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select m.member <> record.actor() and (
    'headOfService' = any(record.roles()) and not 'headOfService' = any(m.roles)
    or 'teamManager' = any(record.roles()) and not m.roles && array['teamManager', 'headOfService'] and coalesce(m.team = any(record.teams()), false))
$$;

-- Whether this session may open a file; null: it is none. Nobody may, unless a kind says who. A staff file: the member, whoever supervises them, and that manager's own manager.
create function record.may_open_file(p_authority int, p_file uuid) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select record.actor() is not null and case f.kind
    when 'staff' then f.subject = record.actor() or exists (select from access.member m where m.authority = f.authority and m.member = f.subject and record.oversees(m))
    when 'auditProgramme' then record.roles() && array['teamManager', 'headOfService', 'reviewingOfficer']
    when 'caseAudit' then f.subject = record.actor() or 'headOfService' = any(record.roles())
    when 'body' then record.roles() && array['teamManager', 'headOfService', 'reviewingOfficer', 'performanceAnalyst']
    when 'procedures' then record.roles() <> '{}'
    else false end
  from file f where f.authority = p_authority and f.person = p_file
$$;

-- Begins a file, of whoever may open it. A member of staff has one: asked for again, it is that one.
create function record.add_file(p_authority int, p_file uuid, p_kind text, p_title text, p_subject uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  found_file uuid;
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if coalesce(length(trim(p_title)), 0) not between 1 and 300 then perform record.refuse('Enter what the file is called, in 300 characters or fewer'); end if;
  if p_kind in ('staff', 'caseAudit') and not exists (select from access.member m where m.authority = p_authority and m.member = p_subject) then
    perform record.refuse('There is no such member of staff');
  end if;
  if exists (select from head h where h.authority = p_authority and h.person = p_file) and record.may_open_file(p_authority, p_file) is null then
    perform record.refuse('This is somebody''s record, and no file');
  end if;
  insert into file(authority, person, kind, title, subject, made_at, made_by) values (p_authority, p_file, p_kind, trim(p_title), p_subject, record.now(), record.actor()) on conflict do nothing;
  select f.person into found_file from file f where f.authority = p_authority and (f.person = p_file or p_kind = 'staff' and f.kind = 'staff' and f.subject = p_subject)
    order by f.person <> p_file limit 1;
  if record.may_open_file(p_authority, found_file) is not true then perform record.refuse('You may not open such a file, and so not begin one'); end if;
  return found_file;
end $$;

-- The files of a kind that this session may open, and what is due in them.
create function record.files(p_kind text) returns table (person uuid, title text, subject uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select f.person, f.title, f.subject from file f
  where f.authority = record.authority() and record.actor() is not null and f.kind = p_kind and record.may_open_file(f.authority, f.person) order by f.title, f.person
$$;
-- Whom this session supervises, or oversees the supervision of, and itself; with the staff file, where there is one.
create function record.supervised() returns table (member uuid, file uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select m.member, f.person from access.member m left join file f on f.authority = m.authority and f.kind = 'staff' and f.subject = m.member
  where m.authority = record.authority() and record.actor() is not null and m.left_at is null and (m.member = record.actor() or record.oversees(m))
    and m.roles && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker', 'leadPractitioner']
  order by m.name, m.member
$$;
create function record.file_clocks(p_files uuid[]) returns setof record.clock
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select c.* from unnest(p_files) p(person)
  cross join lateral (select * from clock c where c.authority = record.authority() and c.person = p.person and c.known_to = 'infinity' offset 0) c
  where record.may_open_file(record.authority(), p.person)
$$;

-- The door of a file asks for no reason, which whoever may open it has: the opening is logged all the same. It opens no child's record.
create function record.open_file(p_authority int, p_file uuid) returns table (person uuid, kind text, ring text)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  return query select * from record.open_logged(p_authority, array[p_file], 'To work with this file', coalesce(record.may_open_file(p_authority, p_file), false), false);
end $$;

-- A staff file is written as it is opened: by whoever may. What is of a child is stated in no file, and what is of a file of no child.
create function record.why_not_in_file(p_authority int, p_entries jsonb, p_abouts jsonb) returns text
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select case when a.may is false then 'You may not open this file'
      when a.is_own then 'Nobody records their own supervision: your manager does'
      when a.kind is null then format('"%s" is recorded in a file of its own kind, and of no child', a.step)
      else format('"%s" is not recorded in a file of this kind', a.step) end
  from (
    select e.step, f.kind, f.subject = record.actor() and e.step in ('staffSupervision', 'staffSupervisionAgreement', 'staffSupervisionEnd') as is_own, record.may_open_file(p_authority, a.person) as may, p.file
    from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid) join jsonb_to_recordset(p_entries) e(entry uuid, step text) using (entry)
    left join lateral (select f.kind, f.subject from file f where f.authority = p_authority and f.person = a.person limit 1) f on true
    left join lateral (select p.file from permission p where p.authority = p_authority and p.step = e.step limit 1) p on true) a
  where a.may is false or a.is_own or a.file is distinct from a.kind and a.file is distinct from 'also' limit 1
$$;

-- Into the functions as they now are.
do $$ declare f regprocedure; before text; after text; begin
  -- Whether a statement may be made at all.
  f := 'record.why_not(int, jsonb, jsonb)'; before := pg_get_functiondef(f);
  after := regexp_replace(before, E'\n  return null;\nend', E'\n  return record.why_not_in_file(p_authority, p_entries, p_abouts);\nend');
  if after = before then raise exception 'record.why_not is not as it should be'; end if;
  execute after;
  -- Nothing is derived of a file for lists, whoever writes.
  f := 'record.keep(int, timestamptz, jsonb, jsonb, jsonb)'; before := pg_get_functiondef(f);
  after := regexp_replace(before, E'\nbegin\n', E'\nbegin\n  if exists (select from jsonb_to_recordset(p_standings) s(person uuid)
      cross join lateral (select from file f where f.authority = p_authority and f.person = s.person limit 1) f) then
    raise exception ''A file has no standing: it is in no list'';
  end if;\n');
  if after = before then raise exception 'record.keep is not as it should be'; end if;
  execute after;
  -- No glass is before a file, and no restriction: who may open it is settled.
  f := 'record.break_glass(int, uuid, text)'; before := pg_get_functiondef(f);
  after := regexp_replace(before, E'\nbegin\n', E'\nbegin\n  if record.may_open_file(p_authority, p_person) is not null then return false; end if;\n');
  if after = before then raise exception 'record.break_glass is not as it should be'; end if;
  execute after;
  f := 'record.begin_restricting(int, uuid, text)'; before := pg_get_functiondef(f);
  after := regexp_replace(before, E'\nbegin\n', E'\nbegin\n  if record.may_open_file(p_authority, p_person) is not null then perform record.refuse(''There is no such record''); end if;\n');
  if after = before then raise exception 'record.begin_restricting is not as it should be'; end if;
  execute after;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.add_file(int, uuid, text, text, uuid)', 'record.open_file(int, uuid)', 'record.files(text)', 'record.supervised()', 'record.file_clocks(uuid[])']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.oversees(access.member)', 'record.may_open_file(int, uuid)', 'record.why_not_in_file(int, jsonb, jsonb)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
