-- What comes to the end of its time, and its destruction by two people: the words go, the chain stays.
alter table record.standing add column kept_until text generated always as (state ->> 'keptUntil') stored;
create index standing_kept_until on record.standing (authority, kept_until) where known_to = 'infinity' and kept_until is not null;
grant select (kept_until) on record.standing to sightline_app;

create table record.destruction (                 -- asked by one, confirmed by another, or withdrawn
  authority int not null, destruction uuid not null, person uuid not null, kept_until date not null, ground text not null, reason text not null,
  asked_at timestamptz not null default clock_timestamp(), asked_by uuid not null,
  ended_at timestamptz, ended_by uuid, outcome text check (outcome in ('destroyed', 'withdrawn')),
  primary key (authority, destruction), check ((outcome is null) = (ended_by is null)), check (outcome is distinct from 'destroyed' or ended_by <> asked_by));
create unique index destruction_asked on record.destruction (authority, person) where outcome is null;
alter table record.destruction owner to record_owner;
alter table record.destruction enable row level security;
alter table record.destruction force row level security;
create policy writer on record.destruction to record_owner using (authority = record.authority()) with check (authority = record.authority());
create policy reader on record.destruction to sightline_app using (authority = record.authority() and record.actor() is not null and record.roles() && array['teamManager', 'headOfService']);
grant select on record.destruction to sightline_app;

-- Why nothing of this record may be destroyed now; null: it may. As it stood at an instant: the standing, which is derived from all that is recorded, says until when it is kept.
create function record.why_kept(p_authority int, p_person uuid, p_before timestamptz) returns text
language plpgsql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  known jsonb;
begin
  select s.state into known from standing s where s.authority = p_authority and s.person = p_person and s.known_from < p_before order by s.known_from desc limit 1;
  if known ? 'heldSince' then return format('A legal hold has kept this record since %s', to_char((known ->> 'heldSince')::date, 'FMDD Mon YYYY')); end if;
  if not coalesce(known ? 'keptUntil', false) then return 'This record is still worked with, or what is on it does not say until when it is kept'; end if;
  if known ->> 'keptUntil' >= to_char(record.now() at time zone 'Europe/London', 'YYYY-MM-DD') then
    return format('This record is kept until %s', to_char((known ->> 'keptUntil')::date, 'FMDD Mon YYYY'));
  end if;
  return null;
end $$;

create function record.check_destroyer(p_authority int, p_person uuid, p_roles text[]) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if not record.roles() && p_roles then perform record.refuse('Your role may not destroy a record'); end if;
  if not record.is_admitted(p_authority, p_person, false) then perform record.refuse('Open the record first: nobody destroys what they have not looked at'); end if;
end $$;

create function record.ask_destruction(p_authority int, p_person uuid, p_destruction uuid, p_ground text, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  kept text;
begin
  perform record.check_destroyer(p_authority, p_person, array['teamManager', 'headOfService']);
  perform from head h where h.authority = p_authority and h.person = p_person for update;
  if exists (select from destruction d where d.authority = p_authority and d.destruction = p_destruction) then return; end if;
  kept := record.why_kept(p_authority, p_person, 'infinity');
  if kept is not null then perform record.refuse(kept); end if;
  if coalesce(trim(p_reason), '') = '' then perform record.refuse('Enter why it is to be destroyed'); end if;
  if exists (select from destruction d where d.authority = p_authority and d.person = p_person and d.outcome is null) then perform record.refuse('Somebody has asked for this already'); end if;
  insert into destruction(authority, destruction, person, kept_until, ground, reason, asked_by)
    select p_authority, p_destruction, p_person, (s.state ->> 'keptUntil')::date, trim(p_ground), trim(p_reason), record.actor()
    from standing s where s.authority = p_authority and s.person = p_person and s.known_to = 'infinity';
end $$;
create function record.withdraw_destruction(p_authority int, p_person uuid, p_destruction uuid) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_destroyer(p_authority, p_person, array['teamManager', 'headOfService']);
  update destruction d set ended_at = clock_timestamp(), ended_by = record.actor(), outcome = 'withdrawn'
    where d.authority = p_authority and d.person = p_person and d.destruction = p_destruction and d.outcome is null;
  if not found then perform record.refuse('This has been decided meanwhile'); end if;
end $$;

-- The words of these lines of a person, and each file that nobody's words name any more.
create function record.erase_words(p_authority int, p_person uuid, p_entries uuid[]) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  files constant uuid[] := array(select f.id from content c cross join lateral record.attachments_in(c.shared, c.answers) f
    where c.authority = p_authority and c.person = p_person and c.entry = any(p_entries));
begin
  delete from content c where c.authority = p_authority and c.person = p_person and c.entry = any(p_entries);
  delete from attachment a where a.authority = p_authority and a.attachment = any(files) and not exists (
    select from content c where c.authority = p_authority and (record.names_attachment(c.shared, a.attachment) or record.names_attachment(c.answers, a.attachment)));
end $$;

-- The words of names among the keys of the search, where nobody else has that name: a rare surname alone says that its family was known here. Nobody may be given
-- one of these names meanwhile: their key would be taken for known, and then be gone.
create function record.drop_words(p_authority int, p_words text[]) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  if cardinality(p_words) = 0 then return; end if;
  lock table name_key in share row exclusive mode;
  delete from name_key k where k.authority = p_authority and k.word = any(p_words)
    and not exists (select from name_pair p where p.authority = p_authority and p.word = k.word);
end $$;

-- Those of a record that is being destroyed, which what is derived of it no longer tells.
create function record.forget_words(p_authority int, p_words text[]) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  if p_authority is distinct from record.authority() or not 'headOfService' = any(record.roles()) then perform record.refuse('Your role may not destroy a record'); end if;
  perform record.drop_words(p_authority, p_words);
end $$;

-- What was derived of a person from words that are gone, until an instant; the rows of files that said them; and what somebody had begun to write.
create function record.forget_derived(p_authority int, p_person uuid, p_before timestamptz, p_sources text[]) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  words constant text[] := coalesce((select s.words from sought s where s.authority = p_authority and s.person = p_person), '{}');
begin
  delete from clock c where c.authority = p_authority and c.person = p_person and c.known_from < p_before;
  delete from standing s where s.authority = p_authority and s.person = p_person and s.known_from < p_before;
  delete from identifier i where i.authority = p_authority and i.person = p_person;
  delete from draft d where d.authority = p_authority and d.person = p_person;
  delete from attachment a where a.authority = p_authority and a.person = p_person and a.recorded_at is null;
  if p_before = 'infinity' then
    delete from name_pair n using sought s cross join lateral record.name_pairs(s.words) b
      where s.authority = p_authority and s.person = p_person and n.authority = p_authority and n.word = b.word and n.beside = b.beside and n.person = p_person;
    delete from sought s where s.authority = p_authority and s.person = p_person;
    perform record.drop_words(p_authority, words);
  end if;
  delete from import_child k where k.authority = p_authority and k.kind || ':' || k.child = any(p_sources);
  update import_problem i set child = null, value = null, raw = null from import_run r
    where i.authority = p_authority and r.authority = p_authority and r.run = i.run and r.kind || ':' || i.child = any(p_sources);
end $$;

-- In the transaction that appended the line which says that the record was destroyed: every word before it goes. Header, digest and that line stay.
create function record.destroy(p_authority int, p_person uuid, p_destruction uuid, p_line uuid, p_sources text[]) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  d record;
  at timestamptz;
  kept text;
  erased uuid[];
begin
  perform record.check_destroyer(p_authority, p_person, array['headOfService']);
  select l.recorded_at into at from head h join ledger l on l.authority = p_authority and l.person = p_person and l.position = h.position
    join entry e on e.authority = p_authority and e.entry = l.entry
    where h.authority = p_authority and h.person = p_person and l.entry = p_line and e.step = 'recordDestroyed' and e.recorded_by = record.actor();
  if not found then perform record.refuse('The record must say that it was destroyed'); end if;
  select * into d from destruction x where x.authority = p_authority and x.person = p_person and x.destruction = p_destruction and x.outcome is null for update;
  if not found then perform record.refuse('Nobody has asked for this, or it has been decided meanwhile'); end if;
  if d.asked_by = record.actor() then perform record.refuse('A record is destroyed by two people: another head of service must confirm what you asked for'); end if;
  kept := record.why_kept(p_authority, p_person, at);
  if kept is not null then perform record.refuse(kept); end if;
  erased := array(select c.entry from content c where c.authority = p_authority and c.person = p_person and c.entry <> p_line);
  insert into erasure(authority, person, entry, decided_by, seconded_by, ground)
    select p_authority, p_person, e, d.asked_by, record.actor(), d.ground from unnest(erased) e;
  perform record.erase_words(p_authority, p_person, erased);
  perform record.forget_derived(p_authority, p_person, at, p_sources);
  delete from ring r where r.authority = p_authority and r.person = p_person;
  delete from restriction r where r.authority = p_authority and r.person = p_person;
  update standing set restricted = false where authority = p_authority and person = p_person;
  update destruction x set ended_at = clock_timestamp(), ended_by = record.actor(), outcome = 'destroyed' where x.authority = p_authority and x.destruction = p_destruction;
end $$;

-- After a restore: an erasure that the backup does not know is done again. The owner's alone. True: there were words.
create function record.erase_again(p_authority int, p_person uuid, p_entry uuid, p_noted_at timestamptz, p_decided_by uuid, p_seconded_by uuid, p_ground text) returns boolean
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  had_words constant boolean := exists (select from content c where c.authority = p_authority and c.person = p_person and c.entry = p_entry);
begin
  if not exists (select from ledger l where l.authority = p_authority and l.person = p_person and l.entry = p_entry) then return false; end if;
  perform record.erase_words(p_authority, p_person, array[p_entry]);
  insert into erasure(authority, person, entry, noted_at, decided_by, seconded_by, ground)
    values (p_authority, p_person, p_entry, p_noted_at, p_decided_by, p_seconded_by, p_ground) on conflict do nothing;
  if had_words then
    perform record.forget_derived(p_authority, p_person, 'infinity', array(select i.value from identifier i where i.authority = p_authority and i.person = p_person and i.kind = 'childInSource'));
  end if;
  return had_words;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.ask_destruction(int, uuid, uuid, text, text)', 'record.withdraw_destruction(int, uuid, uuid)', 'record.destroy(int, uuid, uuid, uuid, text[])', 'record.forget_words(int, text[])']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.why_kept(int, uuid, timestamptz)', 'record.check_destroyer(int, uuid, text[])', 'record.erase_words(int, uuid, uuid[])', 'record.drop_words(int, text[])', 'record.forget_derived(int, uuid, timestamptz, text[])']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
revoke execute on function record.erase_again(int, uuid, uuid, timestamptz, uuid, uuid, text) from public;
