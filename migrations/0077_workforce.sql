-- Posts and local standards of the workforce have a file of their own, one for an authority: every practitioner and analyst reads it, heads of service write it (by the step).
-- Employment, absence and registration are entries of the staff file (0030), which nobody states of themselves; what somebody says when they leave is read by heads of service.
alter table record.file drop constraint file_kind_check;
alter table record.file add constraint file_kind_check
  check (kind in ('staff', 'auditProgramme', 'caseAudit', 'body', 'procedures', 'caseReview', 'complaint', 'voice', 'inspection', 'allegation', 'fosterCarer', 'workforce'));

-- What is told of staff to whoever counts them, question by question: no words, and to a manager nothing of who somebody is or what they said on leaving.
create function record.workforce_questions(p_whole boolean) returns table (step text, question text) language sql immutable set search_path = pg_catalog, pg_temp as $$
  select t.step, q.question from (values
    ('employment', array['from', 'contract', 'team', 'hours', 'grade', 'newlyQualifiedSince', 'role', 'origin', 'languages'], false),
    ('employmentEnd', array['endedOn', 'reason', 'destination'], false),
    ('staffAbsence', array['from', 'reason', 'until'], false),
    ('staffAbsenceEnd', array['lastDay'], false),
    ('staffRegistration', array['seenOn', 'number', 'until'], false),
    ('safetyIncident', array['on', 'kind', 'alone'], false),
    ('staffSupervisionAgreement', array['startedOn', 'grade', 'startedInPostOn', 'everyWeeks'], false),
    ('staffSupervision', array['heldOn', 'held'], false),
    ('staffSupervisionEnd', array['endedOn'], false),
    ('staffDetails', array['on', 'bornOn', 'gender', 'ethnicity', 'qualifiedAt', 'qualification', 'stepUp', 'frontline', 'status'], true),
    ('exitInterview', array['on', 'reasons', 'wouldReturn'], true)
  ) t(step, questions, whole) cross join unnest(t.questions) q(question)
  where p_whole or not t.whole
$$;

-- The staff files as known at an instant (null: now), to whoever answers for how many workers there are or counts for them; to a manager those of the people whom they
-- supervise; to anybody else none. The question is logged as every list is.
create function record.workforce_told(p_steps text[], p_then timestamptz)
returns table (person uuid, member uuid, "position" int, entry uuid, step text, happened_on date, recorded_at timestamptz, recorded_by uuid, stated_at timestamptz, source text,
  corrects int, tombstone boolean, reason text, shared jsonb, answers jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  v_whole boolean := coalesce(record.may_return(), false);
begin
  if not v_whole and not coalesce('teamManager' = any(record.roles()) and record.actor() is not null, false) then
    perform record.refuse('Only heads of service and performance analysts are told of staff, and managers of their own');
  end if;
  if record.actor() is not null then perform record.log_list(jsonb_build_object('workforce', p_steps, 'knownAt', p_then), 0); end if;
  return query
    select l.person, f.subject, l.position, l.entry, e.step, e.happened_on, l.recorded_at, e.recorded_by, e.stated_at, e.source, l.corrects, l.tombstone, null::text,
      case when c.shared is null then null else coalesce((select jsonb_object_agg(a.key, a.value) from jsonb_each(c.shared) a
        where exists (select from record.workforce_questions(v_whole) q where q.step = e.step and q.question = a.key)), '{}') end, '{}'::jsonb
    from file f
    join access.member m on m.authority = f.authority and m.member = f.subject and (v_whole or record.oversees(m) or m.member = record.actor())
    cross join lateral (select * from ledger l where l.authority = f.authority and l.person = f.person and not l.moved and (p_then is null or l.recorded_at <= p_then) offset 0) l
    cross join lateral (select * from entry e where e.authority = l.authority and e.entry = l.entry and e.step = any(p_steps)
      and exists (select from record.workforce_questions(v_whole) q where q.step = e.step) limit 1) e
    left join lateral (select * from content c where c.authority = l.authority and c.person = l.person and c.entry = l.entry limit 1) c on true
    where f.authority = record.authority() and f.kind = 'staff' and f.destroyed_at is null
    order by l.person, l.position;
end $$;

-- What is carried, as known at an instant (null: now): of each child with whom anybody works the codes and days by which a caseload is weighed, and nobody's name or number;
-- of brothers and sisters that they are. Restricted children are among them: they are carried too. To whoever answers for the service all, to a manager those of their teams
-- and of the people whom they supervise, to a practitioner their own.
create function record.carried(p_then timestamptz) returns table (state jsonb)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  v_whole boolean := coalesce(record.may_return(), false);
  v_manager boolean := coalesce('teamManager' = any(record.roles()), false);
  v_people uuid[];
begin
  if record.authority() is null or (record.actor() is null and not v_whole) then return; end if;
  v_people := array(select m.member from access.member m where m.authority = record.authority() and (m.member = record.actor() or v_manager and record.oversees(m)));
  return query
  select jsonb_strip_nulls(jsonb_build_object(
      'worker', s.state -> 'worker', 'workerSince', s.state -> 'workerSince', 'seconds', s.state -> 'seconds', 'team', s.state -> 'team',
      'family', case when s.state ->> 'family' is not null then dense_rank() over (order by s.state ->> 'family') end,
      'openSince', s.state -> 'openSince', 'helpSince', s.state -> 'helpSince', 'inNeedPlanSince', s.state -> 'inNeedPlanSince', 'onPlanSince', s.state -> 'onPlanSince',
      'lookedAfterSince', s.state -> 'lookedAfterSince', 'careLeaverUntil', s.state -> 'careLeaverUntil', 'leftCareOn', s.state -> 'leftCareOn', 'courtSince', s.state -> 'courtSince',
      'unallocatedSince', s.state -> 'unallocatedSince', 'miles', s.state -> 'stays' -> 'miles'))
  from standing s
  where s.authority = record.authority()
    and case when p_then is null then s.known_to = 'infinity' else s.known_from <= p_then and s.known_to > p_then end
    and (s.state ?| array['openSince', 'helpSince', 'inNeedPlanSince', 'onPlanSince', 'lookedAfterSince']
      or s.state ->> 'careLeaverUntil' > to_char(coalesce(p_then, record.now()) at time zone 'Europe/London', 'YYYY-MM-DD'))
    and not record.is_sealed(s.authority, s.person)
    and (v_whole or v_manager and s.team = any(record.teams()) or s.worker = any(v_people)
      or exists (select from jsonb_array_elements_text(s.state -> 'seconds') x where x::uuid = any(v_people)));
end $$;

-- Who works here no more: their children have nobody, whoever the record still names.
create function record.left_members() returns table (member uuid, left_on date)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select m.member, (m.left_at at time zone 'Europe/London')::date from access.member m
  where m.authority = record.authority() and record.actor() is not null and record.roles() && array['teamManager', 'headOfService', 'performanceAnalyst'] and m.left_at is not null
$$;

-- Puts words into functions as they now are, for migrations alone: of each the function, what stands in it and what is to stand there. What is not there as it should be ends the migration.
create function record.amend(p_changes text[]) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  change text[]; before text; after text;
begin
  foreach change slice 1 in array p_changes loop
    before := pg_get_functiondef(change[1]::regprocedure); after := replace(before, change[2], change[3]);
    if after = before then raise exception '% is not as it should be: %', change[1], change[2]; end if;
    execute after;
  end loop;
end $$;
revoke execute on function record.amend(text[]) from public;

do $$ declare f regprocedure; begin
  perform record.amend(array[
    ['record.may_open_file(int, uuid)', 'when ''voice'' then record.is_practitioner()',
     'when ''voice'' then record.is_practitioner() when ''workforce'' then record.roles() && array[''socialWorker'', ''teamManager'', ''headOfService'', ''reviewingOfficer'', ''dutyWorker'', ''leadPractitioner'', ''performanceAnalyst'']'],
    ['record.why_not_in_file(int, jsonb, jsonb)', '''staffSupervisionEnd'')',
     '''staffSupervisionEnd'', ''employment'', ''employmentEnd'', ''staffAbsence'', ''staffAbsenceEnd'', ''staffRegistration'', ''staffDetails'', ''exitInterview'')'],
    ['record.why_not_in_file(int, jsonb, jsonb)', 'Nobody records their own supervision: your manager does', 'Nobody records their own supervision or employment: your manager does']
  ]);
  foreach f in array array['record.workforce_questions(boolean)', 'record.workforce_told(text[], timestamptz)', 'record.carried(timestamptz)', 'record.left_members()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public', f);
  end loop;
  grant execute on function record.workforce_told(text[], timestamptz), record.carried(timestamptz), record.left_members() to sightline_app;
end $$;
