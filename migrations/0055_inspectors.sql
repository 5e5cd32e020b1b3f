-- An inspector's account opens for the weeks that a head of service gives it, reads what practitioners read of children and writes nothing, and leaves a trail. Restricted records
-- stay with the people named for them: an inspector is let in where the head of service names them too. Outside its weeks the account has no session at all.
create table access.inspection (
  authority int not null, member uuid not null, given_at timestamptz not null,
  opens_on date not null, closes_on date not null, given_by uuid not null, ended_at timestamptz, ended_by uuid,
  primary key (authority, member, given_at), foreign key (authority, member) references access.member);
alter table access.inspection owner to record_owner;
alter table access.inspection enable row level security;
alter table access.inspection force row level security;
-- Before there is a session nobody has an authority: its functions are told it, as those of access.session are.
create policy owner on access.inspection to record_owner using (true) with check (true);

-- Whether an inspector's weeks hold today.
create function access.may_inspect(p_authority int, p_member uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.inspection i where i.authority = p_authority and i.member = p_member and i.ended_at is null
    and (record.now() at time zone 'Europe/London')::date between i.opens_on and i.closes_on)
$$;
create function record.is_inspector() returns boolean language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select 'inspector' = any(record.roles()) and access.may_inspect(record.authority(), record.actor())
$$;

create or replace function access.scope_of(roles text[]) returns text language sql immutable return case
  when roles && array['headOfService', 'reviewingOfficer', 'dutyWorker', 'performanceAnalyst', 'inspector'] then 'all'
  when 'teamManager' = any(roles) then 'teams' when roles && array['socialWorker', 'leadPractitioner'] then 'own' else 'none' end;

-- A head of service gives an inspector their weeks: at most eight at once. Given again, they take the place of those before; given none, they are over.
create function record.let_inspect(p_member uuid, p_opens_on date, p_closes_on date) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if record.authority() is null or not coalesce('headOfService' = any(record.roles()), false) then perform record.refuse('Only a head of service lets an inspector in'); end if;
  if not exists (select from access.member m where m.authority = record.authority() and m.member = p_member and m.left_at is null and m.roles = array['inspector']) then
    perform record.refuse('This is not the account of an inspector, which holds that role alone');
  end if;
  if exists (select from access.inspection i where i.authority = record.authority() and i.member = p_member and i.ended_at is null and i.opens_on = p_opens_on and i.closes_on = p_closes_on) then return; end if;
  update access.inspection set ended_at = record.now(), ended_by = record.actor() where authority = record.authority() and member = p_member and ended_at is null;
  if p_opens_on is null then return; end if;
  if p_closes_on is null or p_closes_on < p_opens_on then perform record.refuse('The last day must be the first or later'); end if;
  if p_closes_on - p_opens_on >= 56 then perform record.refuse('An inspector is let in for eight weeks at most: give them more when these are over'); end if;
  insert into access.inspection(authority, member, given_at, opens_on, closes_on, given_by)
    values (record.authority(), p_member, clock_timestamp(), p_opens_on, p_closes_on, record.actor());
end $$;

-- Whose account it is, their weeks, and what they have opened: for heads of service. An inspector is told of their own.
create function record.inspectors() returns table (member uuid, name text, opens_on date, closes_on date)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select m.member, m.name, i.opens_on, i.closes_on from access.member m
  left join access.inspection i on i.authority = m.authority and i.member = m.member and i.ended_at is null
  where m.authority = record.authority() and ('headOfService' = any(record.roles()) or record.is_inspector() and m.member = record.actor())
    and m.left_at is null and 'inspector' = any(m.roles) order by m.name, m.member
$$;
create function record.inspected() returns table (member uuid, person uuid, opened_at timestamptz, reason text)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select l.actor, l.person, l.opened_at, l.reason from access_log l
  where l.authority = record.authority() and ('headOfService' = any(record.roles()) or record.is_inspector() and l.actor = record.actor())
    and l.actor in (select m.member from access.member m where m.authority = record.authority() and 'inspector' = any(m.roles))
  order by l.opened_at desc limit 500
$$;

-- The family of a record that is open.
create or replace function record.may_be_told_names() returns boolean language sql stable
  return record.authority() is not null and record.actor() is not null
    and (record.is_practitioner() or record.is_inspector() or 'leadPractitioner' = any(record.roles()));

do $$ declare f regprocedure; before text; after text; begin
  -- Outside their weeks an inspector has no session.
  f := 'access.session_seen(bytea)'; before := pg_get_functiondef(f);
  after := replace(before, 'and m.left_at is null', 'and m.left_at is null and (not ''inspector'' = any(m.roles) or access.may_inspect(m.authority, m.member))');
  if after = before then raise exception 'access.session_seen is not as it should be'; end if;
  execute after;
  f := 'record.is_theirs(int, uuid)'; before := pg_get_functiondef(f);
  after := replace(before, 'select record.is_practitioner() or', 'select record.is_practitioner() or record.is_inspector() and record.is_let_in(p_authority, p_person, false) or');
  if after = before then raise exception 'record.is_theirs is not as it should be'; end if;
  execute after;
  f := 'record.admits(int, uuid[], uuid)'; before := pg_get_functiondef(f);
  after := replace(before, 'imports or record.is_practitioner() or', 'imports or record.is_practitioner() or record.is_inspector() or');
  if after = before then raise exception 'record.admits is not as it should be'; end if;
  execute after;
  foreach f in array array['record.let_inspect(uuid, date, date)', 'record.inspectors()', 'record.inspected()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  alter function access.may_inspect(int, uuid) owner to record_owner;
  revoke execute on function access.may_inspect(int, uuid) from public;
  revoke execute on function record.is_inspector() from public;
  grant execute on function record.is_inspector() to record_owner, sightline_app;
  grant execute on function access.may_inspect(int, uuid) to sightline_app;
end $$;
