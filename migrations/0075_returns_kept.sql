-- How long a prepared return is kept, and its end by two people, as that of files (0063). No period is in law: six years after the year that it is of, as
-- src/practice/retention/return-retention.ts says it. Its file and the words of its explanations go; that it was there, its digest and who signed it stay.
alter table record.prepared_return drop constraint prepared_return_check;
alter table record.prepared_return alter column bytes drop not null;
alter table record.prepared_return add check (bytes is null or digest = encode(sha256(bytes), 'hex'));
alter table record.prepared_return add column kept_until date generated always as (make_date(left(year, 4)::int + 7, 3, 31)) stored;

create table record.return_hold (                  -- while one stands nothing of the return is destroyed, whatever day is reached
  authority int not null, hold uuid not null, prepared uuid not null, reason text not null check (length(reason) between 3 and 2000),
  held_at timestamptz not null, held_by uuid not null, primary key (authority, hold));
create table record.return_hold_end (
  authority int not null, hold uuid not null, because text not null check (length(because) between 3 and 2000),
  ended_at timestamptz not null, ended_by uuid not null, primary key (authority, hold));
create table record.return_destruction (
  authority int not null, destruction uuid not null, prepared uuid not null, reason text not null check (length(reason) between 3 and 2000),
  asked_at timestamptz not null, asked_by uuid not null, primary key (authority, destruction));
create table record.return_destruction_end (
  authority int not null, destruction uuid not null, outcome text not null check (outcome in ('destroyed', 'withdrawn')),
  ended_at timestamptz not null, ended_by uuid not null, primary key (authority, destruction));
do $$ declare t text; begin
  foreach t in array array['return_hold', 'return_hold_end', 'return_destruction', 'return_destruction_end'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy reader on record.%1$I for select to record_owner using (authority = record.authority());
      create policy writer on record.%1$I for insert to record_owner with check (authority = record.authority());
      revoke update, delete, truncate on record.%1$I from record_owner', t);
  end loop;
end $$;
-- Only what is destroyed may be emptied, and only when its day is over; nothing else of a prepared return can be changed, by nobody.
grant update (bytes, made_with) on record.prepared_return to record_owner;
grant update (reason) on record.return_note to record_owner;
create policy emptier on record.prepared_return for update to record_owner
  using (authority = record.authority() and kept_until < (record.now() at time zone 'Europe/London')::date) with check (authority = record.authority() and bytes is null and made_with = '{}');
create policy emptier on record.return_note for update to record_owner using (authority = record.authority()) with check (authority = record.authority() and reason = 'Destroyed with the return');

create function record.return_held_since(p_authority int, p_prepared uuid) returns date
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select (min(h.held_at) at time zone 'Europe/London')::date from return_hold h where h.authority = p_authority and h.prepared = p_prepared
    and not exists (select from return_hold_end e where e.authority = h.authority and e.hold = h.hold)
$$;

create function record.why_return_kept(p_authority int, p_prepared uuid) returns text
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select case when r.bytes is null then 'The return was destroyed already'
    when record.return_held_since(p_authority, p_prepared) is not null then 'A legal hold keeps the return: end it first'
    when r.kept_until >= (record.now() at time zone 'Europe/London')::date then 'The return is kept until ' || to_char(r.kept_until, 'FMDD FMMonth YYYY') end
  from prepared_return r where r.authority = p_authority and r.prepared = p_prepared
$$;

create function record.check_return_head(p_authority int, p_prepared uuid) returns void
language plpgsql stable set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.roles() && array['headOfService'] then perform record.refuse('Only heads of service decide how long a return is kept'); end if;
  if not exists (select from prepared_return r where r.authority = p_authority and r.prepared = p_prepared) then perform record.refuse('There is no such prepared return'); end if;
end $$;

create function record.hold_prepared(p_authority int, p_prepared uuid, p_hold uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_return_head(p_authority, p_prepared);
  insert into return_hold(authority, hold, prepared, reason, held_at, held_by) values (p_authority, p_hold, p_prepared, trim(p_reason), clock_timestamp(), record.actor()) on conflict do nothing;
end $$;
create function record.end_prepared_hold(p_authority int, p_prepared uuid, p_hold uuid, p_because text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_return_head(p_authority, p_prepared);
  if not exists (select from return_hold h where h.authority = p_authority and h.hold = p_hold and h.prepared = p_prepared) then perform record.refuse('There is no such hold of this return'); end if;
  insert into return_hold_end(authority, hold, because, ended_at, ended_by) values (p_authority, p_hold, trim(p_because), clock_timestamp(), record.actor()) on conflict do nothing;
end $$;

-- By analysts and heads of service, once its day is over.
create function record.ask_return_destruction(p_authority int, p_prepared uuid, p_destruction uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare v_why text;
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.may_return() then perform record.refuse('Only performance analysts and heads of service may ask for a return to be destroyed'); end if;
  perform record.hold_return(p_authority, p_prepared);
  if not exists (select from prepared_return r where r.authority = p_authority and r.prepared = p_prepared) then perform record.refuse('There is no such prepared return'); end if;
  v_why := record.why_return_kept(p_authority, p_prepared);
  if v_why is not null then perform record.refuse(v_why); end if;
  if exists (select from return_destruction d where d.authority = p_authority and d.prepared = p_prepared and d.destruction <> p_destruction
      and not exists (select from return_destruction_end e where e.authority = d.authority and e.destruction = d.destruction)) then
    perform record.refuse('Somebody has asked for it already: a head of service who is somebody else confirms it'); end if;
  insert into return_destruction(authority, destruction, prepared, reason, asked_at, asked_by) values (p_authority, p_destruction, p_prepared, trim(p_reason), clock_timestamp(), record.actor()) on conflict do nothing;
end $$;

-- `p_confirm` by a head of service who is somebody else than whoever asked; withdrawn by whoever asked, or a head of service.
create function record.end_return_destruction(p_authority int, p_prepared uuid, p_destruction uuid, p_confirm boolean) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare v_asked return_destruction; v_why text;
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.may_return() then perform record.refuse('Only performance analysts and heads of service may end what was asked of a return'); end if;
  perform record.hold_return(p_authority, p_prepared);
  select * into v_asked from return_destruction d where d.authority = p_authority and d.destruction = p_destruction and d.prepared = p_prepared
    and not exists (select from return_destruction_end e where e.authority = d.authority and e.destruction = d.destruction);
  if v_asked.destruction is null then perform record.refuse('Nobody asks for this return to be destroyed any more'); end if;
  if not p_confirm and v_asked.asked_by <> record.actor() and not record.roles() && array['headOfService'] then perform record.refuse('Only who asked for it, or a head of service, may withdraw it'); end if;
  if p_confirm then
    if not record.roles() && array['headOfService'] then perform record.refuse('Only heads of service may confirm that a return is destroyed'); end if;
    if v_asked.asked_by = record.actor() then perform record.refuse('Somebody else must confirm it: you asked for it yourself'); end if;
    v_why := record.why_return_kept(p_authority, p_prepared);
    if v_why is not null then perform record.refuse(v_why); end if;
    update prepared_return set bytes = null, made_with = '{}' where authority = p_authority and prepared = p_prepared;
    update return_note set reason = 'Destroyed with the return' where authority = p_authority and prepared = p_prepared;
  end if;
  insert into return_destruction_end(authority, destruction, outcome, ended_at, ended_by)
    values (p_authority, p_destruction, case when p_confirm then 'destroyed' else 'withdrawn' end, clock_timestamp(), record.actor());
end $$;

create function record.returns_kept() returns table (prepared uuid, kept_until date, held_since date, hold uuid, destruction uuid, asked_by uuid, asked_at timestamptz, reason text, destroyed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select r.prepared, r.kept_until, record.return_held_since(r.authority, r.prepared), h.hold, d.destruction, d.asked_by, d.asked_at, d.reason,
    (select e.ended_at from return_destruction x join return_destruction_end e on e.authority = x.authority and e.destruction = x.destruction
      where x.authority = r.authority and x.prepared = r.prepared and e.outcome = 'destroyed' limit 1)
  from prepared_return r
  left join lateral (select h.hold from return_hold h where h.authority = r.authority and h.prepared = r.prepared
    and not exists (select from return_hold_end e where e.authority = h.authority and e.hold = h.hold) order by h.held_at limit 1) h on true
  left join lateral (select d.destruction, d.asked_by, d.asked_at, d.reason from return_destruction d where d.authority = r.authority and d.prepared = r.prepared
    and not exists (select from return_destruction_end e where e.authority = d.authority and e.destruction = d.destruction) limit 1) d on true
  where r.authority = record.authority() and record.actor() is not null and record.may_return()
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.return_held_since(int, uuid)', 'record.why_return_kept(int, uuid)', 'record.check_return_head(int, uuid)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public', f);
  end loop;
  foreach f in array array['record.hold_prepared(int, uuid, uuid, text)', 'record.end_prepared_hold(int, uuid, uuid, text)', 'record.ask_return_destruction(int, uuid, uuid, text)',
    'record.end_return_destruction(int, uuid, uuid, boolean)', 'record.returns_kept()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
