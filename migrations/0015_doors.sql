-- Two doors into a record, each its own: a person's, by a reason in their own words, and a running import's, by its run. A run is never read out of words.
-- Whoever has broken the glass is let in again for the day, by either question that is asked of them: at the door, and at every reading.

-- Whether a restriction, if there is one, keeps this actor out.
create function record.is_let_in(p_authority int, p_person uuid, p_imports boolean) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select p_imports or not exists (
    select from ring r where r.authority = p_authority and r.person = p_person and r.lifted_at is null
      and not exists (select from restriction n where n.authority = p_authority and n.person = p_person and n.reader = record.actor())
      and not exists (select from access_log l where l.authority = p_authority and l.person = p_person and l.actor = record.actor() and l.alerted
        and l.opened_at >= r.since and l.opened_at > clock_timestamp() - interval '1 day'))
$$;
create or replace function record.is_admitted(p_authority int, p_person uuid, p_imports boolean) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select exists (select from access_log l where l.authority = p_authority and l.person = p_person and l.actor = record.actor() and l.opened_at > clock_timestamp() - interval '1 day')
    and record.is_let_in(p_authority, p_person, p_imports)
$$;

-- What both doors do: say of each what it is to this actor, and log each that is opened.
create function record.open_logged(p_authority int, p_people uuid[], p_reason text, p_may boolean, p_imports boolean) returns table (person uuid, kind text, ring text)
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
#variable_conflict use_column
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  return query
    select p.person,
      case when not p_may or h.person is null then 'unknown' when p_imports or record.is_let_in(p_authority, p.person, false) then 'opened' else 'restricted' end,
      case when p_may then r.ring end
    from (select distinct u.person from unnest(p_people) u(person)) p
    left join lateral (select h.person from head h where h.authority = p_authority and h.person = p.person and h.position > 0 limit 1) h on true
    left join lateral (select r.ring from ring r where r.authority = p_authority and r.person = p.person and r.lifted_at is null limit 1) r on true;
  if p_may then
    insert into access_log(authority, person, opened_at, actor, reason)
      select p_authority, p.person, clock_timestamp(), record.actor(), p_reason
      from (select distinct u.person from unnest(p_people) u(person)) p
      where exists (select from head h where h.authority = p_authority and h.person = p.person and h.position > 0)
        and (p_imports or record.is_let_in(p_authority, p.person, false))
      on conflict do nothing;
  end if;
end $$;

-- A practitioner's door. An analyst or an administrator opens none. A reason that looks like an import's would make the log say what was not so.
create or replace function record.open(p_authority int, p_people uuid[], p_reason text) returns table (person uuid, kind text, ring text)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if coalesce(trim(p_reason), '') = '' then perform record.refuse('Enter why you are opening this record'); end if;
  if p_reason ~* '^\s*import\s*:' then perform record.refuse('Enter the reason in your own words: "import:" is how the opening by an import is logged'); end if;
  return query select * from record.open_logged(p_authority, p_people, p_reason,
    record.roles() && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker'], false);
end $$;

-- The door of a running import, which reads what it is about to correct; to an administrator alone, and only while the run is under way.
create function record.open_for_import(p_authority int, p_people uuid[], p_run uuid) returns table (person uuid, kind text, ring text)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  imports boolean := record.is_importing(p_authority, p_run);
begin
  return query select * from record.open_logged(p_authority, p_people, 'import:' || p_run, imports, imports);
end $$;

alter function record.open_for_import(int, uuid[], uuid) owner to record_owner;
revoke execute on function record.open_for_import(int, uuid[], uuid) from public;
grant execute on function record.open_for_import(int, uuid[], uuid) to sightline_app;
do $$ declare f regprocedure; begin
  foreach f in array array['record.is_let_in(int, uuid, boolean)', 'record.open_logged(int, uuid[], text, boolean, boolean)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
