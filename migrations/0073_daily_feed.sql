-- The daily feed to the Department: of each child what it accepted last, and of each run every call with what was in it and what was answered, so that what was sent is on record, a call
-- that failed is sent again as it was, and only what has changed is sent the next day. Written by the command of whoever owns the database; read by nobody else but as counts.
create table record.feed_run (
  authority int not null, run uuid not null, begun_at timestamptz not null, known_at timestamptz not null, kind text not null check (kind in ('full', 'changes')),
  children int not null, ended_at timestamptz, left_out jsonb not null default '[]', primary key (authority, run));
create table record.feed_call (
  authority int not null, run uuid not null, call int not null, state text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused')),
  digest text not null,                            -- SHA-256 of the body as it was sent
  attempts jsonb not null default '[]',            -- when, and with which status; no word of anybody
  receipts jsonb, primary key (authority, run, call));
create table record.feed_sent (                    -- a child in a call, and what the Department holds of it once that is accepted (null: nothing); the words go when the record is destroyed
  authority int not null, run uuid not null, call int not null, place int not null, person uuid not null, payload jsonb, holds jsonb, refused text,
  primary key (authority, run, call, place));
create index feed_sent_person on record.feed_sent (authority, person);
create table record.feed_child (                   -- what the Department holds of a child, as far as it accepted it
  authority int not null, person uuid not null, payload jsonb not null, accepted_at timestamptz not null, primary key (authority, person));
do $$ declare t text; begin
  foreach t in array array['feed_run', 'feed_call', 'feed_sent', 'feed_child'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy writer on record.%1$I to record_owner using (authority = record.authority()) with check (authority = record.authority())', t);
  end loop;
end $$;

create function record.feed_held() returns table (person uuid, payload jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select c.person, c.payload from feed_child c where c.authority = record.authority()
$$;

-- A run with all of its calls, written down before the first is sent.
create function record.begin_feed(p_run uuid, p_kind text, p_known_at timestamptz, p_left_out jsonb, p_calls jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if exists (select from feed_run r where r.authority = record.authority() and r.ended_at is null) then perform record.refuse('A run of the feed has not come to its end: it is sent first'); end if;
  insert into feed_run(authority, run, begun_at, known_at, kind, children, left_out)
    values (record.authority(), p_run, clock_timestamp(), p_known_at, p_kind,
      (select count(distinct s ->> 'person')::int from jsonb_array_elements(p_calls) c cross join jsonb_array_elements(c -> 'sent') s), p_left_out);
  insert into feed_call(authority, run, call, digest)
    select record.authority(), p_run, (c ->> 'call')::int, c ->> 'digest' from jsonb_array_elements(p_calls) c;
  insert into feed_sent(authority, run, call, place, person, payload, holds)
    select record.authority(), p_run, (c ->> 'call')::int, s.place::int, (s.sent ->> 'person')::uuid, s.sent -> 'payload', nullif(s.sent -> 'holds', 'null')
    from jsonb_array_elements(p_calls) c cross join jsonb_array_elements(c -> 'sent') with ordinality s(sent, place);
end $$;

-- The run that has not come to its end, and what of it waits: first of all the oldest call.
create function record.feed_unfinished() returns table (run uuid, known_at timestamptz, call int)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select r.run, r.known_at, c.call from feed_run r left join feed_call c on c.authority = r.authority and c.run = r.run and c.state = 'waiting'
  where r.authority = record.authority() and r.ended_at is null order by c.call
$$;
create function record.feed_body(p_run uuid, p_call int) returns table (place int, person uuid, payload jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select s.place, s.person, s.payload from feed_sent s
  where s.authority = record.authority() and s.run = p_run and s.call = p_call and s.refused is null and s.payload is not null order by s.place
$$;
create function record.note_feed_attempt(p_run uuid, p_call int, p_digest text, p_status int) returns void
language sql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
  update feed_call c set digest = p_digest, attempts = attempts || jsonb_build_object('at', clock_timestamp(), 'status', p_status)
  where c.authority = record.authority() and c.run = p_run and c.call = p_call
$$;

-- Accepted: what the Department now holds is written down with it.
create function record.accept_feed(p_run uuid, p_call int, p_receipts jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  update feed_call c set state = 'accepted', receipts = p_receipts where c.authority = record.authority() and c.run = p_run and c.call = p_call and c.state = 'waiting';
  if not found then return; end if;
  delete from feed_child f using feed_sent s where s.authority = record.authority() and s.run = p_run and s.call = p_call and s.refused is null and s.payload is not null
    and s.holds is null and f.authority = s.authority and f.person = s.person;
  insert into feed_child(authority, person, payload, accepted_at)
    select s.authority, s.person, s.holds, clock_timestamp() from feed_sent s
    where s.authority = record.authority() and s.run = p_run and s.call = p_call and s.refused is null and s.payload is not null and s.holds is not null
  on conflict (authority, person) do update set payload = excluded.payload, accepted_at = excluded.accepted_at;
end $$;
-- One child of a call is refused: the others are sent without. All of them are, or nothing is left: the call is over.
create function record.refuse_feed(p_run uuid, p_call int, p_place int, p_why text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  update feed_sent s set refused = p_why where s.authority = record.authority() and s.run = p_run and s.call = p_call and (p_place is null or s.place = p_place);
  update feed_call c set state = 'refused' where c.authority = record.authority() and c.run = p_run and c.call = p_call
    and not exists (select from feed_sent s where s.authority = c.authority and s.run = c.run and s.call = c.call and s.refused is null and s.payload is not null);
end $$;
create function record.end_feed(p_run uuid) returns void language sql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
  update feed_run r set ended_at = clock_timestamp() where r.authority = record.authority() and r.run = p_run and r.ended_at is null
    and not exists (select from feed_call c where c.authority = r.authority and c.run = r.run and c.state = 'waiting')
$$;

-- The runs, as counts: for those who answer for returns.
create function record.feed_runs() returns table (run uuid, kind text, begun_at timestamptz, known_at timestamptz, ended_at timestamptz, children int, calls int, accepted int, refused int, left_out int, last_status int)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select r.run, r.kind, r.begun_at, r.known_at, r.ended_at, r.children, k.calls, k.accepted, s.refused, jsonb_array_length(r.left_out), k.last_status
  from feed_run r
  cross join lateral (select count(*)::int as calls, (count(*) filter (where c.state = 'accepted'))::int as accepted,
    (array_agg((c.attempts -> -1 ->> 'status')::int order by c.attempts -> -1 ->> 'at' desc nulls last))[1] as last_status
    from feed_call c where c.authority = r.authority and c.run = r.run) k
  cross join lateral (select count(distinct s.person)::int as refused from feed_sent s where s.authority = r.authority and s.run = r.run and s.refused is not null) s
  where r.authority = record.authority() and record.may_return() order by r.begun_at desc limit 60
$$;

do $$ declare f regprocedure; before text; after text; begin
  -- Of a record that is destroyed the Department is told to hold nothing either: of what it was sent the numbers alone stay, by which it is purged with the next run.
  f := 'record.forget_derived(int, uuid, timestamptz, text[])'; before := pg_get_functiondef(f);
  after := replace(before, '  delete from identifier i where', E'  update feed_sent s set payload = null, holds = null where s.authority = p_authority and s.person = p_person;\n  update feed_child k set payload = jsonb_build_object(''la_child_id'', k.payload -> ''la_child_id'', ''mis_child_id'', k.payload -> ''mis_child_id'') where k.authority = p_authority and k.person = p_person;\n  delete from identifier i where');
  if after = before then raise exception 'record.forget_derived is not as it should be'; end if;
  execute after;
  f := 'record.feed_runs()';
  execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  foreach f in array array['record.feed_held()', 'record.begin_feed(uuid, text, timestamptz, jsonb, jsonb)', 'record.feed_unfinished()', 'record.feed_body(uuid, int)',
    'record.note_feed_attempt(uuid, int, text, int)', 'record.accept_feed(uuid, int, jsonb)', 'record.refuse_feed(uuid, int, int, text)', 'record.end_feed(uuid)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public', f);
  end loop;
end $$;
