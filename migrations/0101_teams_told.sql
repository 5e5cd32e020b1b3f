-- Which teams there were, what they were called, in which area, and who managed them: as it was known at any instant. What was told first holds of before, for nobody told anything else.

create table access.team_told (
  authority int not null, team uuid not null, name text not null, area text, told_from timestamptz not null, told_to timestamptz not null default 'infinity',
  primary key (authority, team, told_from), check (told_from < told_to), foreign key (authority, team) references access.team);
create table access.managed_told (
  authority int not null, team uuid not null, member uuid not null, told_from timestamptz not null, told_to timestamptz not null default 'infinity',
  primary key (authority, team, member, told_from), check (told_from < told_to), foreign key (authority, team) references access.team);

do $$ declare t text; begin
  foreach t in array array['team_told', 'managed_told'] loop
    execute format('alter table access.%1$I owner to record_owner; alter table access.%1$I enable row level security; alter table access.%1$I force row level security;
      create policy writer on access.%1$I to record_owner using (true) with check (true);
      create policy reader on access.%1$I for select to sightline_app using (authority = record.authority() and record.actor() is not null);
      grant select on access.%1$I to sightline_app', t);
  end loop;
end $$;

-- What one transaction tells of a team more than once is told once.
create function access.tell_team() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (new.name, new.area) is not distinct from (old.name, old.area) then return null; end if;
  delete from access.team_told t where t.authority = new.authority and t.team = new.team and t.told_from = now();
  update access.team_told t set told_to = now() where t.authority = new.authority and t.team = new.team and t.told_to = 'infinity';
  insert into access.team_told(authority, team, name, area, told_from) values (new.authority, new.team, new.name, new.area,
    case when exists (select from access.team_told t where t.authority = new.authority and t.team = new.team) then now() else '-infinity' end);
  return null;
end $$;

-- Who is a team's manager now, said again of one member: nothing is written where nothing changed, also when it was taken away and given back within the transaction.
create function access.tell_managed(p_authority int, p_member uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_teams uuid[]; v_left timestamptz;
begin
  select case when 'teamManager' = any(m.roles) and coalesce(m.left_at, 'infinity') > clock_timestamp() then array(
      select m.team where m.team is not null union select t.team from access.member_team t where t.authority = m.authority and t.member = m.member) else '{}' end, m.left_at
    into v_teams, v_left from access.member m where m.authority = p_authority and m.member = p_member;
  v_teams := coalesce(v_teams, '{}');
  delete from access.managed_told t where t.authority = p_authority and t.member = p_member and t.told_to = 'infinity' and t.team <> all(v_teams)
    and t.told_from >= least(now(), v_left);
  update access.managed_told t set told_to = least(now(), v_left)
    where t.authority = p_authority and t.member = p_member and t.told_to = 'infinity' and t.team <> all(v_teams);
  update access.managed_told t set told_to = 'infinity' where t.authority = p_authority and t.member = p_member and t.told_to = now() and t.team = any(v_teams);
  insert into access.managed_told(authority, team, member, told_from)
    select p_authority, n.team, p_member,
      case when exists (select from access.managed_told t where t.authority = p_authority and t.team = n.team) then now() else '-infinity' end
    from unnest(v_teams) n(team)
    where not exists (select from access.managed_told t where t.authority = p_authority and t.team = n.team and t.member = p_member and t.told_to = 'infinity');
end $$;
create function access.tell_managed_of() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then perform access.tell_managed(old.authority, old.member); else perform access.tell_managed(new.authority, new.member); end if;
  return null;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['access.tell_team()', 'access.tell_managed(int, uuid)', 'access.tell_managed_of()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public', f);
  end loop;
end $$;

create trigger tell after insert or update on access.team for each row execute function access.tell_team();
create trigger tell after insert or update of team, roles, left_at on access.member for each row execute function access.tell_managed_of();
create trigger tell after insert or delete on access.member_team for each row execute function access.tell_managed_of();

insert into access.team_told(authority, team, name, area, told_from) select t.authority, t.team, t.name, t.area, '-infinity' from access.team t;
do $$ declare m record; begin
  for m in select k.authority, k.member from access.member k where 'teamManager' = any(k.roles) order by k.authority, k.member loop perform access.tell_managed(m.authority, m.member); end loop;
end $$;
