-- Files of entries: an entry names its own writer's files of that draft, or those of the statement that it puts right, and no others; what was taken in while nothing could
-- check it is checked later; and what is merged is read, and what was begun goes on, in the record that is kept.

-- Found later, when somebody could check it. The content stays, because the ledger answers for it; no session is given it.
alter table record.attachment add column checked_again_at timestamptz, add column found text;
create index attachment_unchecked on record.attachment (authority, checked_again_at) where is_checked is false and finished_at is not null and found is null;

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
do $$ declare before text := pg_get_functiondef('record.append(int, jsonb, jsonb, jsonb, jsonb, jsonb)'::regprocedure); after text; begin
  after := replace(before, '  if exists (select from draft d where d.authority = p_authority and d.author = record.actor())',
    E'  if strpos(p_entries::text, ''"digest"'') > 0 or strpos(p_abouts::text, ''"digest"'') > 0 then perform record.check_attachments(p_authority, p_entries, p_abouts); end if;\n'
    || '  if exists (select from draft d where d.authority = p_authority and d.author = record.actor())');
  if after = before then raise exception 'record.append is not as it should be'; end if;
  execute after;
end $$;

-- As in 0033; and of a record that is kept, what was merged into it.
create or replace function record.may_read_attachment(p_person uuid, a record.attachment) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select record.actor() is not null and p_person = any(record.opened()) and a.finished_at is not null and case
    when a.recorded_at is null then a.author = record.actor() and a.person = p_person
    else exists (select from content c where c.authority = a.authority and (c.person = p_person or c.person in (select w from record.merged_with(a.authority, array[p_person]) w))
      and c.step = any(record.steps())
      and record.is_kept_for(c.kept_for) and (not c.withheld and record.names_attachment(c.shared, a.attachment) or record.names_attachment(c.answers, a.attachment))) end
$$;
create or replace function record.open_attachment(p_authority int, p_person uuid, p_attachment uuid) returns table (name text, kind text, bytes int, digest text, is_checked boolean, parts int)
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
create or replace function record.read_attachment_part(p_authority int, p_person uuid, p_attachment uuid, p_part int) returns bytea
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select p.bytes from attachment a join attachment_part p using (authority, attachment)
  where p_authority = record.authority() and a.authority = p_authority and a.attachment = p_attachment and p.part = p_part and a.found is null and record.may_read_attachment(p_person, a)
$$;
create or replace function record.draft_attachments(p_authority int, p_entry uuid) returns table (id uuid, name text, kind text, bytes int, digest text, is_checked boolean)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select a.attachment, a.name, a.kind, a.bytes, encode(a.digest, 'hex'), a.is_checked from attachment a
  where p_authority = record.authority() and a.authority = p_authority and a.entry = p_entry and a.author = record.actor() and a.finished_at is not null and a.found is null
  order by a.begun_at
$$;

-- The files of whoever asks in which something was found, for a month: whose record, and what it was called.
create function record.own_infected_files() returns table (person uuid, name text, found text, found_at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select a.person, a.name, a.found, a.checked_again_at from attachment a
  where a.authority = record.authority() and a.author = record.actor() and a.found is not null and a.checked_again_at > record.now() - interval '1 month'
  order by a.checked_again_at desc
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
  foreach f in array array['record.own_infected_files()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.check_attachments(int, jsonb, jsonb)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
