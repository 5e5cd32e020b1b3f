-- Two records of one person: which was merged into which. Derived from the statement that stands in both chains, of which nothing is moved; struck out, the row goes.
create table record.merged (
  authority int not null, person uuid not null, into_person uuid not null check (into_person <> person),
  primary key (authority, person));
create index merged_into on record.merged (authority, into_person);
alter table record.merged owner to record_owner;
alter table record.merged enable row level security;
alter table record.merged force row level security;
create policy writer on record.merged to record_owner using (authority = record.authority()) with check (authority = record.authority());

-- Called by record.keep alone.
create function record.keep_merged(p_authority int, p_standings jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  delete from merged m using jsonb_to_recordset(p_standings) s(person uuid, state jsonb)
    where m.authority = p_authority and m.person = s.person and m.into_person::text is distinct from s.state ->> 'mergedInto';
  insert into merged(authority, person, into_person)
    select p_authority, s.person, (s.state ->> 'mergedInto')::uuid from jsonb_to_recordset(p_standings) s(person uuid, state jsonb) where s.state ? 'mergedInto'
    on conflict do nothing;
end $$;

-- Those of whom one of these records is read too: what was merged into it, and into that.
create function record.merged_with(p_authority int, p_people uuid[]) returns setof uuid
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with recursive those(person) as (
    select m.person from unnest(p_people) p(person) cross join lateral (select m.person from merged m where m.authority = p_authority and m.into_person = p.person offset 0) m
    union
    select m.person from those t cross join lateral (select m.person from merged m where m.authority = p_authority and m.into_person = t.person offset 0) m)
  select t.person from those t
$$;

-- As in 0015; and whoever opens a record opens what was merged into it, which is logged in both. Of a record that was merged the door says where to: `ring` holds the id.
create or replace function record.open_logged(p_authority int, p_people uuid[], p_reason text, p_may boolean, p_imports boolean) returns table (person uuid, kind text, ring text)
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
#variable_conflict use_column
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  return query
    select p.person,
      case when not p_may or h.person is null then 'unknown' when m.into_person is not null then 'merged'
        when p_imports or record.is_let_in(p_authority, p.person, false) then 'opened' else 'restricted' end,
      case when p_may then coalesce(m.into_person::text, r.ring) end
    from (select distinct u.person from unnest(p_people) u(person)) p
    left join lateral (select h.person from head h where h.authority = p_authority and h.person = p.person and h.position > 0 limit 1) h on true
    left join lateral (select m.into_person from merged m where m.authority = p_authority and m.person = p.person limit 1) m on true
    left join lateral (select r.ring from ring r where r.authority = p_authority and r.person = p.person and r.lifted_at is null limit 1) r on true;
  if p_may then
    insert into access_log(authority, person, opened_at, actor, reason)
      select p_authority, p.person, clock_timestamp(), record.actor(), p_reason
      from (select u.person from unnest(p_people) u(person) union select record.merged_with(p_authority, p_people)) p
      where exists (select from head h where h.authority = p_authority and h.person = p.person and h.position > 0)
        and (p_imports or record.is_let_in(p_authority, p.person, false))
      on conflict do nothing;
  end if;
end $$;

-- Into the functions as they now are.
do $$ declare before text; after text; begin
  before := pg_get_functiondef('record.keep(int, timestamptz, jsonb, jsonb, jsonb)'::regprocedure);
  after := replace(before, E'  perform record.keep_sought(p_authority, p_standings);\n', E'  perform record.keep_sought(p_authority, p_standings);\n  perform record.keep_merged(p_authority, p_standings);\n');
  if after = before then raise exception 'record.keep is not as it should be'; end if;
  execute after;
  -- Whoever breaks the glass of a record reads what was merged into it.
  before := pg_get_functiondef('record.break_glass(int, uuid, text)'::regprocedure);
  after := regexp_replace(before, E'\n  insert into access_log[^;]*;', E'\\&\n  insert into access_log(authority, person, opened_at, actor, reason, alerted)\n    select p_authority, w, clock_timestamp(), record.actor(), p_reason, true from record.merged_with(p_authority, array[p_person]) w on conflict do nothing;');
  if after = before then raise exception 'record.break_glass is not as it should be'; end if;
  execute after;
  -- What was merged into a record is restricted with it, and freed with it.
  before := pg_get_functiondef('record.restrict(int, uuid, uuid[], text, text)'::regprocedure);
  after := replace(before, E'  perform record.withhold(p_authority, p_person);\n',
    E'  perform record.withhold(p_authority, p_person);\n  perform record.restrict(p_authority, m.person, p_readers, p_ring, p_reason) from merged m where m.authority = p_authority and m.into_person = p_person;\n');
  if after = before then raise exception 'record.restrict is not as it should be'; end if;
  execute after;
  before := pg_get_functiondef('record.lift(int, uuid, text)'::regprocedure);
  after := replace(before, E'  perform record.withhold(p_authority, p_person);\n',
    E'  perform record.withhold(p_authority, p_person);\n  perform record.lift(p_authority, m.person, p_reason) from merged m where m.authority = p_authority and m.into_person = p_person;\n');
  if after = before then raise exception 'record.lift is not as it should be'; end if;
  execute after;
  -- Everything is recorded in the record that is kept. And two records are merged by whoever may open both as anybody may: nothing restricted becomes a part of what is not.
  before := pg_get_functiondef('record.why_not(int, jsonb, jsonb)'::regprocedure);
  after := regexp_replace(before, E'\n  return null;\nend', E'\n' ||
E'  if exists (select from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid) join jsonb_to_recordset(p_entries) e(entry uuid, step text) using (entry)\n' ||
E'      cross join lateral (select from merged m where m.authority = p_authority and m.person = a.person limit 1) m where e.step <> ''recordMerge'') then\n' ||
E'    return ''This record was merged into another of the same person: record it there'';\n  end if;\n' ||
E'  if exists (select from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid, tombstone boolean) join jsonb_to_recordset(p_entries) e(entry uuid, step text) using (entry)\n' ||
E'      cross join lateral (select from ring r where r.authority = p_authority and r.person = a.person and r.lifted_at is null limit 1) r where e.step = ''recordMerge'' and a.tombstone is not true) then\n' ||
E'    return ''A restricted record is not merged: lift the restriction, merge the two, and restrict the one that is kept'';\n  end if;\n  return null;\nend');
  if after = before then raise exception 'record.why_not is not as it should be'; end if;
  execute after;
  before := pg_get_functiondef('record.named(uuid[], timestamptz)'::regprocedure);
  after := replace(before, '''family'', ''adult'')', '''family'', ''adult'', ''mergedInto'')');
  if after = before then raise exception 'record.named is not as it should be'; end if;
  execute after;
  -- A family is told by what stands in the other records of the person too.
  before := pg_get_functiondef('record.relatives(uuid, timestamptz)'::regprocedure);
  after := replace(before, E'then return; end if;\n', E'then return; end if;\n  known := known || array(select record.merged_with(record.authority(), known));\n  distances := array_fill(0, array[cardinality(known)]);\n  frontier := known;\n');
  if after = before then raise exception 'record.relatives is not as it should be'; end if;
  execute after;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.keep_merged(int, jsonb)', 'record.merged_with(int, uuid[])']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
