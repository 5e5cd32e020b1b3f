-- Sightline: the record. PostgreSQL 15 and later.
-- Tables and functions belong to record_owner; the application signs in as sightline_app: SELECT and EXECUTE, never INSERT, UPDATE or DELETE.
-- Authority is first in every key; no triggers; session facts by literal SET LOCAL app.authority / actor / roles / teams / scope / opened.
-- SQLSTATE SL001: refused, with a message for the person who asked. Nothing was stated.
do $$ begin
  if not exists (select from pg_roles where rolname = 'record_owner') then create role record_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'sightline_app') then create role sightline_app login; end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then execute format('grant record_owner to %I', current_user); end if;
end $$;
create schema if not exists platform;
create schema record;
create schema access;
grant usage on schema platform, record, access to sightline_app, record_owner;
grant create on schema record, access to record_owner;

-- What this database is for: said once, when it is made.
create table platform.marking (
  only_one boolean primary key default true check (only_one),
  kind text not null check (kind in ('live', 'demonstration', 'test')), marked_at timestamptz not null default clock_timestamp());
grant select on platform.marking to sightline_app, record_owner;

create table record.entry (                       -- what was stated, once, whoever it is about; never changed
  authority   int         not null,
  entry       uuid        not null,               -- made by the caller (v7): also the idempotency key of a retry
  step        text        not null,
  wording     bytea       not null,               -- hash of the definition's wording as it was asked
  happened_on date        not null,
  recorded_at timestamptz not null,               -- stamped under the locks, so it rises with position in every chain
  recorded_by uuid        not null,
  stated_at   timestamptz,                        -- when another system says that it was first recorded: never used as recorded_at
  source      text,                               -- import run and row; null when a person typed it
  primary key (authority, entry));

create table record.content (                     -- the words and answers: apart, so that they alone can be erased by law
  authority int not null, person uuid not null, entry uuid not null,   -- the shared words are kept with each person: a policy is then a comparison of columns
  salt      uuid    not null,                     -- a published hash must not let anyone guess "seen: no"
  shared    jsonb   not null, answers jsonb not null,    -- hashed as jsonb text, which is canonical
  withheld  boolean not null default false,       -- shared words name a restricted person, until a redacted version is recorded
  primary key (authority, person, entry),
  foreign key (authority, entry) references record.entry);

create table record.ledger (                      -- one chain per person: position 1, 2, 3 …; names nobody else
  authority int not null, person uuid not null, position int not null,
  entry     uuid  not null,
  corrects  int check (corrects > 0 and corrects < position),   -- position in this same chain
  tombstone boolean not null default false,       -- struck out, or moved to another person
  recorded_at timestamptz not null,
  content_hash bytea not null, hash bytea not null,
  primary key (authority, person, position),
  unique (authority, entry, person),
  unique (authority, person, corrects),           -- two corrections of one statement: the second is a conflict
  foreign key (authority, entry) references record.entry);

create table record.head (                        -- derived: the tip of each chain, and the row that is locked
  authority int not null, person uuid not null,
  position int not null default 0,
  hash bytea not null default '\x00', recorded_at timestamptz not null default '-infinity',
  primary key (authority, person)) with (fillfactor = 70);

create table record.clock (                       -- derived: facts only. "Late" is due_on against a date, asked when read
  authority int not null, person uuid not null, rule text not null, started_by uuid not null,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  restricted boolean not null default false, version text not null, started_on date not null, due_on date not null,
  met_by uuid, met_on date, ended_on date, ended_because text, late_reason uuid, not_in_source boolean not null default false,
  primary key (authority, person, rule, started_by, known_from));
create index clock_running on record.clock (authority, due_on, person)
  where known_to = 'infinity' and met_by is null and ended_on is null;

create table record.standing (                    -- derived: what lists need to know of a child, and between which instants it was so
  authority int not null, person uuid not null,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  restricted boolean not null default false, team uuid, worker uuid, on_plan_since date, open_since date,
  name text not null, state jsonb not null,
  primary key (authority, person, known_from));
create unique index standing_now on record.standing (authority, person) where known_to = 'infinity';
create index standing_on_plan on record.standing (authority, team) where known_to = 'infinity' and on_plan_since is not null;
create index standing_team on record.standing (authority, team) where known_to = 'infinity';
create index standing_worker on record.standing (authority, worker) where known_to = 'infinity';

create table record.identifier (                  -- derived: whose number this is; read through record.identify alone
  authority int not null, kind text not null, value text not null, person uuid not null,
  primary key (authority, kind, value));
create index identifier_person on record.identifier (authority, person);

create table record.permission (                  -- who may do what with a step: filled from the definitions when the server starts
  authority int not null, step text not null, verb text not null check (verb in ('record', 'read')), role text not null,
  primary key (authority, step, verb, role));

create table record.ring (                        -- a restricted record: since when, by whom, until when
  authority int not null, person uuid not null, since timestamptz not null, ring text not null,
  reason text not null, restricted_by uuid not null, lifted_at timestamptz, lifted_by uuid, lifted_because text,
  primary key (authority, person, since));
create unique index ring_now on record.ring (authority, person) where lifted_at is null;
create table record.restriction (authority int, person uuid, reader uuid, primary key (authority, person, reader));   -- derived: who may open a restricted record
create table record.access_log (authority int, person uuid, opened_at timestamptz, actor uuid, reason text not null, alerted boolean not null default false,
  primary key (authority, person, opened_at, actor));                                                               -- append-only
create index access_log_alerted on record.access_log (authority, opened_at) where alerted;

create table record.root (                        -- one hash a day for all chains of an authority: published off the machine
  authority int not null, day date not null, root bytea not null, chains int not null, previous bytea not null,
  primary key (authority, day));

create table record.import_run (
  authority int not null, run uuid not null, file_name text not null, file_hash bytea not null, kind text not null,
  begun_at timestamptz not null, begun_by uuid not null, finished_at timestamptz,
  children_total int, children_done int not null default 0, entries int not null default 0, corrections int not null default 0, unchanged int not null default 0,
  state text not null default 'running' check (state in ('running', 'finished', 'stopped')), message text,
  primary key (authority, run));
create index import_run_file on record.import_run (authority, file_hash);
create table record.import_problem (
  authority int not null, run uuid not null, n int not null, line int, child text, field text, value text, reason text not null, raw text,
  primary key (authority, run, n), foreign key (authority, run) references record.import_run);

-- The one clock. Only a database marked as demonstration or test when it was created may replace this function.
create function record.now() returns timestamptz language sql volatile return clock_timestamp();

-- chain(start, item): a window aggregate, so that one entry and four hundred thousand take the same path
create function record.next_hash(state bytea, start bytea, item bytea) returns bytea
  language sql immutable parallel safe return sha256(coalesce(state, start) || item);
create aggregate record.chain(bytea, bytea) (sfunc = record.next_hash, stype = bytea);
create function record.seal(salt uuid, shared jsonb, answers jsonb) returns bytea
  language sql immutable parallel safe return sha256(uuid_send(salt) || convert_to(jsonb_build_array(shared, answers)::text, 'UTF8'));
create function record.line(authority int, person uuid, "position" int, entry uuid, step text, wording bytea, happened_on date, recorded_at timestamptz,
  recorded_by uuid, stated_at timestamptz, source text, corrects int, tombstone boolean, content_hash bytea) returns bytea
  language sql stable parallel safe return convert_to(jsonb_build_array(authority, person, "position", entry, step, encode(wording, 'hex'), happened_on,
    (extract(epoch from recorded_at) * 1000000)::bigint, recorded_by, (extract(epoch from stated_at) * 1000000)::bigint, source, corrects, tombstone, encode(content_hash, 'hex'))::text, 'UTF8');

-- The session's facts. Nothing set: null, and no row compares as true with null.
create function record.authority() returns int    language sql stable return nullif(current_setting('app.authority', true), '')::int;
create function record.actor()     returns uuid   language sql stable return nullif(current_setting('app.actor', true), '')::uuid;
create function record.opened()    returns uuid[] language sql stable return string_to_array(nullif(current_setting('app.opened', true), ''), ',')::uuid[];
create function record.roles()     returns text[] language sql stable return coalesce(string_to_array(nullif(current_setting('app.roles', true), ''), ','), '{}');
create function record.teams()     returns uuid[] language sql stable return string_to_array(nullif(current_setting('app.teams', true), ''), ',')::uuid[];
create function record.scope()     returns text   language sql stable return coalesce(nullif(current_setting('app.scope', true), ''), 'none');
-- Whether this session's lists may show this child. One rule for rows and for the functions that read past the policies.
create function record.may_list(restricted boolean, person uuid, team uuid, worker uuid) returns boolean language sql stable
  return record.actor() is not null and (coalesce(person = any(record.opened()), false)
    or not restricted and (record.scope() = 'all' or record.scope() = 'teams' and coalesce(team = any(record.teams()), false) or record.scope() = 'own' and coalesce(worker = record.actor(), false)));
create function record.refuse(message text) returns void language plpgsql as $$ begin raise exception using errcode = 'SL001', message = message; end $$;

-- Marks the database once. One that is not live may be told the time by its owner (SET LOCAL app.now), so that a demonstration has a past.
create function record.mark(kind text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into platform.marking(kind) values (kind);
  if kind <> 'live' then
    create or replace function record.now() returns timestamptz language sql volatile
      return coalesce(case when session_user <> 'sightline_app' then nullif(current_setting('app.now', true), '')::timestamptz end, clock_timestamp());
  end if;
end $$;
revoke execute on function record.mark from public;

-- Closes what changed and writes what is so from now on; a clock or standing with `gone` has no successor.
create function record.keep(p_authority int, at timestamptz, p_clocks jsonb, p_standings jsonb, p_identifiers jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  k record;
begin
  for k in select c.* from jsonb_to_recordset(p_clocks) c(person uuid, rule text, "startedBy" uuid) loop
    update clock set known_to = at
      where authority = p_authority and person = k.person and rule = k.rule and started_by = k."startedBy" and known_to = 'infinity';
  end loop;
  insert into clock(authority, person, rule, started_by, known_from, restricted, version, started_on, due_on, met_by, met_on, ended_on, ended_because, late_reason, not_in_source)
    select p_authority, c.person, c.rule, c."startedBy", at, exists (select from ring r where r.authority = p_authority and r.person = c.person and r.lifted_at is null),
           c.version, c."startedOn", c."dueOn", c."metBy", c."metOn", c."endedOn", c."endedBecause", c."lateReason", c."notInSource"
    from jsonb_to_recordset(p_clocks) c(person uuid, rule text, version text, "startedBy" uuid, "startedOn" date, "dueOn" date, "metBy" uuid, "metOn" date,
         "endedOn" date, "endedBecause" text, "lateReason" uuid, "notInSource" boolean, gone boolean)
    where c.gone is not true;

  for k in select * from jsonb_to_recordset(p_standings) s(person uuid, team uuid, worker uuid, "onPlanSince" date, "openSince" date, name text, state jsonb) loop
    update standing s set known_to = at
      where s.authority = p_authority and s.person = k.person and s.known_to = 'infinity' and s.state <> k.state;
    insert into standing(authority, person, known_from, restricted, team, worker, on_plan_since, open_since, name, state)
      select p_authority, k.person, at, exists (select from ring r where r.authority = p_authority and r.person = k.person and r.lifted_at is null),
             k.team, k.worker, k."onPlanSince", k."openSince", k.name, k.state
      where not exists (select from standing s where s.authority = p_authority and s.person = k.person and s.known_to = 'infinity');
  end loop;

  for k in select * from jsonb_to_recordset(p_identifiers) i(person uuid, kind text, value text, gone boolean) loop
    if k.gone then
      delete from identifier i where i.authority = p_authority and i.kind = k.kind and i.value = k.value and i.person = k.person;
    else                                            -- a number that another child already has stays theirs until that is corrected
      insert into identifier values (p_authority, k.kind, k.value, k.person) on conflict do nothing;
    end if;
  end loop;
end $$;

-- Why this session may not state these entries; null: it may.
create function record.why_not(p_authority int, p_entries jsonb, p_abouts jsonb) returns text
language plpgsql stable set search_path = pg_catalog, record, pg_temp as $$
declare
  step text;
begin
  if p_authority is distinct from record.authority() or record.actor() is null then return 'You are not signed in to this authority'; end if;
  if exists (select from jsonb_to_recordset(p_entries) e("recordedBy" uuid) where e."recordedBy" is distinct from record.actor()) then
    return 'A statement can be recorded only in your own name';
  end if;
  select e.step into step from (select distinct e.step, e.source is not null as imported from jsonb_to_recordset(p_entries) e(step text, source text)) e
    where not (e.imported and 'administrator' = any(record.roles()))
      and not exists (select from permission p where p.authority = p_authority and p.step = e.step and p.verb = 'record' and p.role = any(record.roles()))
    order by 1 limit 1;
  if found then return format('Your role may not record "%s"', step); end if;
  if not ('administrator' = any(record.roles())) and exists (
    select from (select distinct a.person from jsonb_to_recordset(p_abouts) a(person uuid)) a
      join ring r on r.authority = p_authority and r.person = a.person and r.lifted_at is null
      where not exists (select from restriction n where n.authority = p_authority and n.person = a.person and n.reader = record.actor())
        and not exists (select from access_log l where l.authority = p_authority and l.person = a.person and l.actor = record.actor() and l.opened_at >= r.since)) then
    return 'This record is restricted';
  end if;
  return null;
end $$;

-- Whether these very entries have been stated already: true for a retry, false when none has; otherwise refused.
create function record.is_retry(p_authority int, p_entries jsonb, p_abouts jsonb) returns boolean
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
    from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid, corrects int, tombstone boolean, answers jsonb)
    join jsonb_to_recordset(p_entries) e(entry uuid, shared jsonb) using (entry)
    left join lateral (select l.entry from ledger l join content c using (authority, entry, person)
      where l.authority = p_authority and l.entry = a.entry and l.person = a.person and l.corrects is not distinct from a.corrects
        and l.tombstone = coalesce(a.tombstone, false) and c.shared = coalesce(e.shared, '{}') and c.answers = coalesce(a.answers, '{}') limit 1) l on true;
  if stored < lines or lines <> (select count(*) from jsonb_to_recordset(p_entries) e(entry uuid) join ledger l on l.authority = p_authority and l.entry = e.entry) then
    perform record.refuse('An entry of this name has already been stated, with other words');
  end if;
  return true;
end $$;

-- entries: [{entry, step, wording, happenedOn, recordedBy, statedAt, source, shared}]
-- abouts:  [{entry, person, expected, corrects, tombstone, answers}]        in the order in which they are to be chained
-- clocks:  [{person, …Clock, gone}] only those that are new or changed; standings: [{person, team, worker, onPlanSince, openSince, name, state}];
-- identifiers: [{person, kind, value, gone}];
--          the caller derived them from the entries up to `expected`, which is checked here under the locks: no lock is held while it thinks
-- Returns no row when appended; otherwise the positions that were not as expected, and nothing has been stated.
create function record.append(p_authority int, p_entries jsonb, p_abouts jsonb, p_clocks jsonb default '[]', p_standings jsonb default '[]', p_identifiers jsonb default '[]')
returns table (conflict_person uuid, conflict_position int)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp
-- Every look-up is LATERAL … LIMIT 1 on a whole key: on an empty or unanalysed database the planner otherwise scans by the authority alone,
-- which is first in every key (measured: up to 30 times slower, and quadratic in an import).
set enable_seqscan = off
as $$
declare
  at timestamptz;
  people uuid[];
  who uuid;
  latest timestamptz;
  refusal text := record.why_not(p_authority, p_entries, p_abouts);
begin
  if refusal is not null then perform record.refuse(refusal); end if;
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

  insert into entry
    select p_authority, e.entry, e.step, decode(e.wording, 'hex'), e."happenedOn", at, e."recordedBy", e."statedAt", e.source
    from jsonb_to_recordset(p_entries) e(entry uuid, step text, wording text, "happenedOn" date, "recordedBy" uuid, "statedAt" timestamptz, source text);
  insert into content
    select p_authority, a.person, a.entry, gen_random_uuid(), coalesce(e.shared, '{}'), coalesce(a.answers, '{}')
    from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid, answers jsonb) join jsonb_to_recordset(p_entries) e(entry uuid, shared jsonb) using (entry);

  insert into ledger                                -- hashes what was stored, not what was sent
    select p_authority, person, position, entry, corrects, tombstone, at, content_hash,
           chain(start, record.line(p_authority, person, position, entry, step, wording, happened_on, at, recorded_by, stated_at, source, corrects, tombstone, content_hash))
             over (partition by person order by position)
    from (select a.person, (h.position + row_number() over (partition by a.person order by a.n))::int as position, h.hash as start,
                 a.entry, a.corrects, coalesce(a.tombstone, false) as tombstone, e.step, e.wording, e.happened_on, e.recorded_by, e.stated_at, e.source,
                 record.seal(c.salt, c.shared, c.answers) as content_hash
          from rows from (jsonb_to_recordset(p_abouts) as (entry uuid, person uuid, corrects int, tombstone boolean))
               with ordinality a(entry, person, corrects, tombstone, n)
          cross join lateral (select * from head h    where h.authority = p_authority and h.person = a.person limit 1) h
          cross join lateral (select * from entry e   where e.authority = p_authority and e.entry = a.entry limit 1) e
          cross join lateral (select * from content c where c.authority = p_authority and c.person = a.person and c.entry = a.entry limit 1) c) l;

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

-- Not on Citus (it needs custom plans there; keep statistics fresh instead: ANALYZE during an import):
alter function record.append set plan_cache_mode = force_generic_plan;

-- Derives again, under other rules: the owner's alone, never the application's.
create function record.rederive(p_authority int, p_person uuid, p_position int, p_clocks jsonb, p_standings jsonb, p_identifiers jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  h record;
begin
  select * into h from head where authority = p_authority and person = p_person for update;
  if h.position is distinct from p_position then return false; end if;
  perform record.keep(p_authority, greatest(record.now(), h.recorded_at + interval '1 microsecond'), p_clocks, p_standings, p_identifiers);
  return true;
end $$;

-- Opens records, and logs each opening. An analyst or an administrator opens none, but an import reads what it is about to correct.
create function record.open(p_authority int, p_people uuid[], p_reason text) returns table (person uuid, kind text, ring text)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
#variable_conflict use_column
declare
  imports boolean := p_reason ~ '^import:[0-9a-f-]{36}$' and 'administrator' = any(record.roles()) and exists (
    select from import_run i where i.authority = p_authority and i.run = substr(p_reason, 8)::uuid and i.state = 'running');
  admitted boolean := imports or record.roles() && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker'];
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if coalesce(trim(p_reason), '') = '' then perform record.refuse('Enter why you are opening this record'); end if;
  return query
    select p.person,
      case when not admitted or h.person is null then 'unknown' when r.ring is not null and n.reader is null and not imports then 'restricted' else 'opened' end,
      case when admitted then r.ring end
    from (select distinct u.person from unnest(p_people) u(person)) p
    left join lateral (select h.person from head h where h.authority = p_authority and h.person = p.person and h.position > 0 limit 1) h on true
    left join lateral (select r.ring from ring r where r.authority = p_authority and r.person = p.person and r.lifted_at is null limit 1) r on true
    left join lateral (select n.reader from restriction n where n.authority = p_authority and n.person = p.person and n.reader = record.actor() limit 1) n on true;
  if admitted then
    insert into access_log(authority, person, opened_at, actor, reason)
      select p_authority, p.person, clock_timestamp(), record.actor(), p_reason
      from (select distinct u.person from unnest(p_people) u(person)) p
      where exists (select from head h where h.authority = p_authority and h.person = p.person and h.position > 0)
        and (imports or not exists (select from ring r where r.authority = p_authority and r.person = p.person and r.lifted_at is null)
          or exists (select from restriction n where n.authority = p_authority and n.person = p.person and n.reader = record.actor()))
      on conflict do nothing;
  end if;
end $$;

-- Break the glass: always works for a practitioner, and always alerts.
create function record.break_glass(p_authority int, p_person uuid, p_reason text) returns boolean
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if not record.roles() && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker'] then perform record.refuse('Your role may not open a child''s record'); end if;
  if coalesce(trim(p_reason), '') = '' then perform record.refuse('Enter why you must open this record'); end if;
  if not exists (select from head where authority = p_authority and person = p_person and position > 0) then return false; end if;
  insert into access_log values (p_authority, p_person, clock_timestamp(), record.actor(), p_reason, true);
  perform pg_notify('sightline', json_build_object('authority', p_authority, 'alert', 'break-glass', 'people', json_build_array(p_person))::text);
  return true;
end $$;

-- Restricts a record to named people, at once and for every instant that can be asked for; again: other people.
create function record.restrict(p_authority int, p_person uuid, p_readers uuid[], p_ring text, p_reason text) returns void
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
end $$;
create function record.lift(p_authority int, p_person uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_restricter(p_authority, p_reason);
  perform from head where authority = p_authority and person = p_person for update;
  update ring set lifted_at = clock_timestamp(), lifted_by = record.actor(), lifted_because = p_reason
    where authority = p_authority and person = p_person and lifted_at is null;
  delete from restriction where authority = p_authority and person = p_person;
  update standing set restricted = false where authority = p_authority and person = p_person;
  update clock    set restricted = false where authority = p_authority and person = p_person;
end $$;
create function record.check_restricter(p_authority int, p_reason text) returns void language plpgsql set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if not record.roles() && array['teamManager', 'headOfService'] then perform record.refuse('Only a team manager or head of service may restrict a record'); end if;
  if coalesce(trim(p_reason), '') = '' then perform record.refuse('Enter the reason'); end if;
end $$;

-- Clocks of the children whom this session's lists may show, now (null) or as known at an instant.
create function record.listed_clocks(p_people uuid[], p_at timestamptz) returns setof record.clock
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select c.* from unnest(p_people) p(person)
  cross join lateral (select * from standing s where s.authority = record.authority() and s.person = p.person
    and (case when p_at is null then s.known_to = 'infinity' else s.known_from <= p_at and s.known_to > p_at end) limit 1) s
  cross join lateral (select * from clock c where c.authority = record.authority() and c.person = p.person
    and (case when p_at is null then c.known_to = 'infinity' else c.known_from <= p_at and c.known_to > p_at end) offset 0) c
  where record.may_list(s.restricted, s.person, s.team, s.worker)
$$;

-- Whose numbers these are: [{kind, value}]. Gives ids only, and only for a number that is known in full.
create function record.identify(p_identifiers jsonb) returns table (kind text, value text, person uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select i.kind, i.value, i.person from jsonb_to_recordset(p_identifiers) n(kind text, value text)
  cross join lateral (select * from identifier i where i.authority = record.authority() and i.kind = n.kind and i.value = n.value limit 1) i
  where record.actor() is not null
$$;

-- The root of all chains as they stood at the end of a day in England, upon the root before it.
create function record.root_of(p_authority int, p_day date, p_previous bytea) returns table (root bytea, chains int)
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select coalesce(sha256(p_previous || string_agg(uuid_send(l.person) || l.hash, ''::bytea order by l.person)), sha256(p_previous)), count(*)::int
  from (select distinct on (person) person, hash from ledger
        where authority = p_authority and recorded_at < (p_day + 1)::timestamp at time zone 'Europe/London' order by person, position desc) l
$$;
create function record.seal_day(p_authority int, p_day date) returns bytea
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  before bytea := coalesce((select r.root from root r where r.authority = p_authority and r.day < p_day order by r.day desc limit 1), '\x00');
  sealed bytea;
begin
  if p_day >= (record.now() at time zone 'Europe/London')::date then perform record.refuse('A day is sealed when it is over'); end if;
  if exists (select from root r where r.authority = p_authority and r.day > p_day) then perform record.refuse('A later day has been sealed'); end if;
  insert into root select p_authority, p_day, o.root, o.chains, before from record.root_of(p_authority, p_day, before) o on conflict do nothing;
  select r.root into sealed from root r where r.authority = p_authority and r.day = p_day;
  return sealed;
end $$;

-- Recomputes every chain from what is stored: one row, with the first broken link. Erased content is not a break.
create function record.verify(p_authority int) returns table (children int, lines int, broken_person uuid, broken_position int, broken_day date)
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with line as (
    select l.person, l.position, l.hash, coalesce(
      l.position = row_number() over chain
      and l.hash = sha256(coalesce(lag(l.hash) over chain, '\x00') || record.line(l.authority, l.person, l.position, l.entry, e.step, e.wording, e.happened_on, l.recorded_at,
        e.recorded_by, e.stated_at, e.source, l.corrects, l.tombstone, l.content_hash))
      and e.recorded_at = l.recorded_at
      and (c.entry is null or l.content_hash = record.seal(c.salt, c.shared, c.answers)), false) as holds
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

create function record.check_importer(p_authority int) returns void language plpgsql set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not 'administrator' = any(record.roles()) then
    perform record.refuse('Only an administrator may import a file');
  end if;
end $$;
create function record.begin_import(p_authority int, p_run uuid, p_file_name text, p_file_hash bytea, p_kind text, p_children_total int) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_importer(p_authority);
  insert into import_run(authority, run, file_name, file_hash, kind, begun_at, begun_by, children_total)
    values (p_authority, p_run, p_file_name, p_file_hash, p_kind, record.now(), record.actor(), p_children_total)
    on conflict (authority, run) do update set state = 'running', message = null, finished_at = null;      -- taken up again
end $$;
-- Adds to the counts; children_total is set when it becomes known.
create function record.import_progress(p_authority int, p_run uuid, p_children int, p_entries int, p_corrections int, p_unchanged int, p_children_total int default null) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_importer(p_authority);
  update import_run set children_done = children_done + p_children, entries = entries + p_entries, corrections = corrections + p_corrections,
    unchanged = unchanged + p_unchanged, children_total = coalesce(p_children_total, children_total)
    where authority = p_authority and run = p_run;
end $$;
create function record.import_problems(p_authority int, p_run uuid, p_problems jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  last int;
begin
  perform record.check_importer(p_authority);
  perform from import_run where authority = p_authority and run = p_run for update;
  select coalesce(max(n), 0) into last from import_problem where authority = p_authority and run = p_run;
  insert into import_problem
    select p_authority, p_run, last + n, line, child, field, value, reason, raw
    from rows from (jsonb_to_recordset(p_problems) as (line int, child text, field text, value text, reason text, raw text))
      with ordinality p(line, child, field, value, reason, raw, n);
end $$;
create function record.finish_import(p_authority int, p_run uuid, p_state text, p_message text default null) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_importer(p_authority);
  update import_run set state = p_state, message = p_message, finished_at = record.now() where authority = p_authority and run = p_run;
  perform pg_notify('sightline', json_build_object('authority', p_authority, 'import', p_run)::text);
end $$;

-- Who works here. Sign-in happens before there is a session: its functions are told the authority, or find it by the hash of a secret.
create table access.authority (authority int primary key, name text not null);
create table access.team (authority int not null, team uuid not null, name text not null, area text, primary key (authority, team));
create table access.member (
  authority int not null, member uuid not null, name text not null, email text not null, password text, team uuid, roles text[] not null default '{}',
  left_at timestamptz, primary key (authority, member), unique (authority, email), foreign key (authority, team) references access.team);
create table access.member_team (                 -- the teams that a member manages, besides the one they work in
  authority int not null, member uuid not null, team uuid not null, primary key (authority, member, team),
  foreign key (authority, member) references access.member, foreign key (authority, team) references access.team);
create table access.session (
  authority int not null, token_hash bytea not null, member uuid not null,
  begun_at timestamptz not null default clock_timestamp(), last_seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null default clock_timestamp() + interval '12 hours',
  primary key (authority, token_hash), foreign key (authority, member) references access.member);
create index session_token on access.session (token_hash);

create function access.scope_of(roles text[]) returns text language sql immutable return case
  when roles && array['headOfService', 'reviewingOfficer', 'dutyWorker', 'performanceAnalyst'] then 'all'
  when 'teamManager' = any(roles) then 'teams' when 'socialWorker' = any(roles) then 'own' else 'none' end;
create function access.authorities() returns setof access.authority language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select * from access.authority order by name $$;
create function access.member_by_email(p_authority int, p_email text) returns table (member uuid, name text, password text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.member, m.name, m.password from access.member m where m.authority = p_authority and m.email = lower(p_email) and m.left_at is null $$;
-- Whom one can be in a demonstration. A live database names nobody to somebody who has not signed in.
create function access.members_to_choose(p_authority int) returns table (member uuid, name text, roles text[], team text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.member, m.name, m.roles, t.name from access.member m left join access.team t using (authority, team)
  where m.authority = p_authority and m.left_at is null and exists (select from platform.marking k where k.kind <> 'live') order by m.name $$;
create function access.begin_session(p_authority int, p_member uuid, p_token_hash bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from access.session where authority = p_authority and expires_at < clock_timestamp();
  insert into access.session(authority, token_hash, member) select m.authority, p_token_hash, m.member
    from access.member m where m.authority = p_authority and m.member = p_member and m.left_at is null $$;
-- Roles and teams are read at every request: a change counts at once. A session ends after 12 hours, or one hour unused.
create function access.session_of(p_token_hash bytea) returns table (authority int, member uuid, name text, roles text[], teams uuid[], scope text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  update access.session s set last_seen_at = clock_timestamp()          -- a write once a minute, not once a request
    where s.token_hash = p_token_hash and s.expires_at > clock_timestamp()
      and s.last_seen_at between clock_timestamp() - interval '1 hour' and clock_timestamp() - interval '1 minute';
  return query select m.authority, m.member, m.name, m.roles,
    array(select m.team where m.team is not null union select t.team from access.member_team t where t.authority = m.authority and t.member = m.member),
    access.scope_of(m.roles)
    from access.session s join access.member m on m.authority = s.authority and m.member = s.member
    where s.token_hash = p_token_hash and s.expires_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - interval '1 hour' and m.left_at is null;
end $$;
create function access.end_session(p_token_hash bytea) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from access.session where token_hash = p_token_hash $$;

-- Access: fails closed. Two limits on what a policy may say:
--  1. Citus refuses sub-queries in policies of distributed tables: columns against settings only.
--  2. Only leakproof operators (= < <= on int, uuid, text, date, timestamptz) may use an index under a policy:
--     no range, jsonb, trigram or lower() look-ups on these tables (measured: trigram search 18 ms without policy, 988 ms with one).
-- app.opened is the literal list of persons that record.open has just admitted and logged; without it no statement about anybody can be read.
do $$ declare t text; f regprocedure; begin
  foreach t in array array['entry','content','ledger','head','clock','standing','identifier','permission','ring','restriction','access_log','root','import_run','import_problem'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy writer on record.%1$I to record_owner using (authority = record.authority()) with check (authority = record.authority());
      grant select on record.%1$I to sightline_app', t);
  end loop;
  -- Before sign-in nobody's authority is known: these functions compare it themselves.
  foreach t in array array['authority','team','member','member_team','session'] loop
    execute format('alter table access.%1$I owner to record_owner; alter table access.%1$I enable row level security; alter table access.%1$I force row level security;
      create policy writer on access.%1$I to record_owner using (true) with check (true)', t);
  end loop;
  -- What reads or writes past the policies belongs to record_owner and is nobody's to run, unless named below.
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace in ('record'::regnamespace, 'access'::regnamespace) and p.prosecdef loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public', f);
    if f::text not like 'record.rederive(%' then execute format('grant execute on function %1$s to sightline_app', f); end if;
  end loop;
end $$;
revoke execute on function record.keep, record.verify, record.root_of from public;
grant execute on function record.keep, record.root_of to record_owner;
create policy reader on record.entry       to sightline_app using (authority = record.authority() and record.actor() is not null);   -- names no child
create policy reader on record.ledger      to sightline_app using (authority = record.authority() and record.actor() is not null and person = any(record.opened()));
create policy reader on record.head        to sightline_app using (authority = record.authority() and record.actor() is not null and person = any(record.opened()));
create policy reader on record.content     to sightline_app using (authority = record.authority() and record.actor() is not null and person = any(record.opened()) and not withheld);
create policy reader on record.clock       to sightline_app using (authority = record.authority() and record.actor() is not null and person = any(record.opened()));   -- lists: record.listed_clocks
create policy reader on record.standing    to sightline_app using (authority = record.authority() and record.may_list(restricted, person, team, worker));
create policy reader on record.permission  to sightline_app using (authority = record.authority() and record.actor() is not null);
create policy reader on record.ring        to sightline_app using (authority = record.authority() and record.actor() is not null and person = any(record.opened()));
create policy reader on record.restriction to sightline_app using (authority = record.authority() and reader = record.actor());
create policy reader on record.access_log  to sightline_app using (authority = record.authority() and record.actor() is not null and (person = any(record.opened()) or alerted and record.roles() && array['teamManager', 'headOfService']));
create policy reader on record.root           to sightline_app using (authority = record.authority() and record.actor() is not null);
create policy reader on record.import_run     to sightline_app using (authority = record.authority() and record.actor() is not null);
create policy reader on record.import_problem to sightline_app using (authority = record.authority() and record.actor() is not null and record.roles() && array['administrator', 'performanceAnalyst']);
grant select on access.team, access.member_team to sightline_app;
grant select (authority, member, name, email, team, roles, left_at) on access.member to sightline_app;      -- never the password
create policy reader on access.team        to sightline_app using (authority = record.authority() and record.actor() is not null);
create policy reader on access.member      to sightline_app using (authority = record.authority() and record.actor() is not null);
create policy reader on access.member_team to sightline_app using (authority = record.authority() and record.actor() is not null);
