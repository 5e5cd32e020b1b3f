-- A file is a record too: of a member of staff, of an audit, of a body such as the Safeguarding Board. It grows as a child's record does, by the same statements in the same
-- chain, and is nobody's child record: it has no standing, so that no list, count, search, board, return, copy or destruction of children can meet it.
create table record.file (
  authority int not null, person uuid not null,    -- whose chain it is, as of a child: the name of the column is the record's
  kind text not null check (kind in ('staff', 'auditProgramme', 'caseAudit', 'body', 'procedures', 'caseReview', 'complaint', 'voice', 'inspection')),
  title text not null,
  subject uuid,                                    -- the member whom a staff file is about, or who does this audit; the body to which a body answers
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

-- Whoever is named for a file, one by one, until a day or until they are taken off; who was named, by whom and when stays on record.
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

-- Whoever works with children.
create function record.is_practitioner() returns boolean language sql stable
  return record.roles() && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker'];

-- Today, in England.
create function record.today() returns date language sql stable return (record.now() at time zone 'Europe/London')::date;

create function record.is_named_for(p_authority int, p_file uuid) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select exists (select from file_member m where m.authority = p_authority and m.file = p_file and m.member = record.actor() and m.ended_at is null
    and (m.until is null or m.until >= record.today()))
$$;

-- A Safeguarding Board is not the council's: its members come from the police, from health, from schools. Who opens a body is therefore told by who sits on it, not by a role:
-- whoever has a seat there today, or on the body to which it answers (a board oversees its panels and sub-groups, and no panel its board). The business manager and the
-- head of service make bodies and open all; an analyst reads them.
create index content_seat on record.content (authority, (shared ->> 'member')) where step = 'bodyMember';
create index content_seat_end on record.content (authority, (shared ->> 'seat')) where step = 'bodyMemberEnd';

-- Whether this actor has a seat on a body on a day. A corrected seat is as corrected, under its first entry; one that was struck out never was.
create function record.sits_on(p_authority int, p_body uuid, p_on date) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with recursive seat as (
    select l.position, l.corrects, c.entry, c.shared
    from content c cross join lateral (select * from ledger l where l.authority = c.authority and l.entry = c.entry and l.person = c.person limit 1) l
    where c.authority = p_authority and c.step = 'bodyMember' and c.shared ->> 'member' = record.actor()::text and c.person = p_body and not l.tombstone
      and not exists (select from ledger n where n.authority = c.authority and n.person = c.person and n.corrects = l.position)
    union all
    select p.position, p.corrects, p.entry, s.shared
    from seat s cross join lateral (select * from ledger p where p.authority = p_authority and p.person = p_body and p.position = s.corrects limit 1) p
  )
  select exists (
    select from seat s where s.corrects is null and (s.shared ->> 'from')::date <= p_on and not exists (
      select from content e cross join lateral (select * from ledger l where l.authority = e.authority and l.entry = e.entry and l.person = e.person limit 1) l
      where e.authority = p_authority and e.step = 'bodyMemberEnd' and e.shared ->> 'seat' = s.entry::text and e.person = p_body and not l.tombstone
        and not exists (select from ledger n where n.authority = e.authority and n.person = e.person and n.corrects = l.position)
        and (e.shared ->> 'on')::date < p_on))
$$;

-- Whether this session may open a file; null: it is none. Nobody may, unless a kind says who. A staff file: the member, whoever supervises them, and that manager's own manager.
-- A review or a complaint: heads of service, and whom they name for it. What people say: every practitioner. The record of a service: managers and reviewing officers.
create function record.may_open_file(p_authority int, p_file uuid) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select record.actor() is not null and case f.kind
    when 'staff' then f.subject = record.actor() or exists (select from access.member m where m.authority = f.authority and m.member = f.subject and record.oversees(m))
    when 'auditProgramme' then record.roles() && array['teamManager', 'headOfService', 'reviewingOfficer']
    when 'caseAudit' then f.subject = record.actor() or 'headOfService' = any(record.roles())
    when 'body' then record.roles() && array['headOfService', 'boardManager', 'performanceAnalyst'] or record.sits_on(f.authority, f.person, current_date)
      or coalesce(record.sits_on(f.authority, f.subject, current_date), false)
    when 'procedures' then record.roles() <> '{}'
    when 'caseReview' then 'headOfService' = any(record.roles()) or record.is_named_for(f.authority, f.person)
    when 'complaint' then 'headOfService' = any(record.roles()) or record.is_named_for(f.authority, f.person)
    when 'voice' then record.is_practitioner()
    when 'inspection' then record.roles() && array['teamManager', 'headOfService', 'reviewingOfficer']
    else false end
  from file f where f.authority = p_authority and f.person = p_file
$$;

-- Begins a file, of whoever may open it. A member of staff has one: asked for again, it is that one. A body answers to a body that whoever begins it may open, or to none.
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
  if p_kind = 'body' and p_subject is not null and not exists (select from file b
      where b.authority = p_authority and b.person = p_subject and b.kind = 'body' and record.may_open_file(p_authority, b.person)) then
    perform record.refuse('There is no such body for it to answer to');
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

-- Who is named for a file: told to whoever may open it.
create function record.named_for(p_authority int, p_file uuid) returns table (member uuid, named_at timestamptz, named_by uuid, until date)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select m.member, m.named_at, m.named_by, m.until from file_member m
  where m.authority = p_authority and p_authority = record.authority() and m.file = p_file and m.ended_at is null and record.may_open_file(p_authority, p_file)
  order by m.named_at, m.member
$$;

-- A head of service names who works on a review or a complaint, and takes them off. Named again: until another day.
create function record.name_for(p_authority int, p_file uuid, p_member uuid, p_until date) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_namer(p_authority, p_file);
  if not exists (select from access.member m where m.authority = p_authority and m.member = p_member and m.left_at is null) then perform record.refuse('There is no such member of staff'); end if;
  if p_until < record.today() then perform record.refuse('Until what day must be today or later'); end if;
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
  if not exists (select from file f where f.authority = p_authority and f.person = p_file and f.kind in ('caseReview', 'complaint')) then
    perform record.refuse('Nobody is named for a file of this kind');
  end if;
end $$;

-- Whether this session owns an improvement, as it was first said or as it was ever corrected.
create function record.owns_improvement(p_authority int, p_file uuid, p_recommendation text) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with recursive said as (
    select l.position, l.entry from ledger l where l.authority = p_authority and l.person = p_file and l.entry::text = p_recommendation
    union all
    select n.position, n.entry
    from said s cross join lateral (select * from ledger n where n.authority = p_authority and n.person = p_file and n.corrects = s.position limit 1) n
  )
  select exists (select from said s join content c on c.authority = p_authority and c.person = p_file and c.entry = s.entry where c.shared ->> 'owner' = record.actor()::text)
$$;

-- A file is written as it is opened: by whoever may. What is of a child is stated in no file, and what is of a file of no child. Progress is judged by
-- somebody independent of whoever owns it. Whoever is let into no child's record states nothing of one.
create function record.why_not_in_file(p_authority int, p_entries jsonb, p_abouts jsonb) returns text
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select case when a.may is false then 'You may not open this file'
      when a.kind is null and a.only_bodies then 'Your role records nothing of a child'
      when a.is_own then 'Nobody records their own supervision: your manager does'
      when a.judges_own then 'Whoever owns an improvement does not judge its progress: somebody else does'
      when a.kind is null then format('"%s" is recorded in a file of its own kind, and of no child', a.step)
      else format('"%s" is not recorded in a file of this kind', a.step) end
  from (
    select e.step, f.kind, f.subject = record.actor() and e.step in ('staffSupervision', 'staffSupervisionAgreement', 'staffSupervisionEnd') as is_own,
      e.step = 'improvementProgress' and record.owns_improvement(p_authority, a.person, e.shared ->> 'recommendation') as judges_own,
      record.roles() <@ array['boardManager', 'boardMember'] as only_bodies, record.may_open_file(p_authority, a.person) as may, p.file
    from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid) join jsonb_to_recordset(p_entries) e(entry uuid, step text, shared jsonb) using (entry)
    left join lateral (select f.kind, f.subject from file f where f.authority = p_authority and f.person = a.person limit 1) f on true
    left join lateral (select p.file from permission p where p.authority = p_authority and p.step = e.step limit 1) p on true) a
  where a.may is false or a.is_own or a.judges_own or a.kind is null and a.only_bodies or a.file is distinct from a.kind and a.file is distinct from 'also' limit 1
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
  foreach f in array array['record.add_file(int, uuid, text, text, uuid)', 'record.open_file(int, uuid)', 'record.files(text)', 'record.supervised()', 'record.file_clocks(uuid[])',
    'record.named_for(int, uuid)', 'record.name_for(int, uuid, uuid, date)', 'record.unname_for(int, uuid, uuid)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.oversees(access.member)', 'record.today()', 'record.is_named_for(int, uuid)', 'record.sits_on(int, uuid, date)',
    'record.may_open_file(int, uuid)', 'record.check_namer(int, uuid)', 'record.owns_improvement(int, uuid, text)', 'record.why_not_in_file(int, jsonb, jsonb)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
