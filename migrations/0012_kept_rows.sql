-- The rows of a child that a file gave and that could not be taken whole: kept as they were given, for repair and for a decision whose they are.
create table record.import_child (
  authority int not null, run uuid not null, child text not null, kind text not null, kept_at timestamptz not null, source jsonb not null,
  primary key (authority, run, child), foreign key (authority, run) references record.import_run);
create index import_child_of on record.import_child (authority, kind, child);

-- Whose rows are these? Asked once of a child of a source. Whether it is decided stands in the record (identifier childInSource), not here.
create table record.identity_question (
  authority int not null, question uuid not null, kind text not null, child text not null, run uuid not null, asked_at timestamptz not null,
  because text not null, candidates uuid[] not null,
  primary key (authority, question), foreign key (authority, run) references record.import_run);

-- A refused value that a person has since put right.
alter table record.import_problem add column corrected text;
alter table record.import_problem add column repaired_in uuid;

create function record.keep_rows(p_authority int, p_run uuid, p_kept jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_importer(p_authority);
  insert into import_child(authority, run, child, kind, kept_at, source)
    select p_authority, p_run, k.child, k.kind, record.now(), k.source from jsonb_to_recordset(p_kept) k(child text, kind text, source jsonb)
    on conflict (authority, run, child) do update set source = excluded.source;
end $$;
create function record.ask_identity(p_authority int, p_run uuid, p_questions jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_importer(p_authority);
  insert into identity_question(authority, question, kind, child, run, asked_at, because, candidates)
    select p_authority, q.question, q.kind, q.child, p_run, record.now(), q.because, q.candidates
    from jsonb_to_recordset(p_questions) q(question uuid, kind text, child text, because text, candidates uuid[])
    on conflict (authority, question) do update set run = excluded.run, because = excluded.because, candidates = excluded.candidates;
end $$;
create function record.mark_repaired(p_authority int, p_run uuid, p_problems int[], p_corrected text[], p_in uuid) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_importer(p_authority);
  update import_problem i set corrected = r.corrected, repaired_in = p_in
    from unnest(p_problems, p_corrected) r(n, corrected) where i.authority = p_authority and i.run = p_run and i.n = r.n;
end $$;

-- Children born on one of these days, with the identifiers that they are known by: for an import that would begin a record. A column of its own:
-- under a policy only leakproof operators may use an index, and ->> is none.
alter table record.standing add column born_on text generated always as (state ->> 'bornOn') stored;
create index standing_born on record.standing (authority, born_on) where known_to = 'infinity';
create function record.born_on(p_authority int, p_days text[]) returns table (person uuid, born_on text, sex text, kind text, value text)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  perform record.check_importer(p_authority);
  return query
    select s.person, s.born_on, s.state ->> 'sex', i.kind, i.value
    from (select distinct d.day from unnest(p_days) d(day)) d
    cross join lateral (select * from standing s where s.authority = p_authority and s.known_to = 'infinity' and s.born_on = d.day) s
    cross join lateral (select * from identifier i where i.authority = p_authority and i.person = s.person) i;
end $$;

do $$ declare t text; f regprocedure; begin
  foreach t in array array['import_child', 'identity_question'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy writer on record.%1$I to record_owner using (authority = record.authority()) with check (authority = record.authority());
      create policy reader on record.%1$I to sightline_app using (authority = record.authority() and record.actor() is not null and ''administrator'' = any(record.roles()));
      grant select on record.%1$I to sightline_app', t);
  end loop;
  foreach f in array array['record.keep_rows'::regproc, 'record.ask_identity'::regproc, 'record.mark_repaired'::regproc, 'record.born_on'::regproc]::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
