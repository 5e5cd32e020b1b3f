-- A number that two records claim is kept for both, with the instant from which each has claimed it without a break. Whose it is: the one who claimed it
-- first, until that is put right; the other then has it, though nothing is stated anew. Rows from before have no such instant until `rebuild` gives it.
alter table record.identifier add column claimed_at timestamptz not null default '-infinity';
alter table record.identifier drop constraint identifier_pkey;
alter table record.identifier add primary key (authority, kind, value, person);

-- As in 0009, but for the numbers. `claimedAt`: derived again, from an instant that is past.
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
  insert into identifier(authority, kind, value, person, claimed_at)
    select p_authority, i.kind, i.value, i.person, coalesce(i."claimedAt", at)
    from jsonb_to_recordset(p_identifiers) i(person uuid, kind text, value text, gone boolean, "claimedAt" timestamptz)
    where i.gone is not true on conflict do nothing;
end $$;

-- Whose numbers these are: [{kind, value}]; of each number, whoever claimed it first comes first. Gives ids only, and only for a number that is known in full.
create or replace function record.identify(p_identifiers jsonb) returns table (kind text, value text, person uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select i.kind, i.value, i.person from jsonb_to_recordset(p_identifiers) n(kind text, value text)
  cross join lateral (select * from identifier i where i.authority = record.authority() and i.kind = n.kind and i.value = n.value offset 0) i
  where record.actor() is not null order by i.claimed_at, i.person
$$;
