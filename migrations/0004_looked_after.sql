-- Looked-after children in lists, and limits in elapsed hours.
alter table record.standing add column looked_after_since date;          -- short breaks left out
create index standing_looked_after on record.standing (authority, team) where known_to = 'infinity' and looked_after_since is not null;
alter table record.clock add column due_at timestamptz, add column met_at timestamptz;   -- for a limit in hours: the instants; the days stand beside them

-- As before, with the new columns.
create or replace function record.keep(p_authority int, at timestamptz, p_clocks jsonb, p_standings jsonb, p_identifiers jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  k record;
begin
  for k in select c.* from jsonb_to_recordset(p_clocks) c(person uuid, rule text, "startedBy" uuid) loop
    update clock set known_to = at
      where authority = p_authority and person = k.person and rule = k.rule and started_by = k."startedBy" and known_to = 'infinity';
  end loop;
  insert into clock(authority, person, rule, started_by, known_from, restricted, version, started_on, due_on, due_at, met_by, met_on, met_at, ended_on, ended_because, late_reason, not_in_source)
    select p_authority, c.person, c.rule, c."startedBy", at, exists (select from ring r where r.authority = p_authority and r.person = c.person and r.lifted_at is null),
           c.version, c."startedOn", c."dueOn", c."dueAt", c."metBy", c."metOn", c."metAt", c."endedOn", c."endedBecause", c."lateReason", c."notInSource"
    from jsonb_to_recordset(p_clocks) c(person uuid, rule text, version text, "startedBy" uuid, "startedOn" date, "dueOn" date, "dueAt" timestamptz, "metBy" uuid, "metOn" date,
         "metAt" timestamptz, "endedOn" date, "endedBecause" text, "lateReason" uuid, "notInSource" boolean, gone boolean)
    where c.gone is not true;

  for k in select * from jsonb_to_recordset(p_standings) s(person uuid, team uuid, worker uuid, "onPlanSince" date, "openSince" date, "lookedAfterSince" date, name text, state jsonb) loop
    update standing s set known_to = at
      where s.authority = p_authority and s.person = k.person and s.known_to = 'infinity' and s.state <> k.state;
    insert into standing(authority, person, known_from, restricted, team, worker, on_plan_since, open_since, looked_after_since, name, state)
      select p_authority, k.person, at, exists (select from ring r where r.authority = p_authority and r.person = k.person and r.lifted_at is null),
             k.team, k.worker, k."onPlanSince", k."openSince", k."lookedAfterSince", k.name, k.state
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
