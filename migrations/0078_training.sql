-- Training. A course has a file of its own: what it is for, its sessions, who came, what they said of it. It is opened by heads of service, the business manager of the partners
-- and whoever is named for it, for it says who came. Everybody else is told of courses without a name. A need is recorded in the file in which it was seen, of whatever kind.
-- The induction of somebody newly qualified is a file beside their staff file: also their mentor opens it, who has no business with their supervision.
alter table record.file drop constraint file_kind_check;
alter table record.file add constraint file_kind_check
  check (kind in ('staff', 'auditProgramme', 'caseAudit', 'body', 'procedures', 'caseReview', 'complaint', 'voice', 'inspection', 'allegation', 'fosterCarer', 'workforce', 'course', 'induction'));

-- What stands in a file of some steps: each as corrected, under its first entry; what was struck out never was.
create function record.said_in(p_authority int, p_file uuid, p_steps text[]) returns table (entry uuid, step text, happened_on date, recorded_by uuid, recorded_at timestamptz, shared jsonb)
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with recursive said as (
    select l.entry as first, l.position, l.entry, l.tombstone from ledger l
    where l.authority = p_authority and l.person = p_file and l.corrects is null
      and exists (select from content c where c.authority = p_authority and c.person = p_file and c.entry = l.entry and c.step = any(p_steps))
    union all
    select s.first, n.position, n.entry, n.tombstone
    from said s cross join lateral (select * from ledger n where n.authority = p_authority and n.person = p_file and n.corrects = s.position limit 1) n
  )
  select s.first, c.step, e.happened_on, e.recorded_by, e.recorded_at, c.shared
  from said s join content c on c.authority = p_authority and c.person = p_file and c.entry = s.entry
  join entry e on e.authority = p_authority and e.entry = s.entry
  where not s.tombstone and not exists (select from ledger n where n.authority = p_authority and n.person = p_file and n.corrects = s.position)
$$;

-- The mentor of an induction, as its programme stands.
create function record.mentors(p_authority int, p_file uuid) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select coalesce((select s.shared ->> 'mentor' = record.actor()::text from record.said_in(p_authority, p_file, array['inductionProgramme']) s
    order by s.happened_on desc, s.recorded_at desc limit 1), false)
$$;

-- Whether this session is told what training comes to: whoever opens courses, and whoever sits on the body to which a course answers, or on the one above it.
create function record.is_told_of_training() returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select record.authority() is not null and record.actor() is not null and (record.roles() && array['headOfService', 'boardManager']
    or exists (select from (select distinct f.subject from file f where f.authority = record.authority() and f.kind = 'course' and f.subject is not null) b
      where record.may_open_file(record.authority(), b.subject)))
$$;

-- Every course, without a name in it: what it is, its sessions, what was said of it, and how many came, agency by agency. To whoever works here or sits on a body.
create function record.courses() returns table (file uuid, title text, body uuid, entry uuid, step text, happened_on date, shared jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select f.person, f.title, f.subject, s.entry, s.step, s.happened_on,
    case when s.step <> 'courseRegister' then s.shared else s.shared - 'attendance' || jsonb_build_object('attendance', coalesce((
      select jsonb_agg(jsonb_build_object('agency', a.agency, 'came', a.came, 'people', a.people)) from (
        select l ->> 'agency' as agency, l ->> 'came' as came, count(*) as people
        from jsonb_array_elements(case jsonb_typeof(s.shared -> 'attendance') when 'array' then s.shared -> 'attendance' else '[]' end) l group by 1, 2) a), '[]')) end
  from file f cross join lateral record.said_in(f.authority, f.person,
    array['courseDesign', 'courseSession', 'courseSessionEnd', 'courseRegister', 'courseEvaluation', 'courseClosed']) s
  where f.authority = record.authority() and record.actor() is not null and f.kind = 'course' and f.destroyed_at is null
    and record.roles() && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker', 'leadPractitioner', 'boardManager', 'boardMember']
  order by f.title, f.person, s.happened_on, s.recorded_at
$$;

-- Bookings are entries of the staff file of whoever booked; of another agency, so many places, in the file of the body to which the course answers.
create index content_booking on record.content (authority, (shared ->> 'session')) where step in ('trainingBooking', 'agencyPlaces');

create function record.booked(p_authority int, p_session text) returns table (member uuid, agency text, places int, recorded_at timestamptz)
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with files as (
    select distinct c.person, c.step from content c where c.authority = p_authority and c.step in ('trainingBooking', 'agencyPlaces') and c.shared ->> 'session' = p_session
  )
  select f.subject, null, 1, min(s.recorded_at) from files o join file f on f.authority = p_authority and f.person = o.person and f.kind = 'staff' and f.destroyed_at is null
  cross join lateral record.said_in(p_authority, o.person, array['trainingBooking', 'trainingBookingEnd']) s
  where o.step = 'trainingBooking' and s.step = 'trainingBooking' and s.shared ->> 'session' = p_session
    and not exists (select from record.said_in(p_authority, o.person, array['trainingBookingEnd']) e where e.shared ->> 'booking' = s.entry::text)
  group by f.subject
  union all
  -- Of what an agency said of one session the last counts.
  select null, a.agency, a.places, a.recorded_at from (
    select distinct on (s.shared ->> 'agency') s.shared ->> 'agency' as agency, (s.shared ->> 'places')::int as places, s.recorded_at
    from files o cross join lateral record.said_in(p_authority, o.person, array['agencyPlaces']) s
    where o.step = 'agencyPlaces' and s.shared ->> 'session' = p_session order by s.shared ->> 'agency', s.recorded_at desc) a
  where a.places > 0
$$;

-- How many places of a session are taken, to whoever is told of courses; and by whom, to whoever opens the course. Sessions of the last three months and those to come.
create function record.course_bookings() returns table (session uuid, member uuid, agency text, places int)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select c.entry, case when record.may_open_file(record.authority(), c.file) or b.member = record.actor()
      or exists (select from access.member m where m.authority = record.authority() and m.member = b.member and record.oversees(m)) then b.member end, b.agency, b.places
  from record.courses() c cross join lateral record.booked(record.authority(), c.entry::text) b
  where c.step = 'courseSession' and (c.shared ->> 'heldOn')::date >= record.today() - 92
  order by b.recorded_at
$$;

-- Who came to what: of oneself, of whomever one supervises, and of whom one mentors nothing. And what they learnt elsewhere, as their staff file says.
create function record.training() returns table (member uuid, topic text, title text, course uuid, held_on date, came text)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with mine as (
    select m.member, f.person as file from access.member m left join file f on f.authority = m.authority and f.kind = 'staff' and f.subject = m.member
    where m.authority = record.authority() and record.actor() is not null and m.left_at is null and (m.member = record.actor() or record.oversees(m))
  ),
  design as (
    select distinct on (f.person) f.person, f.title, s.shared ->> 'topic' as topic
    from file f cross join lateral record.said_in(f.authority, f.person, array['courseDesign']) s
    where f.authority = record.authority() and f.kind = 'course' and f.destroyed_at is null order by f.person, s.happened_on desc, s.recorded_at desc
  )
  select m.member, d.topic, d.title, d.person, r.happened_on, l ->> 'came'
  from design d cross join lateral record.said_in(record.authority(), d.person, array['courseRegister']) r
  cross join lateral jsonb_array_elements(case jsonb_typeof(r.shared -> 'attendance') when 'array' then r.shared -> 'attendance' else '[]' end) l
  join mine m on m.member::text = l ->> 'member'
  union all
  select m.member, s.shared ->> 'topic', s.shared ->> 'what', null, s.happened_on, 'came'
  from mine m cross join lateral record.said_in(record.authority(), m.file, array['trainingElsewhere']) s
  where m.file is not null
$$;

-- What people need to learn, by where it was seen. What is in a staff file is told by its topic alone; which file it is, to whoever may open that.
create function record.training_needs() returns table (kind text, topic text, raised_on date, need text, file uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select f.kind, s.shared ->> 'topic', s.happened_on, case when f.kind in ('auditProgramme', 'body', 'inspection', 'procedures', 'voice', 'workforce', 'course') then s.shared ->> 'need' end,
    case when f.kind not in ('staff', 'induction') and record.may_open_file(f.authority, f.person) then f.person end
  from (select distinct c.person from content c where c.authority = record.authority() and c.step = 'trainingNeed') n
  join file f on f.authority = record.authority() and f.person = n.person and f.destroyed_at is null and f.kind <> 'allegation'
  cross join lateral record.said_in(f.authority, f.person, array['trainingNeed']) s
  where record.is_told_of_training()
  order by s.happened_on desc
$$;
create index content_need on record.content (authority, person) where step = 'trainingNeed';

-- What auditors found of each standard, of which child is not told: a number stands for each, so that nobody is counted twice.
create function record.audit_verdicts() returns table (child int, audited_on date, standard text, verdict text)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select dense_rank() over (order by s.shared ->> 'child')::int, s.happened_on, l ->> 'standard', l ->> 'verdict'
  from file f cross join lateral record.said_in(f.authority, f.person, array['caseFileAudit']) s
  cross join lateral jsonb_array_elements(case jsonb_typeof(s.shared -> 'standards') when 'array' then s.shared -> 'standards' else '[]' end) l
  where f.authority = record.authority() and f.kind = 'caseAudit' and f.destroyed_at is null and record.is_told_of_training() and l ->> 'verdict' is not null
  order by s.happened_on, s.recorded_at
$$;

do $$ declare f regprocedure; begin
  perform record.amend(array[
    ['record.may_open_file(int, uuid)', 'when ''fosterCarer'' then record.is_practitioner()',
      'when ''fosterCarer'' then record.is_practitioner()
    when ''course'' then record.roles() && array[''headOfService'', ''boardManager''] or record.is_named_for(f.authority, f.person)
    when ''induction'' then f.subject = record.actor() or record.mentors(f.authority, f.person)
      or exists (select from access.member m where m.authority = f.authority and m.member = f.subject and record.oversees(m))'],
    ['record.file_kept_until(int, uuid, timestamptz)', 'when ''fosterCarer'' then 10', 'when ''fosterCarer'' then 10 when ''course'' then 6 when ''induction'' then 6'],
    ['record.files_ending(date)', '''allegation'', ''fosterCarer'')', '''allegation'', ''fosterCarer'', ''course'', ''induction'')'],
    ['record.add_file(int, uuid, text, text, uuid)', 'if p_kind in (''staff'', ''caseAudit'')', 'if p_kind in (''staff'', ''caseAudit'', ''induction'')'],
    ['record.add_file(int, uuid, text, text, uuid)', 'if p_kind = ''body'' and p_subject is not null', 'if p_kind in (''body'', ''course'') and p_subject is not null'],
    ['record.check_namer(int, uuid)', 'not in (''caseReview'', ''complaint'', ''allegation'')', 'not in (''caseReview'', ''complaint'', ''allegation'', ''course'')'],
    -- A step of any file, and of no child.
    ['record.why_not_in_file(int, jsonb, jsonb)', 'a.file is distinct from a.kind and a.file is distinct from ''also''',
      'a.file is distinct from a.kind and a.file is distinct from ''also'' and (a.file is distinct from ''anyFile'' or a.kind is null)'],
    ['record.admits(int, uuid[], uuid)', 'm.file = any(kinds)', 'm.file = any(kinds) or m.file = ''anyFile'' and kinds <> ''{}'''],
    -- Nobody begins or judges their own induction.
    ['record.why_not_in_file(int, jsonb, jsonb)', 'in (''staffSupervision'', ''staffSupervisionAgreement''',
      'in (''inductionProgramme'', ''directObservation'', ''inductionReview'', ''inductionEnd'', ''caseloadDecision'', ''staffSupervision'', ''staffSupervisionAgreement'''],
    -- An agency books its own places.
    ['record.why_not_of_agency(int, jsonb, jsonb)', '''bodyChallengeAnswer'')', '''bodyChallengeAnswer'', ''agencyPlaces'')'],
    ['record.agency_said(int, uuid, text, jsonb)', 'when ''agencyAssessment'' then', 'when ''agencyPlaces'' then p_shared ->> ''agency'' when ''agencyAssessment'' then']
  ]);
  foreach f in array array['record.courses()', 'record.course_bookings()', 'record.training()', 'record.training_needs()', 'record.audit_verdicts()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.said_in(int, uuid, text[])', 'record.mentors(int, uuid)', 'record.is_told_of_training()', 'record.booked(int, text)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
