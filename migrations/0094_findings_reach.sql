-- What the rules of a return find reaches somebody who is here: besides the worker and the manager of the team, whom the record itself names (the officer who reviews, the chair of a
-- conference, the personal adviser), and, of a child whose worker has left and whose team nobody manages, or who has neither, the duty team.
-- Derived with return_checked, and written with it.
create table record.return_named (
  authority int not null, person uuid not null, member uuid not null, place text not null check (place in ('officer', 'adviser')),
  primary key (authority, member, person, place));
create index return_named_person on record.return_named (authority, person);
alter table record.return_named owner to record_owner;
alter table record.return_named enable row level security;
alter table record.return_named force row level security;
create policy writer on record.return_named to record_owner using (authority = record.authority()) with check (authority = record.authority());

create or replace function record.keep_return_checked(p_asked text, p_rows jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
  delete from return_named n using jsonb_to_recordset(p_rows) r(person uuid) where n.authority = record.authority() and n.person = r.person;
  insert into return_named(authority, person, member, place)
    select distinct record.authority(), r.person, x.member, x.place from jsonb_to_recordset(p_rows) r(person uuid, named jsonb)
    cross join lateral jsonb_to_recordset(coalesce(r.named, '[]')) x(member uuid, place text);
  insert into return_checked(authority, person, position, asked, findings)
    select record.authority(), r.person, r.position, p_asked, r.findings from jsonb_to_recordset(p_rows) r(person uuid, "position" int, findings jsonb)
  on conflict (authority, person) do update set position = excluded.position, asked = excluded.asked, findings = excluded.findings
$$;

-- For whom what is found of a child waits: the worker, if they are here; the manager of the team, if it has one; or the duty team.
create function record.return_waits_for(p_worker uuid, p_team uuid) returns text
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select case
    when exists (select from access.member m where m.authority = record.authority() and m.member = p_worker and m.left_at is null) then 'worker'
    when exists (select from access.member m where m.authority = record.authority() and m.left_at is null and 'teamManager' = any(m.roles)
      and (m.team = p_team or exists (select from access.member_team t where t.authority = m.authority and t.member = m.member and t.team = p_team))) then 'manager'
    else 'duty' end
$$;

drop function record.own_return_findings();
create function record.own_return_findings() returns table (person uuid, findings jsonb, place text)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with mine as (
    select s.person, 1 as rank, 'worker' as place from standing s where s.authority = record.authority() and s.worker = record.actor() and s.known_to = 'infinity'
    union all
    select s.person, 2, 'manager' from unnest(record.teams()) t(team)
      cross join lateral (select s.person from standing s where s.authority = record.authority() and s.team = t.team and s.known_to = 'infinity' offset 0) s
      where 'teamManager' = any(record.roles())
    union all
    select c.person, 3, 'duty' from return_checked c
      cross join lateral (select s.worker, s.team from standing s where s.authority = c.authority and s.person = c.person and s.known_to = 'infinity' limit 1) s
      where 'dutyWorker' = any(record.roles()) and c.authority = record.authority() and c.findings <> '[]' and record.return_waits_for(s.worker, s.team) = 'duty'
    union all
    select n.person, 4, n.place from return_named n where n.authority = record.authority() and n.member = record.actor()),
  first as (select m.person, (array_agg(m.place order by m.rank))[1] as place from mine m group by m.person)
  select f.person, c.findings, f.place from first f
  cross join lateral (select c.findings from return_checked c where c.authority = record.authority() and c.person = f.person and c.findings <> '[]' limit 1) c
  cross join lateral (select s.name from standing s where s.authority = record.authority() and s.person = f.person and s.known_to = 'infinity' limit 1) s
  where record.authority() is not null and record.actor() is not null and not record.is_closed(f.person)
  order by s.name, f.person limit 500
$$;

drop function record.open_return_findings();
create function record.open_return_findings() returns table (person uuid, state jsonb, team uuid, findings jsonb, waits_for text)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select case when not k.closed then c.person end, case when not k.closed then s.state end, s.team, c.findings, record.return_waits_for(s.worker, s.team) from return_checked c
  cross join lateral (select * from standing s where s.authority = c.authority and s.person = c.person and s.known_to = 'infinity' limit 1) s
  cross join lateral (select record.is_closed(c.person) as closed) k
  where c.authority = record.authority() and record.actor() is not null and record.roles() && array['performanceAnalyst', 'headOfService'] and c.findings <> '[]'
  order by s.name, c.person limit 20000
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.own_return_findings()', 'record.open_return_findings()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  alter function record.return_waits_for(uuid, uuid) owner to record_owner;
  revoke execute on function record.return_waits_for(uuid, uuid) from public;
end $$;
