-- A run of the feed is written down of what was read a while before. Whoever was restricted meanwhile was read with their name, and whoever was destroyed with their words: of them nothing is
-- written, what the Department holds stays as it is, and the next run tells it anew. Heads are locked one by one, as who restricts or destroys does: one of the two sees the other.
create or replace function record.begin_feed(p_run uuid, p_kind text, p_known_at timestamptz, p_left_out jsonb, p_calls jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if exists (select from feed_run r where r.authority = record.authority() and r.ended_at is null) then perform record.refuse('A run of the feed has not come to its end: it is sent first'); end if;
  perform from head h where h.authority = record.authority() and h.person in (select (s ->> 'person')::uuid from jsonb_array_elements(p_calls) c cross join jsonb_array_elements(c -> 'sent') s)
    order by h.person for share;
  insert into feed_run(authority, run, begun_at, known_at, kind, children, left_out)
    values (record.authority(), p_run, clock_timestamp(), p_known_at, p_kind,
      (select count(distinct s ->> 'person')::int from jsonb_array_elements(p_calls) c cross join jsonb_array_elements(c -> 'sent') s), p_left_out);
  insert into feed_call(authority, run, call, digest)
    select record.authority(), p_run, (c ->> 'call')::int, c ->> 'digest' from jsonb_array_elements(p_calls) c;
  insert into feed_sent(authority, run, call, place, person, payload, holds)
    select record.authority(), p_run, (c ->> 'call')::int, s.place::int, p.person, case when not k.stale then s.sent -> 'payload' end, case when not k.stale then nullif(s.sent -> 'holds', 'null') end
    from jsonb_array_elements(p_calls) c cross join jsonb_array_elements(c -> 'sent') with ordinality s(sent, place)
    cross join lateral (select (s.sent ->> 'person')::uuid as person) p
    cross join lateral (select not coalesce((s.sent ->> 'restricted')::boolean, false) and exists (select from ring g where g.authority = record.authority() and g.person = p.person and g.lifted_at is null)
      or exists (select from erasure e where e.authority = record.authority() and e.person = p.person and e.noted_at > p_known_at) as stale) k;
end $$;
