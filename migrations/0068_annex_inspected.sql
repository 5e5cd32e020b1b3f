-- Annex A is asked for by inspectors, and read by them in their weeks: of each child the steps that they read in a record, and of a restricted child nothing, unless
-- they are named for the record. Of other returns nothing is told to them. The database leaves out; the program never has what it must not show.
create function record.may_see_annex(p_question jsonb) returns boolean language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select p_question ->> 'return' = 'annexA' and record.authority() is not null and record.actor() is not null and record.is_inspector()
$$;

create or replace function record.return_people(p_question jsonb) returns table (person uuid)
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
declare v_whole boolean := coalesce(record.may_return(), false);
begin
  if not v_whole and not coalesce(record.may_see_annex(p_question), false) then
    perform record.refuse('Only performance analysts and heads of service may build a return; inspectors see Annex A in their weeks'); end if;
  perform record.log_list(p_question, (select count(*)::int from head h where h.authority = record.authority() and h.position > 0
    and (v_whole or not exists (select from ring r where r.authority = h.authority and r.person = h.person and r.lifted_at is null) or not record.is_closed(h.person))));
  return query
    select h.person from head h
    left join (select i.person, min(i.value collate "C") as id from identifier i where i.authority = record.authority() and i.kind = 'LAchildID' group by i.person) i
      on i.person = h.person
    where h.authority = record.authority() and h.position > 0
      and (v_whole or not exists (select from ring r where r.authority = h.authority and r.person = h.person and r.lifted_at is null) or not record.is_closed(h.person))
    order by i.id, h.person;
end $$;

-- Words that name a restricted child, or are kept for some, are given to an inspector no more here than in the record. What was merged into a record is asked for by
-- its own name, so that a restricted record gives nothing away through another.
create or replace function record.return_chains(p_people uuid[], p_steps text[], p_then timestamptz)
returns table (person uuid, "position" int, entry uuid, step text, happened_on date, recorded_at timestamptz, recorded_by uuid, stated_at timestamptz, source text,
  corrects int, tombstone boolean, reason text, shared jsonb, answers jsonb)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  v_whole boolean := coalesce(record.may_return(), false);
  v_steps text[] := p_steps;
begin
  if not v_whole and not coalesce(record.may_see_annex('{"return": "annexA"}'), false) then perform record.refuse('Only performance analysts and heads of service may build a return; inspectors see Annex A in their weeks'); end if;
  if not v_whole then
    v_steps := array(select p.step from permission p where p.authority = record.authority() and p.verb = 'read' and p.role = any(record.roles()) and p.step = any(p_steps));
  end if;
  return query
    select l.person, l.position, l.entry, e.step, e.happened_on, l.recorded_at, e.recorded_by, e.stated_at, e.source, l.corrects, l.tombstone, null::text,
      case when not v_whole and (c.withheld or c.kept_for is not null) then '{}' else c.shared end, case when not v_whole and c.kept_for is not null then '{}' else c.answers end
    from unnest(p_people) p(person)
    cross join lateral (select * from ledger l where l.authority = record.authority() and l.person = p.person and not l.moved and (p_then is null or l.recorded_at <= p_then) offset 0) l
    cross join lateral (select * from entry e where e.authority = l.authority and e.entry = l.entry and e.step = any(v_steps) limit 1) e
    left join lateral (select * from content c where c.authority = l.authority and c.person = l.person and c.entry = l.entry limit 1) c on true
    where v_whole or not record.is_closed(p.person)
    order by l.person, l.position;
end $$;

-- How many records are restricted and not open to this inspector: null where it is one to four, since so small a number may give somebody away.
create function record.annex_left_out() returns int language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select case when n between 1 and 4 then null else n end from (
    select count(distinct r.person)::int as n from ring r
    where r.authority = record.authority() and r.lifted_at is null and record.is_inspector() and record.is_closed(r.person)) closed
$$;

do $$ declare f regprocedure; begin
  revoke execute on function record.may_see_annex(jsonb) from public;
  grant execute on function record.may_see_annex(jsonb) to record_owner;
  foreach f in array array['record.return_people(jsonb)', 'record.return_chains(uuid[], text[], timestamptz)', 'record.annex_left_out()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
