-- A prepared return that was destroyed comes back with a backup from before: what the list of erasures says of it is done again, as of records (0034). The owner's alone.
-- The words in which it was asked for are in no list; a hold that stood when the backup was made had been ended by then, and a destruction that was asked for besides ends with it.
-- True: the return had its bytes once more. Of a return that came after the backup nothing is here, and nothing is done.
create function record.destroy_return_again(p_authority int, p_prepared uuid, p_destruction uuid, p_asked_at timestamptz, p_asked_by uuid, p_ended_at timestamptz, p_ended_by uuid) returns boolean
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
declare
  had_bytes constant boolean := exists (select from prepared_return r where r.authority = p_authority and r.prepared = p_prepared and r.bytes is not null);
begin
  if not exists (select from prepared_return r where r.authority = p_authority and r.prepared = p_prepared) then return false; end if;
  if p_asked_by = p_ended_by then perform record.refuse('A return is destroyed by two people'); end if;
  if exists (select from prepared_return r where r.authority = p_authority and r.prepared = p_prepared and r.kept_until >= (record.now() at time zone 'Europe/London')::date) then
    perform record.refuse('The list says that a return was destroyed which is kept until a day that is not over: it is the list of another database'); end if;
  update prepared_return set bytes = null, made_with = '{}' where authority = p_authority and prepared = p_prepared;
  update return_note set reason = 'Destroyed with the return' where authority = p_authority and prepared = p_prepared;
  insert into return_destruction(authority, destruction, prepared, reason, asked_at, asked_by)
    values (p_authority, p_destruction, p_prepared, 'Done again after a restore', p_asked_at, p_asked_by) on conflict do nothing;
  insert into return_destruction_end(authority, destruction, outcome, ended_at, ended_by)
    values (p_authority, p_destruction, 'destroyed', p_ended_at, p_ended_by) on conflict do nothing;
  insert into return_destruction_end(authority, destruction, outcome, ended_at, ended_by)
    select d.authority, d.destruction, 'withdrawn', p_ended_at, p_ended_by from return_destruction d where d.authority = p_authority and d.prepared = p_prepared
    on conflict do nothing;
  insert into return_hold_end(authority, hold, because, ended_at, ended_by)
    select h.authority, h.hold, 'Ended before the return was destroyed', p_ended_at, p_ended_by from return_hold h where h.authority = p_authority and h.prepared = p_prepared
    on conflict do nothing;
  return had_bytes;
end $$;
revoke execute on function record.destroy_return_again(int, uuid, uuid, timestamptz, uuid, timestamptz, uuid) from public;

-- Of a return that is destroyed nothing is explained or signed any more.
create function record.check_return_there(p_authority int, p_prepared uuid) returns void
language plpgsql stable set search_path = pg_catalog, record, pg_temp as $$
begin
  if exists (select from prepared_return r where r.authority = p_authority and r.prepared = p_prepared and r.bytes is null) then
    perform record.refuse('The return was destroyed: nothing of it is explained or signed any more. Prepare it again if it is still to be sent'); end if;
end $$;
alter function record.check_return_there(int, uuid) owner to record_owner;
revoke execute on function record.check_return_there(int, uuid) from public;

-- A call of the feed may be with the Department before its answer is here: from the moment at which its body is read.
alter table record.feed_call add column begun_at timestamptz;

drop function record.feed_body(uuid, int);
create function record.feed_body(p_run uuid, p_call int) returns table (place int, person uuid, payload jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  update feed_call c set begun_at = coalesce(c.begun_at, clock_timestamp()) where c.authority = record.authority() and c.run = p_run and c.call = p_call;
  return query select s.place, s.person, s.payload from feed_sent s
    where s.authority = record.authority() and s.run = p_run and s.call = p_call and s.refused is null and s.payload is not null order by s.place;
end $$;
alter function record.feed_body(uuid, int) owner to record_owner;
revoke execute on function record.feed_body(uuid, int) from public;
update record.feed_call set begun_at = clock_timestamp() where state = 'waiting' and attempts <> '[]';

-- Takes a person's words out of the calls that have not come to their end. What may be with the Department all the same stays noted without them, as `p_numbers` by its numbers alone or whole, so that
-- it is known there as held, and is purged or sent anew with the next run; of a call that was never begun nothing is held.
create function record.take_back_feed(p_authority int, p_person uuid, p_numbers boolean) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
begin
  perform from feed_call c join feed_sent s on s.authority = c.authority and s.run = c.run and s.call = c.call
    where s.authority = p_authority and s.person = p_person and c.state = 'waiting' order by c.run, c.call for update of c;
  update feed_sent s set payload = null, holds = case
      when c.begun_at is null or s.holds is null then null
      when p_numbers then jsonb_build_object('la_child_id', s.holds -> 'la_child_id', 'mis_child_id', s.holds -> 'mis_child_id')
      else s.holds end
    from feed_call c where s.authority = p_authority and s.person = p_person and c.authority = s.authority and c.run = s.run and c.call = s.call and c.state = 'waiting';
end $$;
alter function record.take_back_feed(int, uuid, boolean) owner to record_owner;
revoke execute on function record.take_back_feed(int, uuid, boolean) from public;

-- What the Department holds once a call is over. `p_taken`: it took what was in it; otherwise what was taken back meanwhile may be there all the same.
create function record.hold_feed(p_run uuid, p_call int, p_taken boolean) returns void
language sql volatile set search_path = pg_catalog, record, pg_temp as $$
  insert into feed_child(authority, person, payload, accepted_at)
    select distinct on (s.person) s.authority, s.person, s.holds, clock_timestamp() from feed_sent s
    where s.authority = record.authority() and s.run = p_run and s.call = p_call and s.refused is null and s.holds is not null and (p_taken or s.payload is null)
    order by s.person, s.place desc
  on conflict (authority, person) do update set payload = excluded.payload, accepted_at = excluded.accepted_at
$$;
alter function record.hold_feed(uuid, int, boolean) owner to record_owner;
revoke execute on function record.hold_feed(uuid, int, boolean) from public;

create or replace function record.accept_feed(p_run uuid, p_call int, p_receipts jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  update feed_call c set state = 'accepted', receipts = p_receipts where c.authority = record.authority() and c.run = p_run and c.call = p_call and c.state = 'waiting';
  if not found then return; end if;
  delete from feed_child f using feed_sent s where s.authority = record.authority() and s.run = p_run and s.call = p_call and s.refused is null and s.payload is not null
    and s.holds is null and f.authority = s.authority and f.person = s.person;
  perform record.hold_feed(p_run, p_call, true);
  update feed_sent s set holds = null where s.authority = record.authority() and s.run = p_run and s.call = p_call and s.payload is null;
end $$;

create or replace function record.refuse_feed(p_run uuid, p_call int, p_place int, p_why text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_place is null then perform record.hold_feed(p_run, p_call, false); end if;
  update feed_sent s set refused = p_why where s.authority = record.authority() and s.run = p_run and s.call = p_call and (p_place is null or s.place = p_place);
  update feed_call c set state = 'refused' where c.authority = record.authority() and c.run = p_run and c.call = p_call
    and not exists (select from feed_sent s where s.authority = c.authority and s.run = c.run and s.call = c.call and s.refused is null and (s.payload is not null or s.holds is not null));
end $$;

-- The rows of the sector's tables are written of what was read: a record that has grown, was restricted or opened, or destroyed since then is not written, and is read again. Heads are locked one by
-- one, as who restricts or appends does.
create or replace function record.keep_dataset(p_asked text, p_rows jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform from head h where h.authority = record.authority() and h.person in (select r.person from jsonb_to_recordset(p_rows) r(person uuid)) order by h.person for share;
  insert into dataset_child(authority, person, position, restricted, asked, tables)
    select record.authority(), r.person, r.position, r.restricted, p_asked, r.tables
    from jsonb_to_recordset(p_rows) r(person uuid, "position" int, restricted boolean, tables jsonb)
    join head h on h.authority = record.authority() and h.person = r.person and h.position = r.position
    where r.restricted = exists (select from ring g where g.authority = h.authority and g.person = h.person and g.lifted_at is null)
  on conflict (authority, person) do update set position = excluded.position, restricted = excluded.restricted, asked = excluded.asked, tables = excluded.tables;
end $$;

-- Into the functions as they now are.
select record.amend(array[
    ['record.note_return(int, uuid, text, text)', '  if exists (select from return_signature s', '  perform record.check_return_there(p_authority, p_prepared);
  if exists (select from return_signature s'],
    ['record.sign_return(int, uuid, text)', '  if exists (select from jsonb_array_elements(v_found) f where f ->> ''level'' = ''defect'')', '  perform record.check_return_there(p_authority, p_prepared);
  if exists (select from jsonb_array_elements(v_found) f where f ->> ''level'' = ''defect'')'],
    ['record.forget_derived(int, uuid, timestamptz, text[])', '  update feed_sent s set payload = null, holds = null where s.authority = p_authority and s.person = p_person;',
      '  perform record.take_back_feed(p_authority, p_person, true);
  update feed_sent s set payload = null, holds = null from feed_call c where s.authority = p_authority and s.person = p_person
    and c.authority = s.authority and c.run = s.run and c.call = s.call and c.state <> ''waiting'';'],
    ['record.restrict(int, uuid, uuid[], text, text)', '  update feed_sent s set payload = null from feed_call c where s.authority = p_authority and s.person = p_person and c.authority = s.authority and c.run = s.run and c.call = s.call and c.state = ''waiting'';',
      '  perform record.take_back_feed(p_authority, p_person, false);']
  ]);
