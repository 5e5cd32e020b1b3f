-- A family, as far as whoever opened one of it may know it. What people are to one another is stated about both of them, and so stands
-- in chains that this session has not opened: these functions read those statements alone, and of a restricted person only that there is one.

-- The reference that brothers and sisters share, as a column: text under plain equality may use an index where a look into JSON may not.
alter table record.standing add column family text generated always as (state ->> 'family') stored;
create index standing_family on record.standing (authority, family) where family is not null;
-- The few statements that tell a family, among all of a person's.
create index content_kin on record.content (authority, person) where step = 'relationship' or step = 'household';

-- Whether a record is restricted to others than this session. Named readers, and whoever has it open, are let in.
create function record.is_closed(p_person uuid) returns boolean language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select not coalesce(p_person = any(record.opened()), false)
    and exists (select from ring r where r.authority = record.authority() and r.person = p_person and r.lifted_at is null)
    and not exists (select from restriction n where n.authority = record.authority() and n.person = p_person and n.reader = record.actor())
$$;
-- Practitioners learn of anybody on record what a search would give them, never more.
create function record.may_be_told_names() returns boolean language sql stable
  return record.authority() is not null and record.actor() is not null
    and record.roles() && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker'];

-- Who these people are; of one whose record is restricted, only that it exists and whom to ring.
create function record.named(p_people uuid[], p_at timestamptz) returns table (person uuid, restricted boolean, ring text, state jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select p.person, c.closed, case when c.closed then (select r.ring from ring r where r.authority = record.authority() and r.person = p.person and r.lifted_at is null) end,
    case when not c.closed then (select jsonb_object_agg(one.key, one.value) from jsonb_each(s.state) one
      where one.key in ('name', 'bornOn', 'expectedOn', 'diedOn', 'sex', 'family', 'adult')) end
  from (select distinct u.person from unnest(p_people) u(person)) p
  cross join lateral (select record.is_closed(p.person) as closed) c
  cross join lateral (select h.person from head h where h.authority = record.authority() and h.person = p.person and h.position > 0 limit 1) h
  left join lateral (select s.state from standing s where s.authority = record.authority() and s.person = p.person
    and (case when p_at is null then s.known_to = 'infinity' else s.known_from <= p_at and s.known_to > p_at end) limit 1) s on true
  where record.may_be_told_names() and (s.state is not null or c.closed)
$$;

-- The statements that tell of these people's families, as they stood at an instant: corrected ones as corrected, struck out ones not.
-- Words withheld because they were meant for a restricted person too are not read: what each one's own line says still is.
create function record.kin_statements(p_people uuid[], p_at timestamptz) returns table (person uuid, entry uuid, step text, shared jsonb, answers jsonb)
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select c.person, c.entry, c.step, case when c.withheld then '{}' else c.shared end, c.answers
  from unnest(p_people) p(person)
  cross join lateral (select * from content c where c.authority = record.authority() and c.person = p.person
    and (c.step = 'relationship' or c.step = 'household') offset 0) c
  cross join lateral (select * from ledger l where l.authority = record.authority() and l.entry = c.entry and l.person = c.person limit 1) l
  where (c.step = 'relationship' or not c.withheld) and not l.tombstone and (p_at is null or l.recorded_at <= p_at)
    and not exists (select from ledger k where k.authority = record.authority() and k.person = l.person and k.corrects = l.position
      and (p_at is null or k.recorded_at <= p_at))
  order by c.person, l.position
$$;

-- The family of a person whose record this session has open: by what is stated of them, of those so found, and once more; never through
-- a restricted person. A household is told by who shares it: the address itself stays in the records that carry it.
create function record.relatives(p_person uuid, p_at timestamptz)
returns table (person uuid, distance int, restricted boolean, ring text, state jsonb, stated jsonb)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  most constant int := 120;
  known uuid[] := array[p_person];
  distances int[] := array[0];
  frontier uuid[] := array[p_person];
  reference text;
begin
  if not coalesce(p_person = any(record.opened()), false) or not record.may_be_told_names() then return; end if;
  select s.family into reference from standing s where s.authority = record.authority() and s.person = p_person
    and (case when p_at is null then s.known_to = 'infinity' else s.known_from <= p_at and s.known_to > p_at end);
  for d in 1..3 loop
    select array_agg(n.person) into frontier from (
      select k.person from (
        select distinct (s.answers ->> 'relative')::uuid as person from record.kin_statements(frontier, p_at) s where s.answers ->> 'relative' is not null
        union
        select s.person from standing s where d = 1 and s.authority = record.authority() and s.family = reference
          and (case when p_at is null then s.known_to = 'infinity' else s.known_from <= p_at and s.known_to > p_at end)) k
      where k.person <> all(known)
      order by k.person limit most - cardinality(known)) n;
    exit when frontier is null;
    known := known || frontier;
    distances := distances || array_fill(d, array[cardinality(frontier)]);
    frontier := array(select f.person from unnest(frontier) f(person) where not record.is_closed(f.person));
  end loop;
  return query
    select n.person, k.distance, n.restricted, n.ring, n.state, coalesce(t.stated, '[]')
    from unnest(known, distances) k(person, distance)
    join record.named(known, p_at) n on n.person = k.person
    left join lateral (
      select jsonb_agg(jsonb_build_object('entry', s.entry, 'step', s.step, 'answers', case when s.step = 'relationship' then s.shared || s.answers
        else jsonb_strip_nulls(jsonb_build_object('from', s.shared -> 'from', 'until', s.answers -> 'until', 'home',
          case when coalesce((s.shared ->> 'isConfidential')::boolean, false) then s.entry::text
            else md5(lower(regexp_replace(concat(s.shared ->> 'address', s.shared ->> 'postcode'), '[^A-Za-z0-9]', '', 'g'))) end)) end)) as stated
      from record.kin_statements(array[n.person], p_at) s where not n.restricted) t on true
    order by k.distance, n.person;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.named(uuid[], timestamptz)', 'record.relatives(uuid, timestamptz)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.kin_statements(uuid[], timestamptz)', 'record.is_closed(uuid)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
