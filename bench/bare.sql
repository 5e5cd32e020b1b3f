-- What record.append writes, and nothing else: no checks, no locks, no row-level security; with the chain of hashes and without it.
create schema bare;
create table bare.entry (like record.entry including all);
create table bare.content (like record.content including all);
create table bare.ledger (like record.ledger including all);
create table bare.head (like record.head including all);
create table bare.clock (like record.clock including all);
create table bare.standing (like record.standing including all);
create table bare.identifier (like record.identifier including all);

create function bare.state(p_authority int, p_entries jsonb, p_abouts jsonb, p_clocks jsonb, p_standings jsonb, p_identifiers jsonb) returns void language sql as $$
  insert into bare.entry
    select p_authority, e.entry, e.step, decode(e.wording, 'hex'), e."happenedOn", now(), e."recordedBy", e."statedAt", e.source
    from jsonb_to_recordset(p_entries) e(entry uuid, step text, wording text, "happenedOn" date, "recordedBy" uuid, "statedAt" timestamptz, source text);
  insert into bare.content(authority, person, entry, salt, shared, answers, step)
    select p_authority, a.person, a.entry, gen_random_uuid(), coalesce(e.shared, '{}'), coalesce(a.answers, '{}'), e.step
    from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid, answers jsonb) join jsonb_to_recordset(p_entries) e(entry uuid, step text, shared jsonb) using (entry);
  update bare.clock k set known_to = now() from jsonb_to_recordset(p_clocks) c(person uuid, rule text, "startedBy" uuid)
    where k.authority = p_authority and k.person = c.person and k.rule = c.rule and k.started_by = c."startedBy" and k.known_to = 'infinity';
  insert into bare.clock(authority, person, rule, started_by, known_from, version, started_on, due_on, met_by, met_on, ended_on, ended_because, late_reason, not_in_source)
    select p_authority, c.person, c.rule, c."startedBy", now(), c.version, c."startedOn", c."dueOn", c."metBy", c."metOn", c."endedOn", c."endedBecause", c."lateReason", c."notInSource"
    from jsonb_to_recordset(p_clocks) c(person uuid, rule text, version text, "startedBy" uuid, "startedOn" date, "dueOn" date, "metBy" uuid, "metOn" date,
         "endedOn" date, "endedBecause" text, "lateReason" uuid, "notInSource" boolean, gone boolean) where c.gone is not true;
  update bare.standing s set known_to = now() from jsonb_to_recordset(p_standings) n(person uuid)
    where s.authority = p_authority and s.person = n.person and s.known_to = 'infinity';
  insert into bare.standing(authority, person, known_from, team, worker, on_plan_since, open_since, name, state)
    select p_authority, s.person, now(), s.team, s.worker, s."onPlanSince", s."openSince", s.name, s.state
    from jsonb_to_recordset(p_standings) s(person uuid, team uuid, worker uuid, "onPlanSince" date, "openSince" date, name text, state jsonb);
  insert into bare.identifier
    select p_authority, i.kind, i.value, i.person from jsonb_to_recordset(p_identifiers) i(person uuid, kind text, value text, gone boolean) on conflict do nothing
$$;

create function bare.state_chained(p_authority int, p_entries jsonb, p_abouts jsonb, p_clocks jsonb, p_standings jsonb, p_identifiers jsonb) returns void language sql as $$
  select bare.state(p_authority, p_entries, p_abouts, p_clocks, p_standings, p_identifiers);
  insert into bare.head(authority, person) select distinct p_authority, a.person from jsonb_to_recordset(p_abouts) a(person uuid) on conflict do nothing;
  insert into bare.ledger
    select p_authority, person, position, entry, null, false, recorded_at, content_hash,
           record.chain(start, record.line(p_authority, person, position, entry, step, wording, happened_on, recorded_at, recorded_by, stated_at, source, null, false, content_hash))
             over (partition by person order by position)
    from (select a.person, (h.position + row_number() over (partition by a.person order by a.n))::int as position, h.hash as start, a.entry,
                 e.step, e.wording, e.happened_on, e.recorded_at, e.recorded_by, e.stated_at, e.source, record.seal(c.salt, c.shared, c.answers, c.reason) as content_hash
          from rows from (jsonb_to_recordset(p_abouts) as (entry uuid, person uuid)) with ordinality a(entry, person, n)
          cross join lateral (select * from bare.head h    where h.authority = p_authority and h.person = a.person limit 1) h
          cross join lateral (select * from bare.entry e   where e.authority = p_authority and e.entry = a.entry limit 1) e
          cross join lateral (select * from bare.content c where c.authority = p_authority and c.person = a.person and c.entry = a.entry limit 1) c) l;
  update bare.head h set position = g.position, hash = g.hash, recorded_at = g.recorded_at
    from (select distinct on (l.person) l.* from bare.ledger l join jsonb_to_recordset(p_abouts) a(person uuid) using (person)
          where l.authority = p_authority order by l.person, l.position desc) g
    where h.authority = p_authority and h.person = g.person
$$;
grant usage on schema bare to sightline_app;
grant select, insert, update on all tables in schema bare to sightline_app;
