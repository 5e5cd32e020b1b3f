-- Words that are gone have been lost or taken away, unless it is written down who erased them, and on which ground. What erases is the database administrator's hand:
-- this says only that it was done, so that `verify` can tell the one from the other, and counts it.
create table record.erasure (
  authority int not null, person uuid not null, entry uuid not null, noted_at timestamptz not null default clock_timestamp(),
  decided_by uuid not null, seconded_by uuid not null check (seconded_by <> decided_by), ground text not null check (trim(ground) <> ''),
  primary key (authority, person, entry), foreign key (authority, entry) references record.entry);
alter table record.erasure owner to record_owner;
alter table record.erasure enable row level security;
alter table record.erasure force row level security;
create policy writer on record.erasure to record_owner using (authority = record.authority()) with check (authority = record.authority());
create policy reader on record.erasure to sightline_app using (authority = record.authority() and record.actor() is not null and person = any(record.opened()));
grant select on record.erasure to sightline_app;

-- Notes one erasure, on the word of two members of the authority. The owner's alone, never the application's.
create function record.note_erasure(p_authority int, p_person uuid, p_entry uuid, p_decided_by uuid, p_seconded_by uuid, p_ground text) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
begin
  if not exists (select from ledger where authority = p_authority and person = p_person and entry = p_entry) then
    perform record.refuse('There is no such statement about this person');
  end if;
  if exists (select from content where authority = p_authority and person = p_person and entry = p_entry) then
    perform record.refuse('The words of this statement are still there: an erasure is noted when it has been done');
  end if;
  if p_decided_by = p_seconded_by or (select count(*) from access.member where authority = p_authority and member in (p_decided_by, p_seconded_by)) <> 2 then
    perform record.refuse('An erasure is decided by two members of the authority');
  end if;
  if coalesce(trim(p_ground), '') = '' then perform record.refuse('Enter the ground of the erasure'); end if;
  insert into erasure(authority, person, entry, decided_by, seconded_by, ground) values (p_authority, p_person, p_entry, p_decided_by, p_seconded_by, p_ground);
end $$;
revoke execute on function record.note_erasure(int, uuid, uuid, uuid, uuid, text) from public;

-- As in 0005; a line without words is broken, unless their erasure is noted.
drop function record.verify(int);
create function record.verify(p_authority int) returns table (children int, lines int, erased int, broken_person uuid, broken_position int, broken_day date)
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with line as (
    select l.person, l.position, l.hash, coalesce(
      l.position = row_number() over chain
      and l.hash = sha256(coalesce(lag(l.hash) over chain, '\x00') || record.line(l.authority, l.person, l.position, l.entry, e.step, e.wording, e.happened_on, l.recorded_at,
        e.recorded_by, e.stated_at, e.source, l.corrects, l.tombstone, l.content_hash))
      and e.recorded_at = l.recorded_at
      and (c.step = e.step and l.content_hash = record.seal(c.salt, c.shared, c.answers, c.reason) or c.entry is null and x.entry is not null), false) as holds,
      c.entry is null as is_wordless
    from ledger l left join entry e using (authority, entry) left join content c using (authority, person, entry) left join erasure x using (authority, person, entry)
    where l.authority = p_authority
    window chain as (partition by l.person order by l.position)),
  tip as (select person, max(position) as position, (array_agg(hash order by position desc))[1] as hash from line group by person),
  broken as (
    select person, position from line where not holds
    union all
    select coalesce(h.person, t.person), least(coalesce(h.position, 0), coalesce(t.position, 0)) + 1
      from (select * from head where authority = p_authority and position > 0) h full join tip t using (person)
      where h.position is distinct from t.position
    union all
    select h.person, h.position from head h join tip t using (person) where h.authority = p_authority and h.position = t.position and h.hash <> t.hash),
  root_line as (select r.*, lag(r.root, 1, '\x00'::bytea) over (order by r.day) as before, row_number() over (order by r.day desc) = 1 as is_last from root r where r.authority = p_authority),
  broken_root as (
    select day from root_line where previous <> before
    union all
    select r.day from root_line r cross join lateral record.root_of(p_authority, r.day, r.previous) o where r.is_last and o.root <> r.root)
  select (select count(*)::int from tip), (select count(*)::int from line), (select count(*)::int from line where is_wordless and holds), b.person, b.position, (select min(day) from broken_root)
  from (select 1) one left join (select person, position from broken order by person, position limit 1) b on true
$$;
revoke execute on function record.verify(int) from public;
