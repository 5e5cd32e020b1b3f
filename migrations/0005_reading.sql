-- Who may read which step, enforced; what a session may not read is still derived from; a correction says why, and is of the step that it corrects.
-- app.steps, as every fact of a session: the literal list of the steps whose words this session may read (from record.permission).
alter table record.entry no force row level security;
alter table record.content no force row level security;
alter table record.content add column step text,          -- the entry's own, once more: a policy compares columns with settings
  add column reason text;                                  -- why a statement was corrected or struck out: words, and so erased with the others
update record.content c set step = e.step from record.entry e where e.authority = c.authority and e.entry = c.entry;
alter table record.content alter column step set not null;
alter table record.entry force row level security;
alter table record.content force row level security;

create function record.steps() returns text[] language sql stable return string_to_array(nullif(current_setting('app.steps', true), ''), ',');

drop policy reader on record.content;
create policy reader on record.content to sightline_app
  using (authority = record.authority() and record.actor() is not null and person = any(record.opened()) and not withheld and step = any(record.steps()));
-- The kind of a statement can say as much as its words: who may not read the step does not learn which step it was, nor when it happened.
drop policy reader on record.entry;
create policy reader on record.entry to sightline_app using (authority = record.authority() and record.actor() is not null and step = any(record.steps()));

-- Whether this actor may read this child now: opened within the day, and not restricted since to others. A running import reads what it corrects.
create function record.is_admitted(p_authority int, p_person uuid, p_imports boolean) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select exists (select from access_log l where l.authority = p_authority and l.person = p_person and l.actor = record.actor() and l.opened_at > clock_timestamp() - interval '1 day')
    and (p_imports or not exists (
      select from ring r where r.authority = p_authority and r.person = p_person and r.lifted_at is null
        and not exists (select from restriction n where n.authority = p_authority and n.person = p_person and n.reader = record.actor())
        and not exists (select from access_log l where l.authority = p_authority and l.person = p_person and l.actor = record.actor() and l.alerted and l.opened_at >= r.since)))
$$;

create function record.is_importing(p_authority int, p_run uuid) returns boolean language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select p_run is not null and 'administrator' = any(record.roles())
    and exists (select from import_run i where i.authority = p_authority and i.run = p_run and i.state = 'running')
$$;

-- What a session may read of these children: whom, and which steps. Asked in every transaction that reads, so that a restriction, a role or an import that ended counts at once.
create function record.admits(p_authority int, p_people uuid[], p_run uuid) returns table (people uuid[], steps text[])
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  imports boolean := record.is_importing(p_authority, p_run);
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if not (imports or record.roles() && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker']) then
    return query select '{}'::uuid[], '{}'::text[];
    return;
  end if;
  return query select
    array(select p.person from unnest(p_people) p(person) where record.is_admitted(p_authority, p.person, imports)),
    array(select distinct m.step from permission m where m.authority = p_authority and (imports or m.verb = 'read' and m.role = any(record.roles())) order by 1);
end $$;

-- The whole chains, also what this session may not read: what is derived from an incomplete history would be wrong for everybody.
-- For append, for the verdict of a step's own rules and for a running import, which must compare with all that stands; nothing of it is shown. Refused to whoever may record nothing, or has not opened the record.
create function record.chains_to_derive_from(p_authority int, p_people uuid[], p_run uuid)
returns table (person uuid, "position" int, entry uuid, step text, happened_on date, recorded_at timestamptz, recorded_by uuid, stated_at timestamptz, source text,
  corrects int, tombstone boolean, reason text, shared jsonb, answers jsonb)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  imports boolean := record.is_importing(p_authority, p_run);
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if not imports and not exists (select from permission m where m.authority = p_authority and m.verb = 'record' and m.role = any(record.roles())) then
    perform record.refuse('Your role may not record anything');
  end if;
  if exists (select from unnest(p_people) p(person) where not record.is_admitted(p_authority, p.person, imports)) then
    perform record.refuse('This record has not been opened, or was restricted since');
  end if;
  return query
    select l.person, l.position, l.entry, e.step, e.happened_on, l.recorded_at, e.recorded_by, e.stated_at, e.source, l.corrects, l.tombstone, c.reason, c.shared, c.answers
    from unnest(p_people) p(person)
    cross join lateral (select * from ledger l where l.authority = p_authority and l.person = p.person offset 0) l
    cross join lateral (select * from entry e where e.authority = p_authority and e.entry = l.entry limit 1) e
    left join lateral (select * from content c where c.authority = p_authority and c.person = l.person and c.entry = l.entry limit 1) c on true
    order by l.person, l.position;
end $$;

-- Of a statement whose shared words name a restricted child: what it says of this child alone, whom the session has opened.
create function record.own_answers(p_people uuid[]) returns table (person uuid, entry uuid, answers jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select c.person, c.entry, c.answers from content c
  where c.authority = record.authority() and record.actor() is not null and c.person = any(p_people) and c.person = any(record.opened()) and c.withheld and c.step = any(record.steps())
$$;

drop function record.seal(uuid, jsonb, jsonb);
-- Without a reason the digest is what it was before there were reasons.
create function record.seal(salt uuid, shared jsonb, answers jsonb, reason text) returns bytea language sql immutable parallel safe
  return sha256(uuid_send(salt) || convert_to((case when reason is null then jsonb_build_array(shared, answers) else jsonb_build_array(shared, answers, reason) end)::text, 'UTF8'));

-- The words meant for several children are withheld from the readers of each whose brother or sister is restricted to others.
create function record.withhold(p_authority int, p_person uuid) returns void language plpgsql set search_path = pg_catalog, record, pg_temp as $$
begin
  update content c set withheld = w.withheld
  from (select l.person, l.entry, exists (
          select from ledger o join ring r on r.authority = p_authority and r.person = o.person and r.lifted_at is null
          where o.authority = p_authority and o.entry = l.entry and o.person <> l.person
            and not exists (select from ring m where m.authority = p_authority and m.person = l.person and m.lifted_at is null and m.ring = r.ring)) as withheld
        from ledger own join ledger l on l.authority = p_authority and l.entry = own.entry
        where own.authority = p_authority and own.person = p_person) w
  where c.authority = p_authority and c.person = w.person and c.entry = w.entry and c.shared <> '{}' and c.withheld <> w.withheld;
end $$;

create or replace function record.restrict(p_authority int, p_person uuid, p_readers uuid[], p_ring text, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_restricter(p_authority, p_reason);
  perform from head where authority = p_authority and person = p_person and position > 0 for update;     -- an append that is under way waits, and sees it
  if not found then perform record.refuse('There is no such record'); end if;
  update ring set lifted_at = clock_timestamp(), lifted_by = record.actor(), lifted_because = p_reason
    where authority = p_authority and person = p_person and lifted_at is null;
  insert into ring(authority, person, since, ring, reason, restricted_by) values (p_authority, p_person, clock_timestamp(), p_ring, p_reason, record.actor());
  delete from restriction where authority = p_authority and person = p_person;
  insert into restriction select distinct p_authority, p_person, r from unnest(p_readers) r;
  update standing set restricted = true where authority = p_authority and person = p_person;
  update clock    set restricted = true where authority = p_authority and person = p_person;
  perform record.withhold(p_authority, p_person);
end $$;
create or replace function record.lift(p_authority int, p_person uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_restricter(p_authority, p_reason);
  perform from head where authority = p_authority and person = p_person for update;
  update ring set lifted_at = clock_timestamp(), lifted_by = record.actor(), lifted_because = p_reason
    where authority = p_authority and person = p_person and lifted_at is null;
  delete from restriction where authority = p_authority and person = p_person;
  update standing set restricted = false where authority = p_authority and person = p_person;
  update clock    set restricted = false where authority = p_authority and person = p_person;
  perform record.withhold(p_authority, p_person);
end $$;

create or replace function record.is_retry(p_authority int, p_entries jsonb, p_abouts jsonb) returns boolean
language plpgsql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  sent int; known int; same int; lines int; stored int;
begin
  select count(*), count(k.entry), count(*) filter (where k.step = e.step and k.wording = decode(e.wording, 'hex') and k.happened_on = e."happenedOn"
         and k.recorded_by = e."recordedBy" and k.stated_at is not distinct from e."statedAt" and k.source is not distinct from e.source)
    into sent, known, same
    from jsonb_to_recordset(p_entries) e(entry uuid, step text, wording text, "happenedOn" date, "recordedBy" uuid, "statedAt" timestamptz, source text)
    left join lateral (select * from entry k where k.authority = p_authority and k.entry = e.entry limit 1) k on true;
  if known = 0 then return false; end if;
  if known < sent or same < sent then perform record.refuse('An entry of this name has already been stated, with other words'); end if;
  select count(*), count(l.entry) into lines, stored
    from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid, corrects int, tombstone boolean, reason text, answers jsonb)
    join jsonb_to_recordset(p_entries) e(entry uuid, shared jsonb) using (entry)
    left join lateral (select l.entry from ledger l join content c using (authority, entry, person)
      where l.authority = p_authority and l.entry = a.entry and l.person = a.person and l.corrects is not distinct from a.corrects
        and l.tombstone = coalesce(a.tombstone, false) and c.shared = coalesce(e.shared, '{}') and c.answers = coalesce(a.answers, '{}')
        and c.reason is not distinct from nullif(trim(a.reason), '') limit 1) l on true;
  if stored < lines or lines <> (select count(*) from jsonb_to_recordset(p_entries) e(entry uuid) join ledger l on l.authority = p_authority and l.entry = e.entry) then
    perform record.refuse('An entry of this name has already been stated, with other words');
  end if;
  return true;
end $$;

-- What a correction must be: of a statement that is named, for a reason that is given. An import's reason is its source.
create function record.check_corrections(p_entries jsonb, p_abouts jsonb) returns void language plpgsql stable set search_path = pg_catalog, record, pg_temp as $$
begin
  if exists (select from jsonb_to_recordset(p_abouts) a(corrects int, tombstone boolean) where a.tombstone and a.corrects is null) then
    perform record.refuse('Name the statement that is struck out');
  end if;
  if exists (select from jsonb_to_recordset(p_abouts) a(entry uuid, corrects int, reason text) join jsonb_to_recordset(p_entries) e(entry uuid, source text) using (entry)
    where a.corrects is not null and e.source is null and coalesce(trim(a.reason), '') = '') then
    perform record.refuse('Enter why the statement is corrected or struck out');
  end if;
end $$;

-- entries: [{entry, step, wording, happenedOn, recordedBy, statedAt, source, shared}]
-- abouts:  [{entry, person, expected, corrects, tombstone, reason, answers}]   in the order in which they are to be chained
-- The rest as before: see 0001.
create or replace function record.append(p_authority int, p_entries jsonb, p_abouts jsonb, p_clocks jsonb default '[]', p_standings jsonb default '[]', p_identifiers jsonb default '[]')
returns table (conflict_person uuid, conflict_position int)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off
as $$
declare
  at timestamptz;
  people uuid[];
  who uuid;
  latest timestamptz;
  has_restricted boolean;
  corrects_some boolean := exists (select from jsonb_to_recordset(p_abouts) a(corrects int, tombstone boolean) where a.corrects is not null or a.tombstone);
  refusal text := record.why_not(p_authority, p_entries, p_abouts);
begin
  if refusal is not null then perform record.refuse(refusal); end if;
  if corrects_some then perform record.check_corrections(p_entries, p_abouts); end if;
  select array_agg(distinct a.person order by a.person) into people from jsonb_to_recordset(p_abouts) a(person uuid);
  foreach who in array people loop                  -- one order everywhere: no deadlock
    insert into head(authority, person) values (p_authority, who) on conflict do nothing;
    select h.recorded_at into strict latest from head h where h.authority = p_authority and h.person = who for update;
    at := greatest(at, latest + interval '1 microsecond');
  end loop;
  at := greatest(at, record.now());

  if record.is_retry(p_authority, p_entries, p_abouts) then return; end if;

  return query select w.person, h.position
    from (select a.person, min(a.expected) as expected from jsonb_to_recordset(p_abouts) a(person uuid, expected int) group by 1) w
    cross join lateral (select h.position from head h where h.authority = p_authority and h.person = w.person limit 1) h
    where h.position <> w.expected order by 1;
  if found then return; end if;

  has_restricted := exists (select from ring r where r.authority = p_authority and r.lifted_at is null and r.person = any(people));
  insert into entry
    select p_authority, e.entry, e.step, decode(e.wording, 'hex'), e."happenedOn", at, e."recordedBy", e."statedAt", e.source
    from jsonb_to_recordset(p_entries) e(entry uuid, step text, wording text, "happenedOn" date, "recordedBy" uuid, "statedAt" timestamptz, source text);
  insert into content(authority, person, entry, salt, shared, answers, step, reason)
    select p_authority, a.person, a.entry, gen_random_uuid(), coalesce(e.shared, '{}'), coalesce(a.answers, '{}'), e.step, nullif(trim(a.reason), '')
    from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid, reason text, answers jsonb) join jsonb_to_recordset(p_entries) e(entry uuid, step text, shared jsonb) using (entry);

  insert into ledger                                -- hashes what was stored, not what was sent
    select p_authority, person, position, entry, corrects, tombstone, at, content_hash,
           chain(start, record.line(p_authority, person, position, entry, step, wording, happened_on, at, recorded_by, stated_at, source, corrects, tombstone, content_hash))
             over (partition by person order by position)
    from (select a.person, (h.position + row_number() over (partition by a.person order by a.n))::int as position, h.hash as start,
                 a.entry, a.corrects, coalesce(a.tombstone, false) as tombstone, e.step, e.wording, e.happened_on, e.recorded_by, e.stated_at, e.source,
                 record.seal(c.salt, c.shared, c.answers, c.reason) as content_hash
          from rows from (jsonb_to_recordset(p_abouts) as (entry uuid, person uuid, corrects int, tombstone boolean))
               with ordinality a(entry, person, corrects, tombstone, n)
          cross join lateral (select * from head h    where h.authority = p_authority and h.person = a.person limit 1) h
          cross join lateral (select * from entry e   where e.authority = p_authority and e.entry = a.entry limit 1) e
          cross join lateral (select * from content c where c.authority = p_authority and c.person = a.person and c.entry = a.entry limit 1) c) l;

  -- Who may record a visit may not strike out a conference by calling it one; and who may not read a step does not read its corrections.
  if corrects_some and exists (
    select from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid, corrects int)
    join jsonb_to_recordset(p_entries) e(entry uuid, step text) using (entry)
    cross join lateral (select l.entry from ledger l where l.authority = p_authority and l.person = a.person and l.position = a.corrects limit 1) l
    cross join lateral (select o.step from entry o where o.authority = p_authority and o.entry = l.entry limit 1) o
    where o.step <> e.step) then
    perform record.refuse('A correction must be of the same kind as the statement that it corrects');
  end if;
  if has_restricted then
    foreach who in array people loop perform record.withhold(p_authority, who); end loop;
  end if;

  foreach who in array people loop
    update head h set (position, hash, recorded_at) =
      (select g.position, g.hash, at from ledger g where g.authority = p_authority and g.person = who order by g.position desc limit 1)
      where h.authority = p_authority and h.person = who;
  end loop;

  perform record.keep(p_authority, at, p_clocks, p_standings, p_identifiers);

  perform pg_notify('sightline', json_build_object('authority', p_authority,    -- ids only, and no more than a notification can carry
    'people', case when cardinality(people) <= 50 then to_json(people) end,
    'teams', (select json_agg(t.team) from (select distinct s.team from unnest(people) p(person)
      cross join lateral (select s.team from standing s where s.authority = p_authority and s.person = p.person and s.known_to = 'infinity' limit 1) s
      where s.team is not null limit 50) t))::text);
end $$;
alter function record.append set plan_cache_mode = force_generic_plan;

create or replace function record.verify(p_authority int) returns table (children int, lines int, broken_person uuid, broken_position int, broken_day date)
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with line as (
    select l.person, l.position, l.hash, coalesce(
      l.position = row_number() over chain
      and l.hash = sha256(coalesce(lag(l.hash) over chain, '\x00') || record.line(l.authority, l.person, l.position, l.entry, e.step, e.wording, e.happened_on, l.recorded_at,
        e.recorded_by, e.stated_at, e.source, l.corrects, l.tombstone, l.content_hash))
      and e.recorded_at = l.recorded_at
      and (c.entry is null or c.step = e.step and l.content_hash = record.seal(c.salt, c.shared, c.answers, c.reason)), false) as holds
    from ledger l left join entry e using (authority, entry) left join content c using (authority, person, entry)
    where l.authority = p_authority
    window chain as (partition by l.person order by l.position)),
  tip as (select person, max(position) as position, (array_agg(hash order by position desc))[1] as hash from line group by person),
  broken as (
    select person, position from line where not holds
    union all
    select coalesce(h.person, t.person), least(coalesce(h.position, 0), coalesce(t.position, 0)) + 1
      from (select * from head where authority = p_authority and position > 0) h full join tip t using (person)
      where h.position is distinct from t.position
    union all
    select h.person, h.position from head h join tip t using (person) where h.authority = p_authority and h.position = t.position and h.hash <> t.hash),
  root_line as (select r.*, lag(r.root, 1, '\x00'::bytea) over (order by r.day) as before, row_number() over (order by r.day desc) = 1 as is_last from root r where r.authority = p_authority),
  broken_root as (
    select day from root_line where previous <> before
    union all
    select r.day from root_line r cross join lateral record.root_of(p_authority, r.day, r.previous) o where r.is_last and o.root <> r.root)
  select (select count(*)::int from tip), (select count(*)::int from line), b.person, b.position, (select min(day) from broken_root)
  from (select 1) one left join (select person, position from broken order by person, position limit 1) b on true
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.admits(int, uuid[], uuid)', 'record.chains_to_derive_from(int, uuid[], uuid)', 'record.own_answers(uuid[])']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.is_admitted(int, uuid, boolean)', 'record.is_importing(int, uuid)', 'record.withhold(int, uuid)', 'record.check_corrections(jsonb, jsonb)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
