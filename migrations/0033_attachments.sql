-- Files that belong to an entry: photographs, scans, e-mails. What a file is and its digest stand in the entry's answers, and so under the ledger. The content stands
-- apart, in pieces, so that it alone can be erased by law, goes through in constant memory, and comes with every backup. An entry names its own writer's files of that
-- draft, or those of the statement that it puts right, and no others; what was taken in while nothing could check it is checked later.
create table record.attachment (
  authority int not null, attachment uuid not null, entry uuid not null, person uuid not null, author uuid not null,
  begun_at timestamptz not null, name text, kind text, bytes int not null default 0, digest bytea, is_checked boolean,
  finished_at timestamptz,                           -- null: it is still arriving, or never came to its end
  recorded_at timestamptz,                           -- null: of a draft. Recorded, it can no longer be changed
  checked_again_at timestamptz, found text,          -- found later, when somebody could check it. The content stays, because the ledger answers for it; no session is given it
  primary key (authority, attachment));
create index attachment_of on record.attachment (authority, entry);
create index attachment_unrecorded on record.attachment (authority, author) where recorded_at is null;
create index attachment_unchecked on record.attachment (authority, checked_again_at) where is_checked is false and finished_at is not null and found is null;
create table record.attachment_part (
  authority int not null, attachment uuid not null, part int not null, bytes bytea not null,
  primary key (authority, attachment, part), foreign key (authority, attachment) references record.attachment on delete cascade);
alter table record.attachment_part alter column bytes set storage external;      -- photographs do not get smaller
do $$ declare t text; begin
  foreach t in array array['attachment', 'attachment_part'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy writer on record.%1$I to record_owner using (authority = record.authority()) with check (authority = record.authority())', t);
  end loop;
end $$;

-- The next piece of a file that arrives for a draft of one's own. A file is 25 MB at most, an entry has 40 at most.
create function record.add_attachment_part(p_authority int, p_attachment uuid, p_entry uuid, p_person uuid, p_part int, p_bytes bytea) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  a attachment;
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if not exists (select from permission p where p.authority = p_authority and p.verb = 'record' and p.role = any(record.roles())) then
    perform record.refuse('Your role may not record anything');
  end if;
  if p_part = 0 then
    if exists (select from entry e where e.authority = p_authority and e.entry = p_entry) then perform record.refuse('This entry is recorded: a file can no longer be added to it'); end if;
    if (select count(*) from attachment o where o.authority = p_authority and o.entry = p_entry and o.author = record.actor()) >= 40 then
      perform record.refuse('An entry has 40 files at most. This one is not attached');
    end if;
    if not exists (select from head h where h.authority = p_authority and h.person = p_person and h.position > 0) then perform record.refuse('There is no such record'); end if;
    insert into attachment(authority, attachment, entry, person, author, begun_at) values (p_authority, p_attachment, p_entry, p_person, record.actor(), record.now());
  end if;
  select * into a from attachment o where o.authority = p_authority and o.attachment = p_attachment for update;
  if not found or a.author <> record.actor() or a.entry <> p_entry or a.finished_at is not null or a.recorded_at is not null then
    perform record.refuse('There is no such file under way');
  end if;
  if a.bytes + length(p_bytes) > 26214400 then perform record.refuse('A file has 25 MB at most. This one is larger and is not attached'); end if;
  insert into attachment_part values (p_authority, p_attachment, p_part, p_bytes);
  update attachment o set bytes = a.bytes + length(p_bytes) where o.authority = p_authority and o.attachment = p_attachment;
end $$;

-- The file is whole: its digest is that of what was stored.
create function record.finish_attachment(p_authority int, p_attachment uuid, p_name text, p_kind text, p_is_checked boolean) returns text
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  known text;
begin
  update attachment a set name = p_name, kind = p_kind, is_checked = p_is_checked, finished_at = record.now(),
      digest = (select sha256(string_agg(p.bytes, ''::bytea order by p.part)) from attachment_part p where p.authority = p_authority and p.attachment = p_attachment)
    where p_authority = record.authority() and a.authority = p_authority and a.attachment = p_attachment and a.author = record.actor() and a.finished_at is null and a.recorded_at is null
    returning encode(a.digest, 'hex') into known;
  if known is null then perform record.refuse('There is no such file under way'); end if;
  return known;
end $$;

-- Takes a file off a draft: refused, or no longer wanted.
create function record.drop_attachment(p_authority int, p_attachment uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  delete from attachment a where p_authority = record.authority() and a.authority = p_authority and a.attachment = p_attachment and a.author = record.actor() and a.recorded_at is null;
  return found;
end $$;

-- The files of a draft of one's own, as they would stand in the answers.
create function record.draft_attachments(p_authority int, p_entry uuid) returns table (id uuid, name text, kind text, bytes int, digest text, is_checked boolean)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select a.attachment, a.name, a.kind, a.bytes, encode(a.digest, 'hex'), a.is_checked from attachment a
  where p_authority = record.authority() and a.authority = p_authority and a.entry = p_entry and a.author = record.actor() and a.finished_at is not null and a.found is null
  order by a.begun_at
$$;

-- The files that answers name, with their digests.
create function record.attachments_in(shared jsonb, answers jsonb) returns table (id uuid, digest text) language sql immutable set search_path = pg_catalog, pg_temp as $$
  select (f ->> 'id')::uuid, f ->> 'digest' from jsonb_path_query(jsonb_build_array(shared, answers), '$[*].*[*] ? (@.digest.type() == "string" && @.id.type() == "string")') f
$$;

-- Whether these answers name the file.
create function record.names_attachment(answers jsonb, p_attachment uuid) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_path_exists(answers, '$.*[*] ? (@.id == $id && @.digest.type() == "string")', jsonb_build_object('id', p_attachment))
$$;

-- Whether this session may read the file: of an open record, where a statement that names it may be read (as it was first recorded, corrected, or moved to whose it is;
-- struck out, by those for whom its words are kept), in it or in what was merged into it; or of one's own draft about an open record.
create function record.may_read_attachment(p_person uuid, a record.attachment) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select record.actor() is not null and p_person = any(record.opened()) and a.finished_at is not null and case
    when a.recorded_at is null then a.author = record.actor() and a.person = p_person
    else exists (select from content c where c.authority = a.authority and c.person = any(p_person || array(select record.merged_with(a.authority, array[p_person])))
      and c.step = any(record.steps())
      and record.is_kept_for(c.kept_for) and (not c.withheld and record.names_attachment(c.shared, a.attachment) or record.names_attachment(c.answers, a.attachment))) end
$$;

-- Opens a file, which is logged in the child's record as every opening is. No row: there is none, or it is not this session's to read.
create function record.open_attachment(p_authority int, p_person uuid, p_attachment uuid) returns table (name text, kind text, bytes int, digest text, is_checked boolean, parts int)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  a attachment;
begin
  select * into a from attachment o where p_authority = record.authority() and o.authority = p_authority and o.attachment = p_attachment;
  if not found or record.may_read_attachment(p_person, a) is not true then return; end if;
  if a.found is not null then perform record.refuse('A virus was found in this file after it was attached. It is withheld, and whoever attached it is told'); end if;
  if a.recorded_at is not null then
    insert into access_log(authority, person, opened_at, actor, reason) values (p_authority, p_person, clock_timestamp(), record.actor(), 'A file of an entry was opened') on conflict do nothing;
  end if;
  return query select a.name, a.kind, a.bytes, encode(a.digest, 'hex'), a.is_checked, (select count(*)::int from attachment_part p where p.authority = p_authority and p.attachment = p_attachment);
end $$;
create function record.read_attachment_part(p_authority int, p_person uuid, p_attachment uuid, p_part int) returns bytea
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select p.bytes from attachment a join attachment_part p using (authority, attachment)
  where p_authority = record.authority() and a.authority = p_authority and a.attachment = p_attachment and p.part = p_part and a.found is null and record.may_read_attachment(p_person, a)
$$;

-- The files of whoever asks in which something was found, for a month: whose record, and what it was called.
create function record.own_infected_files() returns table (person uuid, name text, found text, found_at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select a.person, a.name, a.found, a.checked_again_at from attachment a
  where a.authority = record.authority() and a.author = record.actor() and a.found is not null and a.checked_again_at > record.now() - interval '1 month'
  order by a.checked_again_at desc
$$;

-- Whoever could name any file by its id would read it by naming it. A statement that is moved, corrected or struck out carries its files on.
create function record.check_attachments(p_authority int, p_entries jsonb, p_abouts jsonb) returns void
language plpgsql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  if exists (
    select from jsonb_to_recordset(p_entries) e(entry uuid, shared jsonb) join jsonb_to_recordset(p_abouts) b(entry uuid, answers jsonb) using (entry)
    cross join lateral record.attachments_in(coalesce(e.shared, '{}'), coalesce(b.answers, '{}')) f
    where not exists (
        select from attachment a where a.authority = p_authority and a.attachment = f.id and encode(a.digest, 'hex') = f.digest
          and a.author = record.actor() and a.entry = e.entry and a.finished_at is not null and a.recorded_at is null and a.found is null)
      and not exists (
        select from jsonb_to_recordset(p_abouts) o(person uuid, corrects int)
        cross join lateral record.statement_lines(p_authority, o.person, o.corrects) l
        cross join lateral (select * from content c where c.authority = p_authority and c.person = o.person and c.entry = l.entry limit 1) c
        cross join lateral record.attachments_in(c.shared, c.answers) k
        where o.corrects is not null and k.id = f.id and k.digest = f.digest)) then
    perform record.refuse('An entry names only files that its writer attached to it. Take off the file that is not, and attach it anew');
  end if;
end $$;

-- With its draft: what the entry names is recorded with it, what it does not name is gone.
create or replace function record.take_drafts(p_authority int, p_entries jsonb) returns void language plpgsql set search_path = pg_catalog, record, pg_temp as $$
begin
  delete from draft d using jsonb_to_recordset(p_entries) e(entry uuid, draft int)
    where d.authority = p_authority and d.author = record.actor() and d.entry = e.entry and d.version = e.draft;
  update draft d set entry = gen_random_uuid() from jsonb_to_recordset(p_entries) e(entry uuid)
    where d.authority = p_authority and d.author = record.actor() and d.entry = e.entry;
  update attachment a set recorded_at = record.now() from jsonb_to_recordset(p_entries) e(entry uuid)
    where a.authority = p_authority and a.author = record.actor() and a.entry = e.entry and a.recorded_at is null and a.finished_at is not null
      and exists (select from content c where c.authority = p_authority and c.entry = a.entry and (record.names_attachment(c.shared, a.attachment) or record.names_attachment(c.answers, a.attachment)));
  delete from attachment a using jsonb_to_recordset(p_entries) e(entry uuid)
    where a.authority = p_authority and a.author = record.actor() and a.entry = e.entry and a.recorded_at is null;
end $$;
do $$ declare before text := pg_get_functiondef('record.append(int, jsonb, jsonb, jsonb, jsonb, jsonb)'::regprocedure); after text; begin
  after := replace(before, 'if exists (select from draft d where d.authority = p_authority and d.author = record.actor()) then',
    E'if exists (select from draft d where d.authority = p_authority and d.author = record.actor())\n'
    || '    or exists (select from attachment a where a.authority = p_authority and a.author = record.actor() and a.recorded_at is null) then');
  if after = before then raise exception 'record.append is not as it should be'; end if;
  before := after;
  after := replace(before, '  if exists (select from draft d where d.authority = p_authority and d.author = record.actor())',
    E'  if strpos(p_entries::text, ''"digest"'') > 0 or strpos(p_abouts::text, ''"digest"'') > 0 then perform record.check_attachments(p_authority, p_entries, p_abouts); end if;\n'
    || '  if exists (select from draft d where d.authority = p_authority and d.author = record.actor())');
  if after = before then raise exception 'record.append is not as it should be'; end if;
  execute after;
end $$;

-- Files of drafts that are gone, and files that never came to their end, go too.
create or replace function record.forget_drafts(p_authority int) returns void language sql security definer set search_path = pg_catalog, record, pg_temp as $$
  delete from draft where p_authority = record.authority() and authority = p_authority and author = record.actor() and thrown_away_at < record.now() - interval '7 days';
  delete from attachment a where p_authority = record.authority() and a.authority = p_authority and a.author = record.actor() and a.recorded_at is null and a.begun_at < record.now() - interval '8 days'
    and not exists (select from draft d where d.authority = a.authority and d.author = a.author and d.entry = a.entry)
$$;

-- Files whose content is not what the ledger says of them: not there although nobody noted that it was erased, or another.
create function record.broken_attachments(p_authority int) returns table (person uuid, entry uuid, attachment uuid)
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select distinct on (n.id) c.person, c.entry, n.id
  from content c
  cross join lateral record.attachments_in(c.shared, c.answers) n
  left join attachment a on a.authority = p_authority and a.attachment = n.id
  where c.authority = p_authority and (a.attachment is null or encode(a.digest, 'hex') <> n.digest
    or a.digest <> (select sha256(string_agg(p.bytes, ''::bytea order by p.part)) from attachment_part p where p.authority = p_authority and p.attachment = a.attachment) is not false)
  order by n.id
$$;

-- What somebody had begun to write about a record that is merged goes on in the one that is kept, with its files. Of a form that is about both, the words stay as they are.
create or replace function record.keep_merged(p_authority int, p_standings jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  k record;
begin
  delete from merged m using jsonb_to_recordset(p_standings) s(person uuid, state jsonb)
    where m.authority = p_authority and m.person = s.person and m.into_person::text is distinct from s.state ->> 'mergedInto';
  for k in insert into merged(authority, person, into_person)
    select p_authority, s.person, (s.state ->> 'mergedInto')::uuid from jsonb_to_recordset(p_standings) s(person uuid, state jsonb) where s.state ? 'mergedInto'
    on conflict do nothing returning person, into_person
  loop
    update draft d set person = k.into_person,
        form = case when strpos(d.form::text, k.into_person::text) > 0 then d.form else replace(d.form::text, k.person::text, k.into_person::text)::jsonb end
      where d.authority = p_authority and d.person = k.person;
    update attachment a set person = k.into_person where a.authority = p_authority and a.person = k.person and a.recorded_at is null;
  end loop;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.add_attachment_part(int, uuid, uuid, uuid, int, bytea)', 'record.finish_attachment(int, uuid, text, text, boolean)', 'record.drop_attachment(int, uuid)',
      'record.draft_attachments(int, uuid)', 'record.open_attachment(int, uuid, uuid)', 'record.read_attachment_part(int, uuid, uuid, int)',
      'record.own_infected_files()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.names_attachment(jsonb, uuid)', 'record.attachments_in(jsonb, jsonb)', 'record.check_attachments(int, jsonb, jsonb)', 'record.may_read_attachment(uuid, record.attachment)', 'record.broken_attachments(int)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
