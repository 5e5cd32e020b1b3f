-- "As known at" never reaches past a write that is still under way; a day is sealed once, in order, when nothing of it can still come; who asked for which list.

-- Each writing transaction holds, until it has committed, a shared advisory lock that is the microsecond at which it began. Whoever asks what was known looks at
-- these: a write that is not among them has either committed, and is seen, or has yet to be stamped, later than now. No table, no waiting, nothing to clean up.
create function record.begin_write() returns void language sql volatile set search_path = pg_catalog, pg_temp as $$
  select pg_advisory_xact_lock_shared((extract(epoch from now()) * 1000000)::bigint)
$$;
-- The latest instant of which everything is known: never later than the oldest write in flight. Ask before the transaction that reads.
create function record.settled() returns timestamptz language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := clock_timestamp();
  oldest bigint;
begin
  select min((l.classid::bigint << 32) | l.objid::bigint) into oldest
    from pg_locks l join pg_database d on d.oid = l.database
    where l.locktype = 'advisory' and l.objsubid = 1 and d.datname = current_database()
      and (l.classid::bigint << 32) | l.objid::bigint between (extract(epoch from at - interval '7 days') * 1000000)::bigint and (extract(epoch from at) * 1000000)::bigint;
  return least(at, timestamptz 'epoch' + (oldest - 1) * interval '1 microsecond');
end $$;

-- Into the functions as they now are, whichever migration last wrote them.
do $$ declare f regprocedure; before text; after text; begin
  foreach f in array array['record.append(int, jsonb, jsonb, jsonb, jsonb, jsonb)', 'record.rederive(int, uuid, int, jsonb, jsonb, jsonb)']::regprocedure[] loop
    before := pg_get_functiondef(f);
    after := regexp_replace(before, E'\nbegin\n', E'\nbegin\n  perform record.begin_write();\n');
    if after = before then raise exception '% does not begin as it should', f; end if;
    execute after;
  end loop;
end $$;
revoke execute on function record.begin_write() from public;
grant execute on function record.begin_write() to record_owner;

create or replace function record.seal_day(p_authority int, p_day date) returns bytea
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  last record;
  sealed bytea;
begin
  if p_authority is distinct from record.authority() then perform record.refuse('You are not signed in to this authority'); end if;
  if p_day >= (record.now() at time zone 'Europe/London')::date then perform record.refuse('A day is sealed when it is over'); end if;
  perform pg_advisory_xact_lock(hashtextextended('record.seal_day ' || p_authority, 0));      -- two servers at midnight: the second finds it sealed
  select r.root into sealed from root r where r.authority = p_authority and r.day = p_day;
  if found then return sealed; end if;
  select r.day, r.root into last from root r where r.authority = p_authority order by r.day desc limit 1;
  if last.day > p_day then perform record.refuse('A later day has been sealed'); end if;
  if p_day > last.day + 1 then perform record.refuse(format('%s has not been sealed: days are sealed in order', last.day + 1)); end if;
  if record.settled() < (p_day + 1)::timestamp at time zone 'Europe/London' then
    perform record.refuse('Something of that day is still being written: seal it in a moment');
  end if;
  insert into root select p_authority, p_day, o.root, o.chains, coalesce(last.root, '\x00') from record.root_of(p_authority, p_day, coalesce(last.root, '\x00')) o
    returning root into sealed;
  return sealed;
end $$;
-- Which lists and searches were asked for: a child's name in a list is seen without opening the record. Append-only; the same question once a minute.
create table record.list_log (
  authority int not null, actor uuid not null, asked_at timestamptz not null, question jsonb not null, children int not null,
  question_hash bytea not null, minute timestamptz not null,
  primary key (authority, actor, minute, question_hash));
create index list_log_asked on record.list_log (authority, asked_at);
alter table record.list_log owner to record_owner;
alter table record.list_log enable row level security;
alter table record.list_log force row level security;
create policy writer on record.list_log to record_owner using (authority = record.authority()) with check (authority = record.authority());
create policy reader on record.list_log to sightline_app
  using (authority = record.authority() and (actor = record.actor() or record.roles() && array['headOfService']));
grant select on record.list_log to sightline_app;
create function record.log_list(p_question jsonb, p_children int) returns void
language sql security definer set search_path = pg_catalog, record, pg_temp as $$
  insert into list_log(authority, actor, asked_at, question, children, question_hash, minute)
    select record.authority(), record.actor(), clock_timestamp(), p_question, p_children, sha256(convert_to(p_question::text, 'UTF8')), date_trunc('minute', clock_timestamp())
    where record.authority() is not null and record.actor() is not null
    on conflict do nothing
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.log_list(jsonb, int)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
-- A seal says which chains there are at an instant that somebody chooses: the owner's alone. (Until now the application could have sealed any authority's day.)
revoke execute on function record.seal_day(int, date) from sightline_app;
