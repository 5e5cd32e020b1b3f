-- A seal that was put on the wrong record, or whose order was set aside (decision 0041), is lifted by two officers: one asks, with the record open and a reason, another confirms,
-- having opened it too. What was asked and done stays in a line of its own. The record is then restricted to the two: a manager lifts that as any restriction, so that
-- nothing of it is told before somebody has looked at what belongs where.
create table record.seal_lift (
  authority int not null, person uuid not null, asked_at timestamptz not null, asked_by uuid not null,
  why text not null check (why in ('wrongRecord', 'orderSetAside')), reason text not null,
  withdrawn_at timestamptz, confirmed_at timestamptz, confirmed_by uuid, sealed_at timestamptz, sealed_by uuid, sealed_because text,
  primary key (authority, person, asked_at), check (confirmed_by is distinct from asked_by));
create unique index seal_lift_waiting on record.seal_lift (authority, person) where confirmed_at is null and withdrawn_at is null;
alter table record.seal_lift owner to record_owner;
alter table record.seal_lift enable row level security;
alter table record.seal_lift force row level security;
create policy writer on record.seal_lift to record_owner using (authority = record.authority()) with check (authority = record.authority());

create function record.check_unsealer(p_authority int, p_person uuid) returns void
language plpgsql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  if p_authority is distinct from record.authority() or not record.opens_seals() then perform record.refuse('Only an officer who is named for it lifts a seal'); end if;
  if not record.is_sealed(p_authority, p_person) then perform record.refuse('There is no such sealed record'); end if;
  if exists (select from merged m where m.authority = p_authority and m.person = p_person) then perform record.refuse('This record was merged into another: lift the seal of the one that is kept'); end if;
  if not record.is_let_in(p_authority, p_person, false) then perform record.refuse('Open the sealed record first: who lifts a seal has looked at what it is on'); end if;
end $$;

create function record.ask_unseal(p_authority int, p_person uuid, p_why text, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_unsealer(p_authority, p_person);
  if coalesce(length(trim(p_reason)), 0) < 5 then perform record.refuse('Enter why the seal is wrong'); end if;
  if p_why not in ('wrongRecord', 'orderSetAside') then perform record.refuse('A seal is lifted where it is on the wrong record, or the order was set aside'); end if;
  if exists (select from seal_lift l where l.authority = p_authority and l.person = p_person and l.confirmed_at is null and l.withdrawn_at is null) then
    perform record.refuse('Somebody has asked for it already: another officer confirms it');
  end if;
  insert into seal_lift(authority, person, asked_at, asked_by, why, reason) values (p_authority, p_person, clock_timestamp(), record.actor(), p_why, p_reason);
end $$;

-- What waits for a second officer: told to officers alone, and of no other sealed record.
create function record.unseals_waiting() returns table (person uuid, name text, asked_at timestamptz, asked_by uuid, why text, reason text)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select l.person, s.name, l.asked_at, l.asked_by, l.why, l.reason from seal_lift l
  cross join lateral (select * from standing s where s.authority = l.authority and s.person = l.person and s.known_to = 'infinity' limit 1) s
  where l.authority = record.authority() and record.opens_seals() and l.confirmed_at is null and l.withdrawn_at is null order by l.asked_at, l.person
$$;

create function record.confirm_unseal(p_authority int, p_person uuid, p_confirms boolean) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  asked seal_lift;
  was seal;
  those uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended('record.withhold ' || p_authority, 0));
  perform record.check_unsealer(p_authority, p_person);
  select * into asked from seal_lift l where l.authority = p_authority and l.person = p_person and l.confirmed_at is null and l.withdrawn_at is null for update;
  if not found then perform record.refuse('Nobody has asked that this seal be lifted'); end if;
  if p_confirms is not true then
    update seal_lift l set withdrawn_at = clock_timestamp() where l.authority = p_authority and l.person = p_person and l.asked_at = asked.asked_at;
    return;
  end if;
  if asked.asked_by = record.actor() then perform record.refuse('Another officer confirms it than whoever asked'); end if;
  if not exists (select from seal_officer o join access.member m on m.authority = o.authority and m.member = o.member
      where o.authority = p_authority and o.member = asked.asked_by and o.ended_at is null and m.left_at is null) then
    perform record.refuse('Whoever asked is an officer no more: take it back, and ask for it anew'); end if;
  those := array(select record.merged_with(p_authority, array[p_person])) || p_person;
  select * into was from seal s where s.authority = p_authority and s.person = p_person;
  update seal_lift l set confirmed_at = clock_timestamp(), confirmed_by = record.actor(), sealed_at = was.sealed_at, sealed_by = was.sealed_by, sealed_because = was.reason
    where l.authority = p_authority and l.person = p_person and l.asked_at = asked.asked_at;
  delete from seal s where s.authority = p_authority and s.person = any(those);
  -- What somebody was to the child is told again where nobody else who stands in it is sealed.
  update content c set sealed = false, withheld = c.withheld and c.shared <> '{}'
    from unnest(those) t(person) join ledger own on own.authority = p_authority and own.person = t.person
    where c.authority = p_authority and c.entry = own.entry and c.sealed
      and not exists (select from ledger o where o.authority = p_authority and o.entry = c.entry and record.is_sealed(p_authority, o.person));
  update ring r set lifted_at = clock_timestamp(), lifted_by = record.actor(), lifted_because = asked.reason where r.authority = p_authority and r.person = any(those) and r.lifted_at is null;
  insert into ring(authority, person, since, ring, reason, restricted_by)
    select p_authority, t, clock_timestamp(), 'Seal lifted', 'The seal was lifted: ' || asked.reason, record.actor() from unnest(those) t;
  delete from restriction n where n.authority = p_authority and n.person = any(those);
  insert into restriction(authority, person, reader) select p_authority, t, r from unnest(those) t cross join unnest(array[asked.asked_by, record.actor()]) r;
  perform record.withhold(p_authority, t) from unnest(those) t;
  perform pg_notify('sightline', json_build_object('authority', p_authority, 'alert', 'break-glass', 'people', json_build_array(p_person))::text);
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.ask_unseal(int, uuid, text, text)', 'record.unseals_waiting()', 'record.confirm_unseal(int, uuid, boolean)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  revoke execute on function record.check_unsealer(int, uuid) from public;
  grant execute on function record.check_unsealer(int, uuid) to record_owner;
end $$;
