-- The Safeguarding Board and its panels in the assurance report: whether they met, answered and did what was agreed, of a year; and which of those who work with children have
-- read a chapter of the procedures and said what they will do, in a year. Of the whole service alone.
create function record.assured_governance(p_at timestamptz) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with day as (select (p_at at time zone 'Europe/London')::date as today),
  read_by as (
    select distinct e.recorded_by from day d cross join file f
    cross join lateral (select * from ledger l where l.authority = f.authority and l.person = f.person and l.recorded_at <= p_at and not l.tombstone offset 0) l
    cross join lateral (select * from entry e where e.authority = l.authority and e.entry = l.entry limit 1) e
    where f.authority = record.authority() and f.kind = 'procedures' and e.step = 'procedureRead' and e.happened_on > d.today - 365 and e.happened_on <= d.today
      and not exists (select from ledger n where n.authority = l.authority and n.person = l.person and n.corrects = l.position and n.recorded_at <= p_at)),
  told as (
    select case c.rule when 'bodyMeeting' then 'bodiesMet' when 'actionDue' then 'bodyActions' else 'bodyAnswers' end as figure, coalesce(c.met_on <= c.due_on, false) as is_in
    from day d cross join file f
    cross join lateral (select * from clock c where c.authority = f.authority and c.person = f.person and c.known_from <= p_at and c.known_to > p_at offset 0) c
    where f.authority = record.authority() and f.kind = 'body' and c.rule in ('bodyMeeting', 'bodyChallenge', 'localIssue', 'actionDue')
      and c.due_on > d.today - 365 and c.due_on < d.today and (c.ended_on is null or c.ended_on > c.due_on)
    union all
    select 'manualRead', exists (select from read_by r where r.recorded_by = m.member) from access.member m
    where m.authority = record.authority() and (m.left_at is null or m.left_at > p_at)
      and m.roles && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker', 'leadPractitioner'])
  select t.figure, '00000000-0000-0000-0000-000000000000'::uuid, count(*) filter (where t.is_in), count(*), 0::bigint from told t group by t.figure
$$;

create or replace function record.assure(p_at timestamptz, p_rules jsonb, p_steps text[]) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select * from record.assured_children(p_at, p_rules)
  union all select * from record.assured_substance(p_at)
  union all select * from record.assured_record(p_at, p_steps)
  union all select * from record.assured_supervision(p_at)
  union all select * from record.assured_learning(p_at)
  union all select * from record.assured_governance(p_at)
$$;

create or replace function record.assured_questions() returns table (question text, words text) language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.proname::text, p.prosrc from pg_proc p where p.pronamespace = 'record'::regnamespace and p.proname in ('assured_audits', 'assured_children', 'assured_governance',
    'assured_learning', 'assured_record', 'assured_substance', 'assured_supervision', 'stated_in_files', 'stated_then') order by 1
$$;

-- What was kept was found without these figures.
truncate record.assured_then;

do $$ begin
  revoke execute on function record.assured_governance(timestamptz) from public;
  grant execute on function record.assured_governance(timestamptz) to record_owner;
end $$;
