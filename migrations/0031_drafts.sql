-- What is being written and is not yet recorded. A draft is no statement: it is its writer's own, may be changed and thrown away, and is not in the ledger.
-- Its id is the id that the entry gets: sent twice, it is one entry, and recording it takes the draft away in the same transaction.
create table record.draft (
  authority int not null, author uuid not null, entry uuid not null, person uuid not null, step text not null,
  form jsonb not null, missing text[] not null,
  version int not null,                              -- rises with each save; a save names the version that its window had seen
  tab uuid not null, seq int not null,               -- the window that saved last, and the number of its save: what arrives late is told apart from what is new
  run_from int not null,                             -- the version after which that window alone has saved
  begun_at timestamptz not null, saved_at timestamptz not null, thrown_away_at timestamptz,
  primary key (authority, author, entry));
create index draft_about on record.draft (authority, person);
-- Made once for each who writes: with it a browser encrypts what it keeps while the line is down. It is given to who is signed in, and to nobody else.
create table record.draft_key (authority int not null, author uuid not null, key bytea not null, primary key (authority, author));
do $$ declare t text; begin
  foreach t in array array['draft', 'draft_key'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy writer on record.%1$I to record_owner using (authority = record.authority()) with check (authority = record.authority())', t);
  end loop;
end $$;
-- The words are read by their writer alone, and only while the child's record is open to them: closed to the writer, the words are closed with it, and not lost.
create policy reader on record.draft to sightline_app using (authority = record.authority() and author = record.actor() and person = any(record.opened()));
grant select on record.draft to sightline_app;

-- Of a form that is sent without the questions about a brother or sister (whose record is closed to the writer by now): what was written of them before.
create function record.unasked_words(p_form jsonb, p_asked uuid[]) returns jsonb language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(p_form) f
  where f.key like 'e.%' and split_part(f.key, '.', 2) <> all (p_asked::text[])
$$;

-- Saves a draft as one window has it. saved: it is kept. conflict: another window has saved since; nothing is changed. stale: a later save of the same window has
-- come before. recorded: the entry has been recorded; nothing is kept. It reads nothing back, and so asks for no open record: words about a child whose record
-- has just been closed to the writer are kept all the same. A window that was open on a record while it was merged goes on saving: what is written belongs to the
-- record that is kept, as the draft itself does since then.
create function record.save_draft(p_authority int, p_entry uuid, p_person uuid, p_step text, p_form jsonb, p_missing text[], p_asked uuid[], p_base int, p_tab uuid, p_seq int)
returns table (kind text, version int, saved_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
#variable_conflict use_column
declare
  d draft;
  words jsonb;
  kept uuid;
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if not exists (select from permission p where p.authority = p_authority and p.step = p_step and p.verb = 'record' and p.role = any(record.roles())) then
    perform record.refuse(format('Your role may not record "%s"', p_step));
  end if;
  loop                                                                     -- what was merged may have been merged again
    select m.into_person into kept from merged m where m.authority = p_authority and m.person = p_person;
    exit when kept is null;
    p_form := case when strpos(p_form::text, kept::text) > 0 then p_form else replace(p_form::text, p_person::text, kept::text)::jsonb end;
    p_asked := array_replace(p_asked, p_person, kept);
    p_person := kept;
  end loop;
  if not exists (select from head h where h.authority = p_authority and h.person = p_person and h.position > 0) then perform record.refuse('There is no such record'); end if;
  if length(p_form::text) > 2000000 then perform record.refuse('A draft holds 2,000,000 characters at most: what was written since the last save is not kept. Record a part of it first'); end if;
  select * into d from draft where authority = p_authority and author = record.actor() and entry = p_entry for update;
  if not found then
    if exists (select from entry e where e.authority = p_authority and e.entry = p_entry) then
      return query select 'recorded', 0, record.now();
      return;
    end if;
    if (select count(*) from draft where authority = p_authority and author = record.actor()) >= 300 then
      perform record.refuse('You have 300 drafts. Record or throw away some of them first: this one is not kept');
    end if;
    insert into draft(authority, author, entry, person, step, form, missing, version, tab, seq, run_from, begun_at, saved_at)
      values (p_authority, record.actor(), p_entry, p_person, p_step, p_form, p_missing, 1, p_tab, p_seq, 0, record.now(), record.now()) on conflict do nothing
      returning * into d;
    if found then
      return query select 'saved', d.version, d.saved_at;
      return;
    end if;
    select * into strict d from draft where authority = p_authority and author = record.actor() and entry = p_entry for update;     -- two windows at once: the other was first
  end if;
  if d.person <> p_person or d.step <> p_step then perform record.refuse('This draft is of another child or of another step'); end if;
  words := record.unasked_words(d.form, p_asked) || p_form;
  if d.form = words and d.thrown_away_at is null then                      -- sent again, because the answer was lost
    return query select 'saved', d.version, d.saved_at;
    return;
  end if;
  if d.tab = p_tab and p_seq <= d.seq then
    return query select 'stale', d.version, d.saved_at;
    return;
  end if;
  if p_base <> d.version and not (d.tab = p_tab and p_base >= d.run_from) then
    return query select 'conflict', d.version, d.saved_at;
    return;
  end if;
  update draft n set form = words, missing = p_missing, version = d.version + 1, tab = p_tab, seq = p_seq,
      run_from = case when d.tab = p_tab then d.run_from else d.version end, saved_at = record.now(), thrown_away_at = null
    where n.authority = p_authority and n.author = record.actor() and n.entry = p_entry
    returning * into d;
  return query select 'saved', d.version, d.saved_at;
end $$;

-- What a writer has begun, without its words. The child is named as far as the writer may open the record now, and a file by its title.
create function record.own_drafts(p_authority int) returns table (entry uuid, person uuid, step text, missing text[], begun_at timestamptz, saved_at timestamptz,
  thrown_away_at timestamptz, name text, is_closed boolean)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select d.entry, d.person, d.step, d.missing, d.begun_at, d.saved_at, d.thrown_away_at,
    case when l.is_in then coalesce(s.name, (select f.title from file f where f.authority = p_authority and f.person = d.person)) end, not l.is_in
  from draft d
  cross join lateral (select coalesce(record.may_open_file(p_authority, d.person), record.is_let_in(p_authority, d.person, false)) as is_in) l
  left join lateral (select s.name from standing s where s.authority = p_authority and s.person = d.person and s.known_to = 'infinity' limit 1) s on true
  where p_authority = record.authority() and d.authority = p_authority and d.author = record.actor()
  order by d.saved_at desc
$$;

-- That somebody else has begun an entry about an open record: who, of which step, and when. Never a word of it; and only of steps that the session may read.
create function record.drafts_of_others(p_person uuid) returns table (author uuid, step text, begun_at timestamptz, saved_at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select d.author, d.step, d.begun_at, d.saved_at from draft d
  where d.authority = record.authority() and d.person = p_person and d.author <> record.actor() and d.thrown_away_at is null
    and d.person = any(record.opened()) and d.step = any(record.steps())
  order by d.saved_at desc
$$;

-- Throws a draft away, or brings it back. What was thrown away a week ago and more is gone.
create function record.throw_draft_away(p_authority int, p_entry uuid, p_is_thrown boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  update draft set thrown_away_at = case when p_is_thrown then coalesce(thrown_away_at, record.now()) end where authority = p_authority and author = record.actor() and entry = p_entry;
  return found;
end $$;
create function record.forget_drafts(p_authority int) returns void language sql security definer set search_path = pg_catalog, record, pg_temp as $$
  delete from draft where p_authority = record.authority() and authority = p_authority and author = record.actor() and thrown_away_at < record.now() - interval '7 days'
$$;

create function record.own_draft_key(p_authority int) returns bytea
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  known bytea;
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  insert into draft_key values (p_authority, record.actor(), sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
    on conflict do nothing;
  select key into strict known from draft_key where authority = p_authority and author = record.actor();
  return known;
end $$;

-- Recorded: the draft has become the entry. If another window has saved since, its words stay, as a draft of an entry of their own.
create function record.take_drafts(p_authority int, p_entries jsonb) returns void language plpgsql set search_path = pg_catalog, record, pg_temp as $$
begin
  delete from draft d using jsonb_to_recordset(p_entries) e(entry uuid, draft int)
    where d.authority = p_authority and d.author = record.actor() and d.entry = e.entry and d.version = e.draft;
  update draft d set entry = gen_random_uuid() from jsonb_to_recordset(p_entries) e(entry uuid)
    where d.authority = p_authority and d.author = record.actor() and d.entry = e.entry;
end $$;
do $$ declare before text := pg_get_functiondef('record.append(int, jsonb, jsonb, jsonb, jsonb, jsonb)'::regprocedure); after text; begin
  after := replace(before, E'\n  perform record.keep(p_authority, at, p_clocks',
    E'\n  if exists (select from draft d where d.authority = p_authority and d.author = record.actor()) then perform record.take_drafts(p_authority, p_entries); end if;\n'
    || E'  perform record.keep(p_authority, at, p_clocks');
  if after = before then raise exception 'record.append is not as it should be'; end if;
  execute after;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.save_draft(int, uuid, uuid, text, jsonb, text[], uuid[], int, uuid, int)', 'record.own_drafts(int)', 'record.drafts_of_others(uuid)',
      'record.throw_draft_away(int, uuid, boolean)', 'record.forget_drafts(int)', 'record.own_draft_key(int)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.take_drafts(int, jsonb)', 'record.unasked_words(jsonb, uuid[])']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
