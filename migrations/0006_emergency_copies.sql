-- Emergency copies and caseload packs: what left the record to be read without it. Numbered without a gap in each authority; never changed.
create table record.emergency_copy (
  authority int not null, number int not null check (number > 0),
  copy uuid not null,                             -- made by the caller: a form that is sent twice makes one copy
  kind text not null check (kind in ('copy', 'pack')),
  made_at timestamptz not null, made_by uuid not null, made_how text not null check (made_how in ('page', 'command')),
  recipient text not null, scope text not null,   -- for whom, and of whom in words
  teams uuid[], worker uuid,                      -- of which teams or worker; both null: the whole authority
  children int not null check (children > 0), expires_at timestamptz not null,
  primary key (authority, number), unique (authority, copy));
alter table record.emergency_copy owner to record_owner;
alter table record.emergency_copy enable row level security;
alter table record.emergency_copy force row level security;
create policy writer on record.emergency_copy to record_owner using (authority = record.authority()) with check (authority = record.authority());
grant select on record.emergency_copy to sightline_app;                       -- and no policy for it: it reads through record.emergency_copies

-- Whoever may is said in one place, src/oversight/emergency-copy/who-may.ts, and kept here among the permissions. The owner's sign-in may: it is the command's.
create function record.may_copy(p_verb text) returns boolean language sql stable set search_path = pg_catalog, record, pg_temp
  return record.actor() is not null and (pg_has_role(session_user, 'record_owner', 'member') or exists (
    select from record.permission p where p.authority = record.authority() and p.step = 'emergencyCopy' and p.verb = p_verb and p.role = any(record.roles())));

-- Numbers a copy, logs it with each child whom it is about, and gives their standings: children on plans and looked after, never one whose record is restricted.
create function record.make_emergency_copy(p_authority int, p_copy uuid, p_kind text, p_recipient text, p_scope text, p_teams uuid[], p_worker uuid, p_expires_at timestamptz)
returns table (number int, made_at timestamptz, person uuid, state jsonb)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
#variable_conflict use_column
declare
  at timestamptz := record.now();
  within uuid[] := p_teams;
  people uuid[];
  n int;
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if not record.may_copy('record') then perform record.refuse('Your role may not make an emergency copy'); end if;
  if record.scope() = 'teams' then
    within := coalesce(p_teams, record.teams(), '{}');
    if not within <@ coalesce(record.teams(), '{}') then perform record.refuse('You may make a copy of your own teams only'); end if;
  elsif record.scope() <> 'all' then
    perform record.refuse('Your role may not make an emergency copy');
  end if;
  if coalesce(length(trim(p_recipient)), 0) not between 3 and 200 then perform record.refuse('Enter for whom the copy is, in 3 to 200 characters'); end if;
  if p_expires_at is null or p_expires_at not between at + interval '1 minute' and at + interval '15 days' then
    perform record.refuse('A copy must expire within 14 days');
  end if;
  select e.number into n from emergency_copy e where e.authority = p_authority and e.copy = p_copy;
  if found then perform record.refuse(format('This form has been sent already: it made number %s. Begin again to make another.', n)); end if;

  people := array(select s.person from standing s
    where s.authority = p_authority and s.known_to = 'infinity' and not s.restricted
      and (s.on_plan_since is not null or s.looked_after_since is not null)
      and (within is null or s.team = any(within)) and (p_worker is null or s.worker = p_worker)
      and not exists (select from ring r where r.authority = p_authority and r.person = s.person and r.lifted_at is null));
  if cardinality(people) = 0 then perform record.refuse('Nobody there is on a plan or looked after: there is nothing to copy'); end if;

  loop                                            -- no gap: the number is taken with the row, and another who takes it first is waited for
    begin
      insert into emergency_copy(authority, number, copy, kind, made_at, made_by, made_how, recipient, scope, teams, worker, children, expires_at)
        select p_authority, coalesce(max(e.number), 0) + 1, p_copy, p_kind, at, record.actor(),
               case when pg_has_role(session_user, 'record_owner', 'member') then 'command' else 'page' end,
               trim(p_recipient), p_scope, within, p_worker, cardinality(people), p_expires_at
        from emergency_copy e where e.authority = p_authority
        returning emergency_copy.number into n;
      exit;
    exception when unique_violation then
      if exists (select from emergency_copy e where e.authority = p_authority and e.copy = p_copy) then
        perform record.refuse('This form has been sent already. Begin again to make another.');
      end if;
    end;
  end loop;

  insert into access_log(authority, person, opened_at, actor, reason)
    select p_authority, p.person, clock_timestamp(), record.actor(),
           format('In %s number %s, for %s', case p_kind when 'pack' then 'caseload pack' else 'emergency copy' end, n, trim(p_recipient))
    from unnest(people) p(person)
    on conflict do nothing;
  return query select n, at, s.person, s.state from unnest(people) p(person)
    cross join lateral (select s.person, s.state from standing s where s.authority = p_authority and s.person = p.person and s.known_to = 'infinity' limit 1) s;
end $$;

-- The copies that were made, newest first: all of them for those who see the whole service, else one's own and those of one's teams.
create function record.emergency_copies(p_limit int) returns setof record.emergency_copy
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select e.* from emergency_copy e
  where e.authority = record.authority() and record.may_copy('read')
    and (record.scope() = 'all' or 'administrator' = any(record.roles()) or e.made_by = record.actor() or e.teams && record.teams())
  order by e.number desc limit p_limit
$$;

-- Which of these words are a part of the name, now or before, of somebody whose record is restricted: another child's words are copied without them.
create function record.names_withheld(p_words text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  with part as materialized (
    select distinct p.part from ring r
      join standing s on s.authority = r.authority and s.person = r.person
      cross join lateral regexp_split_to_table(regexp_replace(normalize(s.name, NFD), '[\u0300-\u036f]', '', 'g'), '[\s.,()/"‘’''‐–-]+') p(part)
      where r.authority = record.authority() and r.lifted_at is null and record.may_copy('record') and length(p.part) > 1)
  select distinct w from unnest(p_words) w where exists (select from part p where w = p.part or w = lower(p.part))
$$;

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'record'::regnamespace and p.proname in ('make_emergency_copy', 'emergency_copies', 'names_withheld') loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
