-- Under which rules everything derived was last derived: a run is finished when a comparison has found nothing that is stored otherwise.
-- A start under other rules finds no such run, says so, and derives again.
create table record.derivation_run (
  authority int not null, run uuid not null, rules text not null, begun_at timestamptz not null default clock_timestamp(), finished_at timestamptz,
  children int not null default 0, differences int not null default 0, written int not null default 0,
  primary key (authority, run));
create index derivation_run_finished on record.derivation_run (authority, finished_at);
alter table record.derivation_run owner to record_owner;
alter table record.derivation_run enable row level security;
alter table record.derivation_run force row level security;
create policy writer on record.derivation_run to record_owner using (authority = record.authority()) with check (authority = record.authority());
create policy reader on record.derivation_run to sightline_app using (authority = record.authority() and record.actor() is not null);
grant select on record.derivation_run to sightline_app;

-- As before; a standing is written again also where only the columns say something else, by which lists find the child.
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

  for k in select s.person
      from jsonb_to_recordset(p_standings) s(person uuid, team uuid, worker uuid, "onPlanSince" date, "openSince" date, "lookedAfterSince" date, name text, state jsonb)
      cross join lateral (select * from standing o where o.authority = p_authority and o.person = s.person and o.known_to = 'infinity' limit 1) o
      where o.state <> s.state or (o.team, o.worker, o.on_plan_since, o.open_since, o.looked_after_since, o.name)
        is distinct from (s.team, s.worker, s."onPlanSince", s."openSince", s."lookedAfterSince", s.name) loop
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
  insert into identifier(authority, kind, value, person, claimed_at)
    select p_authority, i.kind, i.value, i.person, coalesce(i."claimedAt", at)
    from jsonb_to_recordset(p_identifiers) i(person uuid, kind text, value text, gone boolean, "claimedAt" timestamptz)
    where i.gone is not true on conflict do nothing;
end $$;

-- As before; and what is marked as restricted is what there is a ring around.
create or replace function record.rederive(p_authority int, p_person uuid, p_position int, p_clocks jsonb, p_standings jsonb, p_identifiers jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  h record;
  ringed boolean;
begin
  perform record.begin_write();
  select * into h from head where authority = p_authority and person = p_person for update;
  if h.position is distinct from p_position then return false; end if;
  perform record.keep(p_authority, greatest(record.now(), h.recorded_at + interval '1 microsecond'), p_clocks, p_standings, p_identifiers);
  ringed := exists (select from ring r where r.authority = p_authority and r.person = p_person and r.lifted_at is null);
  update standing set restricted = ringed where authority = p_authority and person = p_person and restricted <> ringed;
  update clock    set restricted = ringed where authority = p_authority and person = p_person and restricted <> ringed;
  return true;
end $$;
