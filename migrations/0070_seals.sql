-- An adoption order makes a new person: with a record of its own, under a name and numbers of its own. The old record is sealed, and nothing that stands here joins the two
-- (Adoption and Children Act 2002 ss56–65, 77–79; Disclosure of Adoption Information Regulations 2005). A seal is more than a restriction (0001, 0020): who is restricted is
-- known to exist, who is sealed is known to nobody; no glass is before it, nobody is named for one record, no import reaches it. Officers whom a head of service names open
-- a sealed record, each time for a reason that is logged and told to managers. Which record is the new one is written nowhere.
create table record.seal (
  authority int not null, person uuid not null, sealed_at timestamptz not null, sealed_by uuid not null, reason text not null,
  primary key (authority, person));
create table record.seal_officer (
  authority int not null, member uuid not null, named_at timestamptz not null, named_by uuid not null, ended_at timestamptz, ended_by uuid,
  primary key (authority, member, named_at));
do $$ declare t text; begin
  foreach t in array array['seal', 'seal_officer'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy writer on record.%1$I to record_owner using (authority = record.authority()) with check (authority = record.authority())', t);
  end loop;
end $$;

-- Withheld for good from whoever reads somebody else's record: what that person, or that home, was to somebody who is sealed.
alter table record.content add column sealed boolean not null default false;

create function record.is_sealed(p_authority int, p_person uuid) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select exists (select from seal s where s.authority = p_authority and s.person = p_person)
$$;
-- Whether anything may be told of somebody, also that there is one: of who is sealed to an officer who has the record open.
create function record.is_shown(p_person uuid) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select not record.is_sealed(record.authority(), p_person) or coalesce(p_person = any(record.opened()), false)
$$;
create function record.opens_seals() returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select record.actor() is not null and record.is_practitioner()
    and exists (select from seal_officer o where o.authority = record.authority() and o.member = record.actor() and o.ended_at is null)
$$;

-- Seals the record of a child for whom an adoption order is on record; what was merged into it too. Whoever seals does not open it any more.
create function record.seal(p_authority int, p_person uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  those uuid[];
begin
  perform record.check_restricter(p_authority, p_reason);
  if record.may_open_file(p_authority, p_person) is not null or not record.is_admitted(p_authority, p_person, false) then perform record.refuse('Open the record first'); end if;
  if not exists (select from content c cross join lateral (select * from ledger l where l.authority = p_authority and l.entry = c.entry and l.person = c.person limit 1) l
      where c.authority = p_authority and c.person = p_person and c.step = 'adoptionOrder' and not l.tombstone
        and not exists (select from ledger n where n.authority = p_authority and n.person = p_person and n.corrects = l.position)) then
    perform record.refuse('Record the adoption order first: only then is a record sealed');
  end if;
  those := array(select record.merged_with(p_authority, array[p_person])) || p_person;
  perform record.restrict(p_authority, p_person, '{}', 'Sealed', p_reason);
  insert into seal select p_authority, t, clock_timestamp(), record.actor(), p_reason from unnest(those) t on conflict do nothing;
  perform record.withhold(p_authority, t) from unnest(those) t;
  update content c set withheld = true, sealed = true
    from unnest(those) t(person) join ledger own on own.authority = p_authority and own.person = t.person
    where c.authority = p_authority and c.entry = own.entry and c.person <> all(those) and c.step = any(array['relationship', 'household']);
  delete from draft d where d.authority = p_authority and d.person = any(those);
end $$;

-- A head of service names who opens sealed records, and takes them off.
create function record.name_seal_officer(p_authority int, p_member uuid, p_is_off boolean) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or not 'headOfService' = any(record.roles()) then perform record.refuse('Only a head of service says who opens sealed records'); end if;
  if not exists (select from access.member m where m.authority = p_authority and m.member = p_member and m.left_at is null) then perform record.refuse('There is no such member of staff'); end if;
  update seal_officer set ended_at = record.now(), ended_by = record.actor() where authority = p_authority and member = p_member and ended_at is null and p_is_off;
  insert into seal_officer(authority, member, named_at, named_by) select p_authority, p_member, clock_timestamp(), record.actor()
    where not p_is_off and not exists (select from seal_officer o where o.authority = p_authority and o.member = p_member and o.ended_at is null);
end $$;
create function record.seal_officers() returns table (member uuid, named_at timestamptz, named_by uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select o.member, o.named_at, o.named_by from seal_officer o
  where o.authority = record.authority() and o.ended_at is null and ('headOfService' = any(record.roles()) or record.opens_seals()) order by o.named_at, o.member
$$;

-- An officer looks for a sealed record by a number or by the whole name that it was kept under: never a list of them. The question is kept.
create function record.find_sealed(p_authority int, p_asked text) returns table (person uuid, name text, born_on text)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  if p_authority is distinct from record.authority() or not record.opens_seals() then perform record.refuse('Only an officer who is named for it opens sealed records'); end if;
  perform record.log_list(jsonb_build_object('sealed', left(p_asked, 200)), 0);
  return query
    select e.person, s.name, s.born_on from seal e
    cross join lateral (select * from standing s where s.authority = e.authority and s.person = e.person and s.known_to = 'infinity' limit 1) s
    where e.authority = p_authority and (lower(s.name) = lower(trim(p_asked))
      or exists (select from identifier i where i.authority = e.authority and i.person = e.person and i.value = trim(p_asked)))
    order by s.name, e.person limit 20;
end $$;
create function record.open_sealed(p_authority int, p_person uuid, p_reason text) returns boolean
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  if p_authority is distinct from record.authority() or not record.opens_seals() then perform record.refuse('Only an officer who is named for it opens sealed records'); end if;
  if coalesce(length(trim(p_reason)), 0) < 5 then perform record.refuse('Enter why you must open this record'); end if;
  if not record.is_sealed(p_authority, p_person) then return false; end if;
  insert into access_log(authority, person, opened_at, actor, reason, alerted)
    select p_authority, w, clock_timestamp(), record.actor(), p_reason, true from (select p_person union select record.merged_with(p_authority, array[p_person])) t(w)
    on conflict do nothing;
  perform pg_notify('sightline', json_build_object('authority', p_authority, 'alert', 'break-glass', 'people', json_build_array(p_person))::text);
  return true;
end $$;

-- Whether what is stated points to somebody who is sealed and not open to this session, in whatever answer.
create function record.points_to_sealed(p_authority int, p_entries jsonb, p_abouts jsonb) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select not 'administrator' = any(record.roles()) and exists (
    select from seal s where s.authority = p_authority and (position(s.person::text in p_abouts::text) > 0 or position(s.person::text in p_entries::text) > 0)
      and not record.is_let_in(p_authority, s.person, false))
$$;

create or replace function record.is_let_in(p_authority int, p_person uuid, p_imports boolean) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select p_imports and not record.is_sealed(p_authority, p_person) or not exists (
    select from ring r where r.authority = p_authority and r.person = p_person and r.lifted_at is null
      and not exists (select from restriction n where n.authority = p_authority and n.person = p_person and n.reader = record.actor())
      and not exists (select from access_log l where l.authority = p_authority and l.person = p_person and l.actor = record.actor() and l.alerted
        and l.opened_at >= r.since and l.opened_at > clock_timestamp() - interval '1 day'))
$$;

-- An administrator, who writes past a restriction, does not write past a seal.
create or replace function record.keeps_out(p_authority int, p_people uuid[]) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select exists (select from unnest(p_people) p(person)
    where not record.is_let_in(p_authority, p.person, false) and (not 'administrator' = any(record.roles()) or record.is_sealed(p_authority, p.person)))
$$;

-- An import is told that a number is taken, so that it begins no second record under the old name; nobody else is told of it.
create or replace function record.identify(p_identifiers jsonb) returns table (kind text, value text, person uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select i.kind, i.value, i.person from jsonb_to_recordset(p_identifiers) n(kind text, value text)
  cross join lateral (select * from identifier i where i.authority = record.authority() and i.kind = n.kind and i.value = n.value offset 0) i
  where record.actor() is not null and (record.is_shown(i.person) or 'administrator' = any(record.roles())) order by i.claimed_at, i.person
$$;

-- Into the functions as they now are.
do $$ declare
  change text[]; f regprocedure; before text; after text;
begin
  foreach change slice 1 in array array[
    ['record.named(uuid[], timestamptz)', 'where record.may_be_told_names() and', 'where record.may_be_told_names() and record.is_shown(p.person) and'],
    -- Of who is sealed the drawing ends with those stated in that record: it goes on to nobody through adopters who are known there.
    ['record.relatives(uuid, timestamptz)', 'for d in 1..3 loop', 'for d in 1..(case when record.is_sealed(record.authority(), p_person) then 1 else 3 end) loop'],
    ['record.relatives(uuid, timestamptz)', 's where not n.restricted)', 's where not n.restricted and (s.step <> ''relationship'' or s.answers ->> ''relative'' is null
      or (s.answers ->> ''relative'')::uuid = any(known) or not record.is_sealed(record.authority(), p_person)))'],
    ['record.kin_statements(uuid[], timestamptz)', 'and not l.tombstone', 'and not c.sealed and not l.tombstone'],
    ['record.own_answers(uuid[])', 'and c.withheld and', 'and c.withheld and not c.sealed and'],
    ['record.withheld_from(uuid)', 'and c.withheld and c.kept_for is null', 'and c.withheld and not c.sealed and c.kept_for is null'],
    ['record.withhold(int, uuid)', 'and o.person <> l.person', 'and o.person <> l.person and not record.is_sealed(p_authority, o.person)'],
    ['record.withhold(int, uuid)', 'and c.shared <> ''{}''', 'and not c.sealed and c.shared <> ''{}'''],
    ['record.born_on(int, text[])', 's.born_on = d.day) s', 's.born_on = d.day and not record.is_sealed(p_authority, s.person)) s'],
    ['record.open_logged(int, uuid[], text, boolean, boolean)', 'when p_imports or record.is_let_in(p_authority, p.person, false) then ''opened''',
      'when record.is_let_in(p_authority, p.person, p_imports) then ''opened'' when not p_imports and record.is_sealed(p_authority, p.person) then ''unknown'''],
    ['record.open_logged(int, uuid[], text, boolean, boolean)', 'case when p_may then coalesce(m.into_person::text, r.ring) end',
      'case when p_may and (p_imports or not record.is_sealed(p_authority, p.person) or m.into_person is not null) then coalesce(m.into_person::text, r.ring) end'],
    ['record.open_logged(int, uuid[], text, boolean, boolean)', 'when not p_may or h.person is null then',
      'when not p_may or h.person is null or m.into_person is not null and record.is_sealed(p_authority, p.person) and not record.is_let_in(p_authority, p.person, false) then'],
    ['record.open_logged(int, uuid[], text, boolean, boolean)', 'and (p_imports or record.is_let_in(p_authority, p.person, false))', 'and record.is_let_in(p_authority, p.person, p_imports)'],
    ['record.break_glass(int, uuid, text)', E'\nbegin\n', E'\nbegin\n  if record.is_sealed(p_authority, p_person) then return false; end if;\n'],
    ['record.begin_restricting(int, uuid, text)', E'\nbegin\n', E'\nbegin\n  if record.is_sealed(p_authority, p_person) then perform record.refuse(''There is no such record''); end if;\n'],
    ['record.own_actions()', E'  where m.corrects is null', E'  where record.is_shown(m.person) and m.corrects is null'],
    ['record.why_not(int, jsonb, jsonb)', E'\nbegin\n', E'\nbegin\n  if record.points_to_sealed(p_authority, p_entries, p_abouts) then return ''There is no such record''; end if;\n']
  ] loop
    f := change[1]; before := pg_get_functiondef(f);
    after := case when position(E'\nbegin' in change[2]) > 0 then regexp_replace(before, change[2], change[3]) else replace(before, change[2], change[3]) end;
    if after = before then raise exception '% is not as it should be: %', change[1], change[2]; end if;
    execute after;
  end loop;
  foreach f in array array['record.seal(int, uuid, text)', 'record.name_seal_officer(int, uuid, boolean)', 'record.seal_officers()', 'record.find_sealed(int, text)',
    'record.open_sealed(int, uuid, text)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.is_sealed(int, uuid)', 'record.is_shown(uuid)', 'record.opens_seals()', 'record.points_to_sealed(int, jsonb, jsonb)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
