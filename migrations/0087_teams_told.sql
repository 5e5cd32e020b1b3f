-- Which teams there were, what they were called, in which area, and who managed them: as it was known at any instant. What was told first holds of before, for nobody told anything else.
-- No table has a trigger: it is told by whoever changes a team or an account, of the whole authority at once.

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

create function access.managing(p_authority int, p_at timestamptz) returns table (team uuid, member uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.team, m.member from access.member m
    cross join lateral (select m.team where m.team is not null union select o.team from access.member_team o where o.authority = p_authority and o.member = m.member) t
  where m.authority = p_authority and 'teamManager' = any(m.roles) and coalesce(m.left_at, 'infinity') > p_at
$$;

-- Nothing is written where nothing changed. Who left stopped managing when they left, and who had left before it was told that they manage never did.
create function access.tell_staff(p_authority int) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_now constant timestamptz := clock_timestamp();
begin
  update access.team_told t set told_to = v_now from access.team n
    where t.authority = p_authority and n.authority = p_authority and n.team = t.team and t.told_to = 'infinity' and (n.name, n.area) is distinct from (t.name, t.area);
  insert into access.team_told(authority, team, name, area, told_from)
    select p_authority, n.team, n.name, n.area, case when k.team is null then '-infinity' else v_now end
    from access.team n left join (select t.team, bool_or(t.told_to = 'infinity') as is_told from access.team_told t where t.authority = p_authority group by t.team) k on k.team = n.team
    where n.authority = p_authority and k.is_told is not true;

  delete from access.managed_told t using access.member m
    where t.authority = p_authority and m.authority = p_authority and m.member = t.member and t.told_to = 'infinity' and m.left_at <= least(t.told_from, v_now);
  update access.managed_told t set told_to = least(v_now, (select m.left_at from access.member m where m.authority = p_authority and m.member = t.member))
    where t.authority = p_authority and t.told_to = 'infinity' and (t.team, t.member) not in (select n.team, n.member from access.managing(p_authority, v_now) n);
  insert into access.managed_told(authority, team, member, told_from)
    select p_authority, n.team, n.member, case when exists (select from access.managed_told t where t.authority = p_authority and t.team = n.team) then v_now else '-infinity' end
    from access.managing(p_authority, v_now) n
    where not exists (select from access.managed_told t where t.authority = p_authority and (t.team, t.member) = (n.team, n.member) and t.told_to = 'infinity');
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['access.managing(int, timestamptz)', 'access.tell_staff(int)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public', f);
  end loop;
end $$;

select access.tell_staff(t.authority) from (select distinct authority from access.team) t;
