-- A concern about carers or adopters that turns out to be an allegation was written as what it was not: that there was an earlier version, by whom and when, stays; its words are read by
-- whoever wrote them and by whoever says now what it is, who tells them to the designated officer. By no other role: managers and reviewing officers read what is struck out, and not this.
create function record.nobody_else() returns uuid language sql immutable return '00000000-0000-0000-0000-000000000000'::uuid;
create or replace function record.is_kept_for(kept_for uuid[]) returns boolean language sql stable
  return kept_for is null or record.actor() = any(kept_for)
    or record.roles() && array['teamManager', 'headOfService', 'reviewingOfficer'] and not record.nobody_else() = any(kept_for);

-- That there is such a version is told, as of what is withheld: without its words, so that what names it still finds it.
create or replace function record.own_answers(p_people uuid[]) returns table (person uuid, entry uuid, answers jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select c.person, c.entry, c.answers from content c
  where c.authority = record.authority() and record.actor() is not null and c.person = any(p_people) and c.person = any(record.opened()) and c.step = any(record.steps()) and not c.sealed
    and case when record.nobody_else() = any(c.kept_for) then not record.is_kept_for(c.kept_for) and c.answers = '{}' else c.withheld and record.is_kept_for(c.kept_for) end
$$;

-- Of a concern that is said to be an allegation just now: who may still read what it was before.
create function record.keep_first_words(p_authority int, p_entries jsonb, p_abouts jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  k record;
begin
  for k in
    select a.person, a.corrects, e."recordedBy" as writer from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid, corrects int, tombstone boolean)
    join jsonb_to_recordset(p_entries) e(entry uuid, step text, "recordedBy" uuid, shared jsonb) on e.entry = a.entry
    where a.corrects is not null and not coalesce(a.tombstone, false) and e.step in ('fosterConcern', 'adopterConcern') and e.shared ->> 'kind' = 'allegation'
  loop
    update content c set kept_for = array[record.nobody_else(), e.recorded_by, k.writer]
      from record.statement_lines(p_authority, k.person, k.corrects) l join entry e on e.authority = p_authority and e.entry = l.entry
      where c.authority = p_authority and c.person = k.person and c.entry = l.entry and coalesce(trim(c.shared ->> 'words'), '') <> '';
  end loop;
end $$;

do $$ declare f regprocedure; begin
  perform record.amend(array[
    ['record.append(int, jsonb, jsonb, jsonb, jsonb, jsonb)', 'perform record.keep_struck(p_authority, p_abouts);',
     'perform record.keep_struck(p_authority, p_abouts);
    perform record.keep_first_words(p_authority, p_entries, p_abouts);'],
    -- What is struck out later does not open what was kept for few before.
    ['record.keep_struck(int, jsonb)', 'set kept_for = (', 'set kept_for = case when record.nobody_else() = any(c.kept_for) then array[record.nobody_else()] else array[]::uuid[] end || (']
  ]);
  foreach f in array array['record.nobody_else()', 'record.keep_first_words(int, jsonb, jsonb)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
  grant execute on function record.nobody_else() to sightline_app;
end $$;

-- Those that were said to be allegations before this.
do $$ declare a int; begin
  for a in select authority from access.authority loop
    execute format('set local app.authority = %L', a);
    update record.content c set kept_for = array[record.nobody_else(), e.recorded_by, s.writer]
      from record.entry e, (
        select n.person, k.entry, ne.recorded_by as writer from record.ledger n join record.content nc on nc.authority = n.authority and nc.person = n.person and nc.entry = n.entry
          join record.entry ne on ne.authority = n.authority and ne.entry = n.entry
          cross join lateral record.statement_lines(n.authority, n.person, n.corrects) k
          where n.authority = a and n.corrects is not null and not n.tombstone and nc.step in ('fosterConcern', 'adopterConcern') and nc.shared ->> 'kind' = 'allegation') s
      where c.authority = a and c.person = s.person and c.entry = s.entry and e.authority = a and e.entry = c.entry and coalesce(trim(c.shared ->> 'words'), '') <> '';
  end loop;
  set local app.authority = '';
end $$;
