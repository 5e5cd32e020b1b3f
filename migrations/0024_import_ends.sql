-- What a run took: the year and the tables of its file, so that a later file can be seen to have taken the same in whole; and of which run it puts values right.
alter table record.import_run add column year int;
alter table record.import_run add column tables text[];
alter table record.import_run add column puts_right uuid;
-- The program ended, or failed, while it was at work: what it had begun to take was not counted any more.
alter table record.import_run add column broken_off boolean not null default false;
-- A stopped run that an administrator no longer waits for.
alter table record.import_run add column set_aside_at timestamptz;
alter table record.import_run add column set_aside_by uuid;
alter table record.import_run add column set_aside_reason text;
-- How much of a file under way has been read: 0 to 1.
alter table record.import_run add column share_read real;
create index import_run_begun on record.import_run (authority, begun_at);
create index import_run_open on record.import_run (authority) where state <> 'finished' and set_aside_at is null;

-- Held by whoever works on a run, for as long as that process lives: on a connection of its own, which ends with it.
create function record.import_lock(p_authority int, p_run uuid) returns bigint language sql stable parallel safe
  return hashtextextended('record.import_run ' || p_authority || ' ' || p_run, 0);

-- Files sent together are taken one after another, and each is written down, as not begun, before the first is. When its turn comes it begins then, says its
-- year and tables, and nobody has set it aside any more.
drop function record.begin_import(int, uuid, text, bytea, text, int);
create function record.begin_import(p_authority int, p_run uuid, p_file_name text, p_file_hash bytea, p_kind text, p_children_total int default null,
  p_year int default null, p_tables text[] default null, p_puts_right uuid default null) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_importer(p_authority);
  insert into import_run as known(authority, run, file_name, file_hash, kind, begun_at, begun_by, children_total, year, tables, puts_right)
    values (p_authority, p_run, p_file_name, p_file_hash, p_kind, record.now(), record.actor(), p_children_total, p_year, p_tables, p_puts_right)
    on conflict (authority, run) do update set state = 'running', message = null, finished_at = null, broken_off = false,      -- taken up again
      begun_at = case when known.children_done = 0 then excluded.begun_at else known.begun_at end,
      year = coalesce(excluded.year, known.year), tables = coalesce(excluded.tables, known.tables),
      set_aside_at = null, set_aside_by = null, set_aside_reason = null;
end $$;

drop function record.import_progress(int, uuid, int, int, int, int, int);
create function record.import_progress(p_authority int, p_run uuid, p_children int, p_entries int, p_corrections int, p_unchanged int, p_share_read real default null) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_importer(p_authority);
  update import_run set children_done = children_done + p_children, entries = entries + p_entries, corrections = corrections + p_corrections,
    unchanged = unchanged + p_unchanged, share_read = coalesce(p_share_read, share_read)
    where authority = p_authority and run = p_run;
end $$;

drop function record.finish_import(int, uuid, text, text);
create function record.finish_import(p_authority int, p_run uuid, p_state text, p_message text default null, p_broken_off boolean default false) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_importer(p_authority);
  update import_run set state = p_state, message = p_message, finished_at = record.now(), broken_off = p_broken_off where authority = p_authority and run = p_run;
  perform pg_notify('sightline', json_build_object('authority', p_authority, 'import', p_run)::text);
end $$;

-- Runs on which no living process works: their lock is free. The mark of the demonstration's own loading is nobody's file.
create function record.end_broken_imports(p_authority int) returns int
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  one uuid;
  ended int := 0;
begin
  perform record.check_importer(p_authority);
  for one in select run from import_run where authority = p_authority and state = 'running' and kind <> 'demonstration' loop
    continue when not pg_try_advisory_xact_lock(record.import_lock(p_authority, one));
    update import_run set state = 'stopped', broken_off = true, finished_at = record.now(),
        message = 'Stopped: the program ended. What it had taken stays; load the same file again, and it goes on from there.'
      where authority = p_authority and run = one and state = 'running';
    continue when not found;
    ended := ended + 1;
    perform pg_notify('sightline', json_build_object('authority', p_authority, 'import', one)::text);
  end loop;
  return ended;
end $$;

-- An administrator says why nobody waits any longer for the rest of a file. False: there is no such stopped run, or it has been set aside already.
create function record.set_import_aside(p_authority int, p_run uuid, p_reason text) returns boolean
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_importer(p_authority);
  update import_run set set_aside_at = record.now(), set_aside_by = record.actor(), set_aside_reason = p_reason
    where authority = p_authority and run = p_run and state = 'stopped' and set_aside_at is null;
  if not found then return false; end if;
  perform pg_notify('sightline', json_build_object('authority', p_authority, 'import', p_run)::text);
  return true;
end $$;

-- Files of which years have rows that wait for an answer (0: the year is not known), and the file that answered the last of them.
alter table record.identity_question add column years int[] not null default '{0}';
alter table record.identity_question add column answered_in uuid;
alter table record.identity_question add column answered_at timestamptz;
create or replace function record.ask_identity(p_authority int, p_run uuid, p_questions jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  said int := coalesce((select year from import_run where authority = p_authority and run = p_run), 0);
begin
  perform record.check_importer(p_authority);
  insert into identity_question as known(authority, question, kind, child, run, asked_at, because, candidates, years)
    select p_authority, q.question, q.kind, q.child, p_run, record.now(), q.because, q.candidates, array[said]
    from jsonb_to_recordset(p_questions) q(question uuid, kind text, child text, because text, candidates uuid[])
    on conflict (authority, question) do update set run = excluded.run, because = excluded.because, candidates = excluded.candidates,
      years = array_append(array_remove(case when known.answered_in is null then known.years else '{}' end, said), said), answered_in = null, answered_at = null;
end $$;
-- A file has given these children so that nobody needs to be asked. The question ends when no other year's rows wait for it.
create function record.answer_identity(p_authority int, p_run uuid, p_questions uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  answer import_run;
begin
  perform record.check_importer(p_authority);
  select * into answer from import_run where authority = p_authority and run = p_run;
  if answer.run is null then return; end if;
  update identity_question q set years = array_remove(array_remove(q.years, coalesce(answer.year, 0)), 0)
    from import_run asker where q.authority = p_authority and q.question = any(p_questions) and q.answered_in is null
      and asker.authority = p_authority and asker.run = q.run and coalesce(answer.tables, '{}') @> coalesce(asker.tables, '{}');
  update identity_question q set answered_in = p_run, answered_at = record.now()
    where q.authority = p_authority and q.question = any(p_questions) and q.answered_in is null and q.years = '{}';
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.begin_import'::regproc, 'record.import_progress'::regproc, 'record.finish_import'::regproc, 'record.end_broken_imports'::regproc, 'record.set_import_aside'::regproc,
      'record.answer_identity'::regproc]::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
-- For repairs: the values of these children that were not taken.
create index import_problem_child on record.import_problem (authority, run, child);
