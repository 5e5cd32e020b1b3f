-- Measured by `npm run bench` at a million entries; nothing here changes what is said, only how soon.

-- What was so of a team's children at a past instant: found by team, and then by the end of each row's time.
create index standing_then on record.standing (authority, team, known_to) where on_plan_since is not null;

-- As before, and without a look at each row of those of whom nothing was known: an import states clocks, standings and numbers by the hundred.
create or replace function record.keep(p_authority int, at timestamptz, p_clocks jsonb, p_standings jsonb, p_identifiers jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  k record;
begin
  for k in select c.* from jsonb_to_recordset(p_clocks) c(person uuid, rule text, "startedBy" uuid)
      cross join lateral (select from clock o where o.authority = p_authority and o.person = c.person and o.rule = c.rule and o.started_by = c."startedBy" and o.known_to = 'infinity' limit 1) o loop
    update clock set known_to = at
      where authority = p_authority and person = k.person and rule = k.rule and started_by = k."startedBy" and known_to = 'infinity';
  end loop;
  insert into clock(authority, person, rule, started_by, known_from, restricted, version, started_on, due_on, due_at, met_by, met_on, met_at, ended_on, ended_because, late_reason, not_in_source)
    select p_authority, c.person, c.rule, c."startedBy", at, exists (select from ring r where r.authority = p_authority and r.person = c.person and r.lifted_at is null),
           c.version, c."startedOn", c."dueOn", c."dueAt", c."metBy", c."metOn", c."metAt", c."endedOn", c."endedBecause", c."lateReason", c."notInSource"
    from jsonb_to_recordset(p_clocks) c(person uuid, rule text, version text, "startedBy" uuid, "startedOn" date, "dueOn" date, "dueAt" timestamptz, "metBy" uuid, "metOn" date,
         "metAt" timestamptz, "endedOn" date, "endedBecause" text, "lateReason" uuid, "notInSource" boolean, gone boolean)
    where c.gone is not true;

  for k in select s.person from jsonb_to_recordset(p_standings) s(person uuid, state jsonb)
      cross join lateral (select o.state from standing o where o.authority = p_authority and o.person = s.person and o.known_to = 'infinity' limit 1) o where o.state <> s.state loop
    update standing s set known_to = at where s.authority = p_authority and s.person = k.person and s.known_to = 'infinity';
  end loop;
  insert into standing(authority, person, known_from, restricted, team, worker, on_plan_since, open_since, looked_after_since, name, state)
    select p_authority, s.person, at, exists (select from ring r where r.authority = p_authority and r.person = s.person and r.lifted_at is null),
           s.team, s.worker, s."onPlanSince", s."openSince", s."lookedAfterSince", s.name, s.state
    from jsonb_to_recordset(p_standings) s(person uuid, team uuid, worker uuid, "onPlanSince" date, "openSince" date, "lookedAfterSince" date, name text, state jsonb)
    left join lateral (select o.person from standing o where o.authority = p_authority and o.person = s.person and o.known_to = 'infinity' limit 1) o on true
    where o.person is null;

  for k in select * from jsonb_to_recordset(p_identifiers) i(person uuid, kind text, value text, gone boolean) where i.gone loop
    delete from identifier i where i.authority = p_authority and i.kind = k.kind and i.value = k.value and i.person = k.person;
  end loop;
  insert into identifier                            -- a number that another child already has stays theirs until that is corrected
    select p_authority, i.kind, i.value, i.person from jsonb_to_recordset(p_identifiers) i(person uuid, kind text, value text, gone boolean)
    where i.gone is not true on conflict do nothing;
end $$;

-- Clocks of the children whom this session's lists may show, now (null) or as known at an instant; of a day, only those that run on it.
drop function record.listed_clocks(uuid[], timestamptz);
create function record.listed_clocks(p_people uuid[], p_at timestamptz, p_running_on date) returns setof record.clock
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select c.* from unnest(p_people) p(person)
  cross join lateral (select * from standing s where s.authority = record.authority() and s.person = p.person
    and (case when p_at is null then s.known_to = 'infinity' else s.known_from <= p_at and s.known_to > p_at end) limit 1) s
  cross join lateral (select * from clock c where c.authority = record.authority() and c.person = p.person
    and (case when p_at is null then c.known_to = 'infinity' else c.known_from <= p_at and c.known_to > p_at end)
    and (p_running_on is null or (c.met_on is null or c.met_on > p_running_on) and (c.ended_on is null or c.ended_on > p_running_on)) offset 0) c
  where record.may_list(s.restricted, s.person, s.team, s.worker)
$$;
alter function record.listed_clocks(uuid[], timestamptz, date) owner to record_owner;
revoke execute on function record.listed_clocks(uuid[], timestamptz, date) from public;
grant execute on function record.listed_clocks(uuid[], timestamptz, date) to sightline_app;
