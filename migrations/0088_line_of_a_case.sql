-- Who stands in the line of a child's case (Care Planning Regulations 2010 reg 46(2)): whoever works in it, manages the team that has it or a team of whoever works in it (as was
-- told of the day, or by their own staff file on it), or answers for every team and its money. Nobody in it chairs the child's review or conference.

-- What the staff file of somebody says of a day: a manager of one of these teams. Told to nobody: a part of what follows.
create function record.manages_by_file(p_authority int, p_member uuid, p_teams uuid[], p_on date) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select coalesce((
    select e.step = 'employment' and c.shared ->> 'grade' = 'manager' and c.shared ->> 'team' = any(p_teams::text[])
    from file f
    cross join lateral (select * from ledger l where l.authority = f.authority and l.person = f.person and not l.tombstone and not l.moved offset 0) l
    cross join lateral (select * from entry e where e.authority = l.authority and e.entry = l.entry and e.step in ('employment', 'employmentEnd') limit 1) e
    cross join lateral (select * from content c where c.authority = l.authority and c.person = l.person and c.entry = l.entry limit 1) c
    where f.authority = p_authority and f.kind = 'staff' and f.subject = p_member and f.destroyed_at is null and e.happened_on <= p_on
      and not exists (select from ledger n where n.authority = l.authority and n.person = l.person and n.corrects = l.position)
    order by e.happened_on desc, l.position desc limit 1), false)
$$;

-- Of each child and colleague asked of, one by one: their place in the line of the case on a day, as a code; nothing of whoever stands outside it. Of children of whom this session
-- may be told alone: in its lists, or opened by it.
create function record.places_in_line(p_people uuid[], p_members uuid[], p_days date[]) returns table (person uuid, member uuid, "on" date, place text)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select a.person, a.member, a.day, p.place
  from unnest(p_people, p_members, p_days) a(person, member, day)
  cross join lateral (select * from standing s where s.authority = record.authority() and s.person = a.person and s.known_to = 'infinity' limit 1) s
  cross join lateral (select array(select s.worker union select x::uuid from jsonb_array_elements_text(s.state -> 'seconds') x) as people) w
  cross join lateral (select array(select s.team union select m.team from access.member m where m.authority = s.authority and m.member = any(w.people)) as teams) t
  join access.member m on m.authority = s.authority and m.member = a.member
  cross join lateral (select case
    when m.member = any(w.people) then 'worker'
    when m.left_at is not null and (m.left_at at time zone 'Europe/London')::date < a.day then null
    when 'headOfService' = any(m.roles) then 'head'
    when exists (select from access.managed_told g where g.authority = m.authority and g.member = m.member and g.team = any(t.teams)
        and g.told_from < (a.day + 1)::timestamp at time zone 'Europe/London' and g.told_to > a.day::timestamp at time zone 'Europe/London')
      or record.manages_by_file(m.authority, m.member, t.teams, a.day) then 'manager' end as place) p
  where record.actor() is not null and p.place is not null and not record.is_sealed(s.authority, s.person)
    and (record.is_practitioner() and record.may_list(s.restricted, s.person, s.team, s.worker) or record.is_admitted(s.authority, s.person, false))
$$;

do $$ begin
  alter function record.manages_by_file(int, uuid, uuid[], date) owner to record_owner;
  revoke execute on function record.manages_by_file(int, uuid, uuid[], date) from public;
  alter function record.places_in_line(uuid[], uuid[], date[]) owner to record_owner;
  revoke execute on function record.places_in_line(uuid[], uuid[], date[]) from public;
  grant execute on function record.manages_by_file(int, uuid, uuid[], date) to record_owner;
  grant execute on function record.places_in_line(uuid[], uuid[], date[]) to sightline_app;
end $$;
