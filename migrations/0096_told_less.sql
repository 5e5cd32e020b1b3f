-- What is told of people who work here and of children who were audited is no more than is asked for: reasons to go as counts, what auditors found as counts, staff files month by month to whoever
-- counts alone. A mentor reads an induction as long as they mentor. What was said of a wrong seal ends with the record.

-- Answers of staff files that are told, none of them words; what somebody says on leaving is not among them.
create or replace function record.workforce_questions(p_whole boolean) returns table (step text, question text) language sql immutable set search_path = pg_catalog, pg_temp as $$
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
    ('staffDetails', array['on', 'bornOn', 'gender', 'ethnicity', 'qualifiedAt', 'qualification', 'stepUp', 'frontline', 'status'], true)
  ) t(step, questions, whole) cross join unnest(t.questions) q(question)
  where p_whole or not t.whole
$$;

-- The last instant of a month that is over by an instant (null: now).
create function record.month_over(p_then timestamptz) returns timestamptz language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select date_trunc('month', (least(p_then, record.now()) + interval '1 second') at time zone 'Europe/London') at time zone 'Europe/London' - interval '1 millisecond'
$$;

-- Why people left in the twelve months to an instant (null: now): of how many who were asked, how many named each reason. Of fewer than five nothing; of one to four, and of all but so few, no number.
create function record.reasons_to_go(p_then timestamptz) returns table (asked int, reason text, n int, said text)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with moment as (select least(case when record.roles() && array['headOfService'] then coalesce(p_then, record.now()) else record.month_over(p_then) end, record.now()) as at
      where record.actor() is not null and record.may_return()),
  told as (select s.file, s.words -> 'reasons' as reasons from moment t cross join lateral record.stated_in_files(t.at, 'staff', 'exitInterview') s
    where s.happened_on > ((t.at at time zone 'Europe/London') - interval '12 months')::date and s.happened_on <= (t.at at time zone 'Europe/London')::date),
  all_told as (select count(*)::int as asked from told)
  select a.asked, r.reason, case when r.n between 5 and a.asked - 5 or r.n = a.asked then r.n end,
    case when r.n < 5 then 'few' when r.n < a.asked and r.n > a.asked - 5 then 'nearlyAll' else 'number' end
  from all_told a cross join lateral (select x.reason, count(*)::int as n from told t
    cross join lateral jsonb_array_elements_text(case jsonb_typeof(t.reasons) when 'array' then t.reasons else '[]' end) x(reason) group by x.reason) r
  where a.asked >= 5 order by r.reason
$$;

-- Of each course that is to move a standard of the audits, and was held: of how many children that standard was confirmed, of those of whom it could be told, in the year before it was first held and in
-- the year from three months after. Each child once on each side, by the latest. Of fewer than five on a side none; of one to four, and of all but so few, four.
drop function record.audit_verdicts();
create function record.practice_found() returns table (course uuid, since date, before jsonb, after jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with course as (
    select f.person as file,
      (select s.shared ->> 'standard' from record.said_in(f.authority, f.person, array['courseDesign']) s order by s.happened_on desc, s.recorded_at desc limit 1) as standard,
      (select min((s.shared ->> 'heldOn')::date) from record.said_in(f.authority, f.person, array['courseSession']) s
        where exists (select from record.said_in(f.authority, f.person, array['courseRegister']) r where r.shared ->> 'session' = s.entry::text)) as since
    from file f where f.authority = record.authority() and f.kind = 'course' and f.destroyed_at is null and record.is_told_of_training()),
  found as materialized (
    select s.shared ->> 'child' as child, s.happened_on, s.recorded_at, l ->> 'standard' as standard, l ->> 'verdict' = 'confirmed' as confirmed
    from file f cross join lateral record.said_in(f.authority, f.person, array['caseFileAudit']) s
    cross join lateral jsonb_array_elements(case jsonb_typeof(s.shared -> 'standards') when 'array' then s.shared -> 'standards' else '[]' end) l
    where f.authority = record.authority() and f.kind = 'caseAudit' and f.destroyed_at is null and record.is_told_of_training() and l ->> 'verdict' in ('confirmed', 'disputed')),
  sides as (
    select c.file, c.standard, c.since, v.side, v.first, v.last from course c
    cross join lateral (values ('before', (c.since - interval '12 months')::date, c.since - 1), ('after', (c.since + interval '3 months')::date, (c.since + interval '15 months')::date)) v(side, first, last)
    where c.standard is not null and c.since is not null),
  counted as (
    select s.file, s.since, s.side, count(*) filter (where x.confirmed)::int as n, count(x.child)::int as among from sides s
    left join lateral (select distinct on (f.child) f.child, f.confirmed from found f where f.standard = s.standard and f.happened_on between s.first and s.last
      order by f.child, f.happened_on desc, f.recorded_at desc) x on true group by s.file, s.since, s.side),
  shown as (
    select c.file, c.since, c.side, case when c.among < 5 then 0 else c.among end as among,
      case when c.among < 5 then 0 when c.n between 1 and 4 then 4 when c.among - c.n between 1 and 4 then c.among - 4 else c.n end as n from counted c)
  select b.file, b.since, jsonb_build_object('n', b.n, 'among', b.among), jsonb_build_object('n', a.n, 'among', a.among) from shown b join shown a on a.file = b.file and a.side = 'after' where b.side = 'before' order by b.file
$$;

-- The mentor of an induction, as its programme stands, until it has ended.
create or replace function record.mentors(p_authority int, p_file uuid) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select coalesce((select s.step = 'inductionProgramme' and s.shared ->> 'mentor' = record.actor()::text
    from record.said_in(p_authority, p_file, array['inductionProgramme', 'inductionEnd']) s order by s.happened_on desc, s.recorded_at desc limit 1), false)
$$;

-- Who took back that a seal be lifted is kept; while it is decided nothing is written into the record; and what was said of it ends when the record does.
alter table record.seal_lift add column withdrawn_by uuid;
alter table record.seal_lift alter column reason drop not null;
select record.amend(array[
    ['record.confirm_unseal(int, uuid, boolean)', '  perform record.check_unsealer(p_authority, p_person);', '  perform from head h where h.authority = p_authority and h.person = p_person for update;
  perform record.check_unsealer(p_authority, p_person);'],
    ['record.confirm_unseal(int, uuid, boolean)', 'update seal_lift l set withdrawn_at = clock_timestamp() where', 'update seal_lift l set withdrawn_at = clock_timestamp(), withdrawn_by = record.actor() where'],
    ['record.forget_derived(int, uuid, timestamptz, text[])', '  delete from draft d where', '  update seal_lift l set reason = null, sealed_because = null where l.authority = p_authority and l.person = p_person
    and not exists (select from content c where c.authority = p_authority and c.person = p_person and c.step <> ''recordDestroyed'');
  delete from draft d where']
  ]);

do $$ declare f regprocedure; begin
  foreach f in array array['record.reasons_to_go(timestamptz)', 'record.practice_found()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  alter function record.month_over(timestamptz) owner to record_owner;
  revoke execute on function record.month_over(timestamptz) from public;
end $$;
