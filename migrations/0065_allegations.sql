-- An allegation against somebody who works with children has a file of its own (0030), isolated: opened by the designated officer and by whom the designated officer names for
-- it, never by whomever it is about, and by no head of service as such. Whoever learns of an allegation begins the file with what is alleged, and from then on does not open it.
alter table record.file drop constraint file_kind_check;
alter table record.file add constraint file_kind_check
  check (kind in ('staff', 'auditProgramme', 'caseAudit', 'body', 'procedures', 'caseReview', 'complaint', 'voice', 'inspection', 'allegation'));

create or replace function record.may_open_file(p_authority int, p_file uuid) returns boolean
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
    when 'allegation' then f.subject is distinct from record.actor() and ('designatedOfficer' = any(record.roles()) or record.is_named_for(f.authority, f.person))
    else false end
  from file f where f.authority = p_authority and f.person = p_file
$$;

-- Whether this session has begun the file of an allegation in which nothing stands yet.
create function record.is_telling(p_authority int, p_file uuid) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select exists (select from file f where f.authority = p_authority and f.person = p_file and f.kind = 'allegation' and f.made_by = record.actor()
    and not exists (select from head h where h.authority = p_authority and h.person = p_file))
$$;

create or replace function record.check_namer(p_authority int, p_file uuid) returns void language plpgsql stable set search_path = pg_catalog, record, pg_temp as $$
declare
  of_kind constant text := (select f.kind from file f where f.authority = p_authority and f.person = p_file);
begin
  if p_authority is distinct from record.authority() or record.may_open_file(p_authority, p_file) is not true
    or not (case of_kind when 'allegation' then 'designatedOfficer' else 'headOfService' end = any(record.roles())) then
    perform record.refuse('Only a head of service who may open this file says who else may, and of an allegation the designated officer');
  end if;
  if of_kind not in ('caseReview', 'complaint', 'allegation') then
    perform record.refuse('Nobody is named for a file of this kind');
  end if;
end $$;

-- Into the functions as they now are.
do $$ declare f regprocedure; before text; after text; begin
  f := 'record.add_file(int, uuid, text, text, uuid)'; before := pg_get_functiondef(f);
  after := replace(before, 'if record.may_open_file(p_authority, found_file) is not true then',
    'if record.may_open_file(p_authority, found_file) is not true and not record.is_telling(p_authority, found_file) then');
  after := replace(after, E'  if p_kind = ''body''', E'  if p_kind = ''allegation'' and p_subject is not null and not exists (select from access.member m where m.authority = p_authority and m.member = p_subject) then
    perform record.refuse(''There is no such member of staff'');
  end if;\n  if p_kind = ''body''');
  if after = before then raise exception 'record.add_file is not as it should be'; end if;
  execute after;
  f := 'record.why_not_in_file(int, jsonb, jsonb)'; before := pg_get_functiondef(f);
  after := replace(before, 'record.may_open_file(p_authority, a.person) as may, p.file',
    'case when e.step = ''allegation'' and record.is_telling(p_authority, a.person) then true else record.may_open_file(p_authority, a.person) end as may, p.file');
  if after = before then raise exception 'record.why_not_in_file is not as it should be'; end if;
  execute after;
  -- What is to be done because of an allegation is told to nobody who may not open its file.
  f := 'record.own_actions()'; before := pg_get_functiondef(f);
  after := replace(before, E'  where m.corrects is null\n', E'  where m.corrects is null and not exists (select from file f where f.authority = record.authority() and f.person = m.person and f.kind = ''allegation''
    and record.may_open_file(f.authority, f.person) is not true)\n');
  if after = before then raise exception 'record.own_actions is not as it should be'; end if;
  execute after;
  f := 'record.file_kept_until(int, uuid, timestamptz)'; before := pg_get_functiondef(f);
  after := replace(before, 'when ''complaint'' then 10 end', 'when ''complaint'' then 10 when ''allegation'' then 50 end');
  if after = before then raise exception 'record.file_kept_until is not as it should be'; end if;
  execute after;
  f := 'record.files_ending(date)'; before := pg_get_functiondef(f);
  after := replace(before, '''caseAudit'', ''complaint'')', '''caseAudit'', ''complaint'', ''allegation'')');
  if after = before then raise exception 'record.files_ending is not as it should be'; end if;
  execute after;
  revoke execute on function record.is_telling(int, uuid) from public;
  grant execute on function record.is_telling(int, uuid) to record_owner;
end $$;
