-- Statutory returns are built from the record: what stands in it of the steps that a return tells, of everybody, as known at an instant. Restricted
-- children are in need too; of their words, only what the return has a field for leaves the program. Asked for by analysts and heads of service, each
-- time logged as a list is, and by the commands of whoever owns the database.
create function record.may_return() returns boolean language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select record.authority() is not null and (pg_has_role(session_user, 'record_owner', 'member')
    or record.actor() is not null and record.roles() && array['performanceAnalyst', 'headOfService'])
$$;

-- In the order of the numbers under which the authority returns them; a record that was merged into another is among them, and tells nothing.
create function record.return_people(p_question jsonb) returns table (person uuid)
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if not record.may_return() then perform record.refuse('Only performance analysts and heads of service may build a return'); end if;
  perform record.log_list(p_question, (select count(*)::int from head h where h.authority = record.authority() and h.position > 0));
  return query
    select h.person from head h
    left join (select i.person, min(i.value collate "C") as id from identifier i where i.authority = record.authority() and i.kind = 'LAchildID' group by i.person) i
      on i.person = h.person
    where h.authority = record.authority() and h.position > 0 order by i.id, h.person;
end $$;

create function record.return_chains(p_people uuid[], p_steps text[], p_then timestamptz)
returns table (person uuid, "position" int, entry uuid, step text, happened_on date, recorded_at timestamptz, recorded_by uuid, stated_at timestamptz, source text,
  corrects int, tombstone boolean, reason text, shared jsonb, answers jsonb)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
begin
  if not record.may_return() then perform record.refuse('Only performance analysts and heads of service may build a return'); end if;
  return query
    select l.person, l.position, l.entry, e.step, e.happened_on, l.recorded_at, e.recorded_by, e.stated_at, e.source, l.corrects, l.tombstone, null::text, c.shared, c.answers
    from unnest(p_people) p(person)
    cross join lateral (select * from ledger l where l.authority = record.authority() and l.person = p.person and not l.moved and (p_then is null or l.recorded_at <= p_then) offset 0) l
    cross join lateral (select * from entry e where e.authority = l.authority and e.entry = l.entry and e.step = any(p_steps) limit 1) e
    left join lateral (select * from content c where c.authority = l.authority and c.person = l.person and c.entry = l.entry limit 1) c on true
    order by l.person, l.position;
end $$;

-- What the rules of a return find wrong in a child's record as it stood at a position, asked in one way (of a year, on a day): codes and entries, no words.
-- Derived: looked for again when the record grows, when the day or the rules are others. It stops nobody from recording anything.
create table record.return_checked (
  authority int not null, person uuid not null, "position" int not null, asked text not null, findings jsonb not null,
  primary key (authority, person));
create index return_found on record.return_checked (authority, person) where findings <> '[]';
alter table record.return_checked owner to record_owner;
alter table record.return_checked enable row level security;
alter table record.return_checked force row level security;
create policy writer on record.return_checked to record_owner using (authority = record.authority()) with check (authority = record.authority());

create function record.return_unchecked(p_asked text, p_most int) returns table (person uuid, "position" int, findings jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select h.person, h.position, coalesce(c.findings, '[]')
  from head h left join return_checked c on c.authority = h.authority and c.person = h.person
  where h.authority = record.authority() and h.position > 0 and (c.person is null or c.position <> h.position or c.asked <> p_asked)
  order by (c.person is not null and c.asked = p_asked) desc, h.person limit p_most
$$;

create function record.keep_return_checked(p_asked text, p_rows jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
  insert into return_checked(authority, person, position, asked, findings)
    select record.authority(), r.person, r.position, p_asked, r.findings from jsonb_to_recordset(p_rows) r(person uuid, "position" int, findings jsonb)
  on conflict (authority, person) do update set position = excluded.position, asked = excluded.asked, findings = excluded.findings
$$;

-- Of one's own children, and to managers of their teams': never of a record restricted to others.
create function record.own_return_findings() returns table (person uuid, findings jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select s.person, c.findings from standing s
  cross join lateral (select c.findings from return_checked c where c.authority = s.authority and c.person = s.person and c.findings <> '[]' limit 1) c
  where s.authority = record.authority() and record.actor() is not null and s.known_to = 'infinity'
    and (s.worker = record.actor() or 'teamManager' = any(record.roles()) and s.team = any(record.teams())) and not record.is_closed(s.person)
  order by s.name, s.person limit 500
$$;

-- Of the whole service, to those who answer for the return. A child whose record is restricted is counted, and not named.
create function record.open_return_findings() returns table (person uuid, state jsonb, team uuid, findings jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select case when not k.closed then c.person end, case when not k.closed then s.state end, s.team, c.findings from return_checked c
  cross join lateral (select * from standing s where s.authority = c.authority and s.person = c.person and s.known_to = 'infinity' limit 1) s
  cross join lateral (select record.is_closed(c.person) as closed) k
  where c.authority = record.authority() and record.actor() is not null and record.roles() && array['performanceAnalyst', 'headOfService'] and c.findings <> '[]'
  order by s.name, c.person limit 20000
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.return_people(jsonb)', 'record.return_chains(uuid[], text[], timestamptz)', 'record.own_return_findings()',
    'record.open_return_findings()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.return_unchecked(text, int)', 'record.keep_return_checked(text, jsonb)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public', f);
  end loop;
end $$;
