-- What a list may show of a child is not all that is derived of them. Words and addresses belong to the step that gave them, and are read as that step is read:
-- by who may, of a record that is open. They stand apart, by step, in a column that no session of the application can select.
-- And a list of the past is for those entitled today: each row, however old, also says whose the child is now.
alter table record.standing no force row level security;
alter table record.standing add column words jsonb not null default '{}', add column team_now uuid, add column worker_now uuid;
update record.standing s set
  state = s.state - array['warnings', 'livesAt', 'livesThereUntil', 'addressIsConfidential', 'placedWith', 'placementPostcode'],
  words = jsonb_strip_nulls(jsonb_build_object(
    'warning', case when s.state ? 'warnings' then jsonb_build_object('warnings', s.state -> 'warnings') end,
    'household', nullif(jsonb_strip_nulls(jsonb_build_object('livesAt', s.state -> 'livesAt', 'livesThereUntil', s.state -> 'livesThereUntil',
      'addressIsConfidential', s.state -> 'addressIsConfidential')), '{}'),
    'placement', nullif(jsonb_strip_nulls(jsonb_build_object('placedWith', s.state -> 'placedWith', 'placementPostcode', s.state -> 'placementPostcode')), '{}')))
  where s.state ?| array['warnings', 'livesAt', 'livesThereUntil', 'addressIsConfidential', 'placedWith', 'placementPostcode'];
update record.standing s set team_now = n.team, worker_now = n.worker from record.standing n
  where n.authority = s.authority and n.person = s.person and n.known_to = 'infinity' and (s.team_now, s.worker_now) is distinct from (n.team, n.worker);
-- What the application forgets, the database refuses.
alter table record.standing add constraint standing_state_without_words
  check (not state ?| array['warnings', 'livesAt', 'livesThereUntil', 'addressIsConfidential', 'placedWith', 'placementPostcode']);
alter table record.standing force row level security;

revoke select on record.standing from sightline_app;
grant select (authority, person, known_from, known_to, restricted, team, worker, on_plan_since, open_since, looked_after_since, name, state, born_on, family, team_now, worker_now)
  on record.standing to sightline_app;
drop policy reader on record.standing;
create policy reader on record.standing to sightline_app using (authority = record.authority() and record.may_list(restricted, person, team_now, worker_now));

-- As known at a past instant: by whose the child is now; and how many were theirs then whose they are no more.
create index standing_entitled on record.standing (authority, team_now, known_to) where on_plan_since is not null or looked_after_since is not null;
create index standing_entitled_worker on record.standing (authority, worker_now, known_to) where on_plan_since is not null or looked_after_since is not null;
create index standing_left_worker on record.standing (authority, worker, known_to)
  where (on_plan_since is not null or looked_after_since is not null) and worker is distinct from worker_now;

-- Of what stands apart, what belongs to these steps, laid flat; `unread`: something belongs to others.
create function record.readable(words jsonb, steps text[]) returns jsonb language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_object_agg(f.key, f.value) filter (where f.key is not null), '{}')
    || case when bool_or(w.key <> all(steps)) then '{"unread": true}' else '{}' end::jsonb
  from jsonb_each(words) w left join lateral jsonb_each(case when w.key = any(steps) then w.value else '{}' end) f on true
$$;
-- Of records that are open, now (null) or as known at an instant: the steps are those of the door, as for every statement.
create function record.words_of(p_people uuid[], p_at timestamptz) returns table (person uuid, words jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select s.person, record.readable(s.words, coalesce(record.steps(), '{}')) from unnest(p_people) p(person)
  cross join lateral (select * from standing s where s.authority = record.authority() and s.person = p.person
    and (case when p_at is null then s.known_to = 'infinity' else s.known_from <= p_at and s.known_to > p_at end) limit 1) s
  where record.actor() is not null and s.person = any(record.opened()) and s.words <> '{}'
$$;

-- A copy holds what whoever makes it may read; the command's, which the owner of the database makes, what any step gave.
do $$ declare before text := pg_get_functiondef('record.make_emergency_copy(int, uuid, text, text, text, uuid[], uuid, timestamptz)'::regprocedure); after text; begin
  after := replace(before, 'return query select n, at, s.person, s.state from unnest(people) p(person)
    cross join lateral (select s.person, s.state from standing s',
  'return query select n, at, s.person, s.state || record.readable(s.words, array(select m.step from permission m where m.authority = p_authority
      and (pg_has_role(session_user, ''record_owner'', ''member'') or m.verb = ''read'' and m.role = any(record.roles())))) from unnest(people) p(person)
    cross join lateral (select s.person, s.state, s.words from standing s');
  if after = before then raise exception 'record.make_emergency_copy is not as it should be'; end if;
  execute after;
end $$;

-- A family is told by statements, and these are read as their steps are: who may not read relationships is not led along them.
do $$ declare before text := pg_get_functiondef('record.kin_statements(uuid[], timestamptz)'::regprocedure); after text; begin
  after := replace(before, 'where (c.step = ''relationship'' or not c.withheld)',
    'where c.step = any(coalesce(record.steps(), ''{}'')) and (c.step = ''relationship'' or not c.withheld)');
  if after = before then raise exception 'record.kin_statements is not as it should be'; end if;
  execute after;
end $$;

-- With the words, and the row for the boards. When a child goes to another team or worker, and only then, the rows of before are theirs who have the child now:
-- what closes the row of until now sees that.
create or replace function record.keep(p_authority int, at timestamptz, p_clocks jsonb, p_standings jsonb, p_identifiers jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  k record;
begin
  perform record.keep_board(p_authority, at, p_standings);
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

  for k in select s.person, s.team, s.worker, (o.team_now, o.worker_now) is distinct from (s.team, s.worker) as is_moved
      from jsonb_to_recordset(p_standings) s(person uuid, team uuid, worker uuid, "onPlanSince" date, "openSince" date, "lookedAfterSince" date, name text, state jsonb, words jsonb)
      cross join lateral (select * from standing o where o.authority = p_authority and o.person = s.person and o.known_to = 'infinity' limit 1) o
      where o.state <> s.state or o.words <> coalesce(s.words, '{}') or (o.team, o.worker, o.on_plan_since, o.open_since, o.looked_after_since, o.name)
        is distinct from (s.team, s.worker, s."onPlanSince", s."openSince", s."lookedAfterSince", s.name) loop
    update standing s set known_to = at where s.authority = p_authority and s.person = k.person and s.known_to = 'infinity';
    if k.is_moved then
      update standing set team_now = k.team, worker_now = k.worker where authority = p_authority and person = k.person;
    end if;
  end loop;
  insert into standing(authority, person, known_from, restricted, team, worker, on_plan_since, open_since, looked_after_since, name, state, words, team_now, worker_now)
    select p_authority, s.person, at, exists (select from ring r where r.authority = p_authority and r.person = s.person and r.lifted_at is null),
           s.team, s.worker, s."onPlanSince", s."openSince", s."lookedAfterSince", s.name, s.state, coalesce(s.words, '{}'), s.team, s.worker
    from jsonb_to_recordset(p_standings) s(person uuid, team uuid, worker uuid, "onPlanSince" date, "openSince" date, "lookedAfterSince" date, name text, state jsonb, words jsonb)
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

-- What says whose a child is now is what the standing of now says. And nothing has been recorded of the child by deriving: the boards keep when something last was.
create or replace function record.rederive(p_authority int, p_person uuid, p_position int, p_clocks jsonb, p_standings jsonb, p_identifiers jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  h record;
  ringed boolean;
  last_changed timestamptz;
begin
  perform record.begin_write();
  select * into h from head where authority = p_authority and person = p_person for update;
  if h.position is distinct from p_position then return false; end if;
  last_changed := coalesce((select b.changed_at from board b where b.authority = p_authority and b.person = p_person), h.recorded_at);
  perform record.keep(p_authority, greatest(record.now(), h.recorded_at + interval '1 microsecond'), p_clocks, p_standings, p_identifiers);
  update board b set changed_at = last_changed where b.authority = p_authority and b.person = p_person and b.changed_at <> last_changed;
  ringed := exists (select from ring r where r.authority = p_authority and r.person = p_person and r.lifted_at is null);
  update standing set restricted = ringed where authority = p_authority and person = p_person and restricted <> ringed;
  update clock    set restricted = ringed where authority = p_authority and person = p_person and restricted <> ringed;
  update standing s set team_now = n.team, worker_now = n.worker from standing n
    where s.authority = p_authority and s.person = p_person and n.authority = p_authority and n.person = p_person and n.known_to = 'infinity'
      and (s.team_now, s.worker_now) is distinct from (n.team, n.worker);
  return true;
end $$;

create or replace function record.listed_clocks(p_people uuid[], p_at timestamptz, p_running_on date) returns setof record.clock
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select c.* from unnest(p_people) p(person)
  cross join lateral (select * from standing s where s.authority = record.authority() and s.person = p.person
    and (case when p_at is null then s.known_to = 'infinity' else s.known_from <= p_at and s.known_to > p_at end) limit 1) s
  cross join lateral (select * from clock c where c.authority = record.authority() and c.person = p.person
    and (case when p_at is null then c.known_to = 'infinity' else c.known_from <= p_at and c.known_to > p_at end)
    and (p_running_on is null or (c.met_on is null or c.met_on > p_running_on) and (c.ended_on is null or c.ended_on > p_running_on)) offset 0) c
  where record.may_list(s.restricted, s.person, s.team_now, s.worker_now)
$$;

-- How many on a plan or looked after (of the populations and teams asked for) this session's lists would have shown at each instant, who have since gone to
-- others, so that a list of the past can say what it leaves out. A number; and never one whose record is restricted.
create function record.moved_since(p_instants timestamptz[], p_on_plan boolean, p_looked_after boolean, p_teams uuid[]) returns table (moved int)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  return query select (case record.scope()
      when 'teams' then (select count(*) from standing s where s.authority = record.authority() and s.known_from <= i.at and s.known_to > i.at and not s.restricted
        and (s.on_plan_since is not null or s.looked_after_since is not null) and s.team = any(record.teams())
        and (p_on_plan and s.on_plan_since is not null or p_looked_after and s.looked_after_since is not null)
        and (p_teams is null or s.team = any(p_teams))
        and not record.may_list(false, s.person, s.team_now, s.worker_now))
      when 'own' then (select count(*) from standing s where s.authority = record.authority() and s.known_from <= i.at and s.known_to > i.at and not s.restricted
        and (s.on_plan_since is not null or s.looked_after_since is not null) and s.worker is distinct from s.worker_now and s.worker = record.actor()
        and (p_on_plan and s.on_plan_since is not null or p_looked_after and s.looked_after_since is not null)
        and (p_teams is null or s.team = any(p_teams))
        and not record.may_list(false, s.person, s.team_now, s.worker_now))
      else 0 end)::int
    from unnest(p_instants) with ordinality i(at, n)
    where record.actor() is not null order by i.n;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.words_of(uuid[], timestamptz)', 'record.moved_since(timestamptz[], boolean, boolean, uuid[])']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
