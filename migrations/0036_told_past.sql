-- A demonstration has a past: it is told a family at a time, each statement with its own instant and by whoever recorded it then. Statement by statement through
-- record.append that took three times as long. The lines, their chain and the heads are written in one place, for both.

-- Chains what was stated, all at `p_at`, or (null) each statement at its own `recordedAt`. Called by record.append and record.append_past, which hold the heads.
create function record.chain_lines(p_authority int, p_at timestamptz, p_entries jsonb, p_abouts jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  who uuid;
begin
  insert into entry
    select p_authority, e.entry, e.step, decode(e.wording, 'hex'), e."happenedOn", coalesce(p_at, e."recordedAt"), e."recordedBy", e."statedAt", e.source
    from jsonb_to_recordset(p_entries) e(entry uuid, step text, wording text, "happenedOn" date, "recordedAt" timestamptz, "recordedBy" uuid, "statedAt" timestamptz, source text);
  insert into content(authority, person, entry, salt, shared, answers, step, reason)
    select p_authority, a.person, a.entry, gen_random_uuid(), coalesce(e.shared, '{}'), coalesce(a.answers, '{}'), e.step, nullif(trim(a.reason), '')
    from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid, reason text, answers jsonb) join jsonb_to_recordset(p_entries) e(entry uuid, step text, shared jsonb) using (entry);

  insert into ledger                                -- hashes what was stored, not what was sent
    select p_authority, person, position, entry, corrects, tombstone, recorded_at, content_hash,
           chain(start, record.line(p_authority, person, position, entry, step, wording, happened_on, recorded_at, recorded_by, stated_at, source, corrects, tombstone, content_hash))
             over (partition by person order by position)
    from (select a.person, (h.position + row_number() over (partition by a.person order by a.n))::int as position, h.hash as start,
                 a.entry, a.corrects, coalesce(a.tombstone, false) as tombstone, e.step, e.wording, e.happened_on, e.recorded_at, e.recorded_by, e.stated_at, e.source,
                 record.seal(c.salt, c.shared, c.answers, c.reason) as content_hash
          from rows from (jsonb_to_recordset(p_abouts) as (entry uuid, person uuid, corrects int, tombstone boolean))
               with ordinality a(entry, person, corrects, tombstone, n)
          cross join lateral (select * from head h    where h.authority = p_authority and h.person = a.person limit 1) h
          cross join lateral (select * from entry e   where e.authority = p_authority and e.entry = a.entry limit 1) e
          cross join lateral (select * from content c where c.authority = p_authority and c.person = a.person and c.entry = a.entry limit 1) c) l;

  for who in select distinct a.person from jsonb_to_recordset(p_abouts) a(person uuid) loop
    update head h set (position, hash, recorded_at) =
      (select g.position, g.hash, g.recorded_at from ledger g where g.authority = p_authority and g.person = who order by g.position desc limit 1)
      where h.authority = p_authority and h.person = who;
  end loop;
end $$;

-- Into the function as it now is.
do $$ declare before text; after text; begin
  before := pg_get_functiondef('record.append(int, jsonb, jsonb, jsonb, jsonb, jsonb)'::regprocedure);
  after := regexp_replace(before, '\n  insert into entry\n.*\) c\) l;\n', E'\n  perform record.chain_lines(p_authority, at, p_entries, p_abouts);\n');
  if after = before then raise exception 'record.append is not as it should be'; end if;
  before := after;
  after := regexp_replace(before, '\n  foreach who in array people loop\n    update head h [^;]*;\n  end loop;\n', '');
  if after = before then raise exception 'record.append is not as it should be'; end if;
  execute after;
end $$;

-- People of whom nothing is on record, with all that was stated of them in the past and all that was derived of it, each with its instant. The owner's alone, and never
-- in a live database: there, everything is recorded when it is recorded, by whoever is signed in.
-- p_clocks: [{person, …Clock, gone, at}], p_standings: [{person, …, at}], what was new or changed at each instant; p_now: what there is at last, with the row for the boards
-- and what the person is found by, [{person, …, at}]; p_identifiers: [{person, kind, value, claimedAt}]
create function record.append_past(p_authority int, p_entries jsonb, p_abouts jsonb, p_clocks jsonb, p_standings jsonb, p_now jsonb, p_identifiers jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  unfit text;
  k record;
begin
  perform record.begin_write();
  if exists (select from platform.marking m where m.kind = 'live') then perform record.refuse('Only a demonstration is told its past'); end if;
  select e.step into unfit from jsonb_to_recordset(p_entries) e(step text, "recordedBy" uuid)
    where not exists (select from access.member m join permission p on p.authority = p_authority and p.step = e.step and p.verb = 'record' and p.role = any(m.roles)
      where m.authority = p_authority and m.member = e."recordedBy") order by 1 limit 1;
  if found then perform record.refuse(format('Their role may not record "%s"', unfit)); end if;
  perform record.check_corrections(p_entries, p_abouts);
  insert into head(authority, person) select distinct p_authority, a.person from jsonb_to_recordset(p_abouts) a(person uuid) order by 2;
  perform record.chain_lines(p_authority, null, p_entries, p_abouts);

  insert into clock(authority, person, rule, started_by, known_from, known_to, version, started_on, due_on, due_at, met_by, met_on, met_at, ended_on, ended_because, late_reason, not_in_source)
    select p_authority, c.person, c.rule, c."startedBy", c.at, c.until,
           c.version, c."startedOn", c."dueOn", c."dueAt", c."metBy", c."metOn", c."metAt", c."endedOn", c."endedBecause", c."lateReason", c."notInSource"
    from (select *, coalesce(lead(c.at) over (partition by c.person, c.rule, c."startedBy" order by c.at), 'infinity') as until
      from jsonb_to_recordset(p_clocks) c(person uuid, at timestamptz, rule text, version text, "startedBy" uuid, "startedOn" date, "dueOn" date, "dueAt" timestamptz,
         "metBy" uuid, "metOn" date, "metAt" timestamptz, "endedOn" date, "endedBecause" text, "lateReason" uuid, "notInSource" boolean, gone boolean)) c
    where c.gone is not true;
  insert into standing(authority, person, known_from, known_to, team, worker, on_plan_since, open_since, looked_after_since, name, state, words, team_now, worker_now)
    select p_authority, s.person, s.at, coalesce(lead(s.at) over told, 'infinity'), s.team, s.worker, s."onPlanSince", s."openSince", s."lookedAfterSince", s.name, s.state,
           coalesce(s.words, '{}'), last_value(s.team) over (told rows between current row and unbounded following), last_value(s.worker) over (told rows between current row and unbounded following)
    from jsonb_to_recordset(p_standings) s(person uuid, at timestamptz, team uuid, worker uuid, "onPlanSince" date, "openSince" date, "lookedAfterSince" date, name text, state jsonb, words jsonb)
    window told as (partition by s.person order by s.at);
  for k in select s.at, jsonb_agg(s.one) as those from (select n.one, (n.one ->> 'at')::timestamptz as at from jsonb_array_elements(p_now) n(one)) s group by s.at order by s.at loop
    perform record.keep(p_authority, k.at, '[]', k.those, '[]');
  end loop;
  perform record.keep(p_authority, clock_timestamp(), '[]', '[]', p_identifiers);
end $$;

revoke execute on function record.chain_lines(int, timestamptz, jsonb, jsonb) from public;
grant execute on function record.chain_lines(int, timestamptz, jsonb, jsonb) to record_owner;
revoke execute on function record.append_past(int, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb) from public;
