-- The induction of whoever is newly qualified (0078: its file and who opens it). What they carry and whom they visited with are told from children's records as numbers and days:
-- a mentor, and the worker's own manager, learn by it of no child.

-- The inductions that this session may open: of whom, and how many hours a week they work, as their employment says it last.
create function record.inductions() returns table (file uuid, member uuid, hours numeric)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select f.person, f.subject, (
      select (s.shared ->> 'hours')::numeric from file o cross join lateral record.said_in(o.authority, o.person, array['employment']) s
      where o.authority = f.authority and o.kind = 'staff' and o.subject = f.subject and s.happened_on <= record.today() order by s.happened_on desc, s.recorded_at desc limit 1)
  from file f
  where f.authority = record.authority() and record.actor() is not null and f.kind = 'induction' and f.destroyed_at is null and record.may_open_file(f.authority, f.person)
  order by f.title, f.person
$$;

-- What they carry, by what a caseload is weighed, and nobody's name (as record.carried, 0077): restricted children are carried too.
create function record.induction_carried() returns table (state jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'worker', s.state -> 'worker', 'workerSince', s.state -> 'workerSince', 'seconds', s.state -> 'seconds',
    'family', case when s.state ->> 'family' is not null then dense_rank() over (order by s.state ->> 'family') end,
    'openSince', s.state -> 'openSince', 'helpSince', s.state -> 'helpSince', 'inNeedPlanSince', s.state -> 'inNeedPlanSince', 'onPlanSince', s.state -> 'onPlanSince',
    'lookedAfterSince', s.state -> 'lookedAfterSince', 'leftCareOn', s.state -> 'leftCareOn', 'careLeaverUntil', s.state -> 'careLeaverUntil', 'courtSince', s.state -> 'courtSince', 'miles', s.state -> 'stays' -> 'miles'))
  from (select array_agg(distinct i.member) as members from record.inductions() i) i
  join standing s on s.authority = record.authority() and s.known_to = 'infinity' and not record.is_sealed(s.authority, s.person)
    and (s.worker = any(i.members) or exists (select from jsonb_array_elements_text(s.state -> 'seconds') x where x::uuid = any(i.members)))
  where s.state ?| array['openSince', 'helpSince', 'inNeedPlanSince', 'onPlanSince', 'lookedAfterSince']
      or s.state ->> 'careLeaverUntil' > to_char(record.today(), 'YYYY-MM-DD')
$$;

-- Visits to which a colleague came too: of each its day, and whether the newly qualified led it (the visit is theirs) or went along. A visit to several children is one.
create index content_visited_together on record.content (authority, (shared ->> 'colleague')) where step = 'visit' and shared ->> 'colleague' is not null;
create function record.visited_together() returns table (member uuid, visited_on date, led boolean)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with together as (
    select distinct c.entry, c.shared ->> 'colleague' as colleague from content c
    where c.authority = record.authority() and c.step = 'visit' and c.shared ->> 'colleague' is not null and exists (select from record.inductions())
      and exists (select from ledger l where l.authority = c.authority and l.person = c.person and l.entry = c.entry and not l.tombstone
        and not exists (select from ledger n where n.authority = l.authority and n.person = l.person and n.corrects = l.position))
  )
  select i.member, e.happened_on, e.recorded_by = i.member
  from together t join entry e on e.authority = record.authority() and e.entry = t.entry
  join (select distinct member from record.inductions()) i on i.member = e.recorded_by or i.member::text = t.colleague
  order by e.happened_on
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.inductions()', 'record.induction_carried()', 'record.visited_together()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
