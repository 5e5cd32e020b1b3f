-- Complaints, what people say, and the quality records of services. A complaint is opened by heads of service and whom they name for it, and never on the child's record; what people
-- say by every practitioner; the record of a service by managers and reviewing officers.
alter table record.file drop constraint file_kind_check;
alter table record.file add constraint file_kind_check
  check (kind in ('staff', 'auditProgramme', 'caseAudit', 'body', 'procedures', 'caseReview', 'complaint', 'voice', 'inspection'));

-- Whether this session owns what a statement judges, as it was first said or as it was corrected.
create function record.judges_own(p_authority int, p_file uuid, p_step text, p_shared jsonb) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select p_step = 'improvementProgress' and exists (
    select from ledger first
    join ledger l on l.authority = first.authority and l.person = first.person and (l.entry = first.entry or l.corrects = first.position)
    join content c on c.authority = l.authority and c.person = l.person and c.entry = l.entry
    where first.authority = p_authority and first.person = p_file and first.entry::text = p_shared->>'recommendation'
      and c.shared->>'owner' = record.actor()::text)
$$;

do $$ declare f regprocedure; before text; after text; begin
  f := 'record.may_open_file(int, uuid)'; before := pg_get_functiondef(f);
  after := replace(before, E'\n    else false end', E'\n    when ''complaint'' then ''headOfService'' = any(record.roles()) or record.is_named_for(f.authority, f.person)
    when ''voice'' then record.is_practitioner()
    when ''inspection'' then record.roles() && array[''teamManager'', ''headOfService'', ''reviewingOfficer'']\n    else false end');
  if after = before then raise exception 'record.may_open_file is not as it should be'; end if;
  execute after;
  f := 'record.check_namer(int, uuid)'; before := pg_get_functiondef(f);
  after := replace(before, 'f.kind = ''caseReview''', 'f.kind in (''caseReview'', ''complaint'')');
  if after = before then raise exception 'record.check_namer is not as it should be'; end if;
  execute after;
  -- Progress is judged by somebody independent of whoever owns it.
  f := 'record.why_not_in_file(int, jsonb, jsonb)'; before := pg_get_functiondef(f);
  after := replace(before, 'when a.kind is null then', E'when a.judges_own then ''Whoever owns an improvement does not judge its progress: somebody else does''\n      when a.kind is null then');
  after := replace(after, 'as is_own,', 'as is_own, record.judges_own(p_authority, a.person, e.step, e.shared) as judges_own,');
  after := replace(after, 'e(entry uuid, step text)', 'e(entry uuid, step text, shared jsonb)');
  after := replace(after, 'or a.is_own or', 'or a.is_own or a.judges_own or');
  if after = before or after not like '%e.shared) as judges_own%' or after not like '%or a.judges_own or%' or after not like '%shared jsonb)%' then raise exception 'record.why_not_in_file is not as it should be'; end if;
  execute after;
  revoke execute on function record.judges_own(int, uuid, text, jsonb) from public;
  grant execute on function record.judges_own(int, uuid, text, jsonb) to record_owner;
end $$;
