-- The actions that somebody has to do, of whichever child: found by their owner. Every other statement costs this index one comparison.
create index content_action_owner on record.content (authority, (shared ->> 'owner')) where step = 'action';

-- Those of whoever asks, as they stand: a corrected one under its first entry. Of a restricted record nothing but the day, unless it is open to them. Of a file,
-- by its title, whether or not they may open it, by what was agreed.
create function record.own_actions() returns table (person uuid, entry uuid, what text, measure text, due_on date, file text)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with recursive mine as (
    select c.person, l.position, l.corrects, c.entry, c.shared
    from content c cross join lateral (select * from ledger l where l.authority = c.authority and l.entry = c.entry and l.person = c.person limit 1) l
    where c.authority = record.authority() and c.step = 'action' and c.shared ->> 'owner' = record.actor()::text and not l.tombstone
      and not exists (select from ledger n where n.authority = c.authority and n.person = c.person and n.corrects = l.position)
    union all
    select m.person, p.position, p.corrects, p.entry, m.shared
    from mine m cross join lateral (select * from ledger p where p.authority = record.authority() and p.person = m.person and p.position = m.corrects limit 1) p
  )
  select m.person, m.entry, case when k.is_mine then m.shared ->> 'what' end, case when k.is_mine then m.shared ->> 'measure' end, k.due_on,
    (select f.title from file f where f.authority = record.authority() and f.person = m.person)
  from mine m
  cross join lateral (select c.due_on, not c.restricted or exists (
      select from restriction r where r.authority = c.authority and r.person = c.person and r.reader = record.actor()) as is_mine
    from clock c where c.authority = record.authority() and c.person = m.person and c.rule = 'actionDue' and c.started_by = m.entry
      and c.known_to = 'infinity' and c.met_by is null and (c.ended_on is null or c.ended_on > current_date) limit 1) k
  where m.corrects is null
  order by k.due_on, m.entry
$$;
alter function record.own_actions() owner to record_owner;
revoke execute on function record.own_actions() from public;
grant execute on function record.own_actions() to sightline_app;
