-- A lead practitioner of family help need not be a social worker (Working Together 2023, chapter 3). They are let into the records of the families whom they or their
-- team help, while the help goes on: never of a child who is on a protection plan, looked after or dead, and never past a restriction. Nobody else is found by them.

-- Whether this actor's role lets them be told of this person at all, whatever reason they give: practitioners of everybody.
create function record.is_theirs(p_authority int, p_person uuid) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select record.is_practitioner() or 'leadPractitioner' = any(record.roles()) and record.is_let_in(p_authority, p_person, false) and exists (
    select from standing s where s.authority = p_authority and s.person = p_person and s.known_to = 'infinity'
      and (s.worker = record.actor() or s.team = any(record.teams()))
      and s.state ? 'helpSince' and s.on_plan_since is null and not s.state ?| array['lookedAfterSince', 'diedOn', 'mergedInto'])
$$;

create or replace function record.open(p_authority int, p_people uuid[], p_reason text) returns table (person uuid, kind text, ring text)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  theirs constant uuid[] := array(select p.person from unnest(p_people) p(person)
    where coalesce(record.may_open_file(p_authority, p.person), record.is_practitioner() or record.is_theirs(p_authority, p.person)));
begin
  if coalesce(trim(p_reason), '') = '' then perform record.refuse('Enter why you are opening this record'); end if;
  if p_reason ~* '^\s*import\s*:' then perform record.refuse('Enter the reason in your own words: "import:" is how the opening by an import is logged'); end if;
  return query select * from record.open_logged(p_authority, theirs, p_reason, true, false)
    union all select * from record.open_logged(p_authority, array(select p.person from unnest(p_people) p(person) where p.person <> all(theirs)), p_reason, false, false);
end $$;

-- Asked in every transaction that reads: help that has ended, or a plan that was made, counts at once.
create or replace function record.is_admitted(p_authority int, p_person uuid, p_imports boolean) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select exists (select from access_log l where l.authority = p_authority and l.person = p_person and l.actor = record.actor() and l.opened_at > clock_timestamp() - interval '1 day')
    and case record.may_open_file(p_authority, p_person)
      when true then not p_imports
      when false then false
      else record.is_let_in(p_authority, p_person, p_imports)
        and (p_imports or record.is_theirs(p_authority, p_person)) end
$$;

-- Of the steps of files, those alone of the kinds that are asked for: who reads a child's record is given no line of anybody's staff file, not even that there is one.
create or replace function record.admits(p_authority int, p_people uuid[], p_run uuid) returns table (people uuid[], steps text[])
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  imports boolean := record.is_importing(p_authority, p_run);
  kinds text[] := array(select f.kind from unnest(p_people) p(person) cross join lateral (select f.kind from file f where f.authority = p_authority and f.person = p.person limit 1) f);
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if not (imports or record.is_practitioner() or 'leadPractitioner' = any(record.roles()) or kinds <> '{}') then
    return query select '{}'::uuid[], '{}'::text[];
    return;
  end if;
  return query select
    array(select p.person from unnest(p_people) p(person) where record.is_admitted(p_authority, p.person, imports)),
    array(select distinct m.step from permission m where m.authority = p_authority and (imports or m.verb = 'read' and m.role = any(record.roles()))
      and (m.file is null or m.file = 'also' or m.file = any(kinds)) order by 1);
end $$;

-- The family of a record that is open; the queue of the front door stays with practitioners.
create or replace function record.may_be_told_names() returns boolean language sql stable
  return record.authority() is not null and record.actor() is not null and (record.is_practitioner() or 'leadPractitioner' = any(record.roles()));

create or replace function record.front_door(p_on date) returns table (state jsonb, clock record.clock)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select s.state, c from clock c
  cross join lateral (select * from standing s where s.authority = c.authority and s.person = c.person and s.known_to = 'infinity' limit 1) s
  where c.authority = record.authority() and record.actor() is not null and record.is_practitioner() and not record.is_closed(c.person)
    and c.known_to = 'infinity' and c.met_by is null and not c.not_in_source
    and c.rule in ('contactDecision', 'referralDecision', 'referralAfterAdvice', 'referrerTold', 'triage', 'agencyChecks', 'dutyHandover', 'transferInConference')
    and c.started_on <= p_on and (c.ended_on is null or c.ended_on > p_on)
  order by c.due_on, s.name, c.person
  limit 2000
$$;

create or replace function access.scope_of(roles text[]) returns text language sql immutable return case
  when roles && array['headOfService', 'reviewingOfficer', 'dutyWorker', 'performanceAnalyst'] then 'all'
  when 'teamManager' = any(roles) then 'teams' when roles && array['socialWorker', 'leadPractitioner'] then 'own' else 'none' end;

do $$ declare f regprocedure; begin
  foreach f in array array['record.is_theirs(int, uuid)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
