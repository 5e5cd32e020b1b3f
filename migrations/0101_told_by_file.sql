-- The staff files as known at an instant (null: now), to whoever answers for how many workers there are or counts for them; to a manager those of the people whom they
-- supervise; to anybody else none. To whoever counts alone as a month had them that is over, so that nobody's days can be followed; but for the census, which is of each. Logged as every list is.
-- Read file by file, words first: what is of another step, and supervision that was recorded long ago (none is recorded ahead), is passed over before its entry is looked up.
create or replace function record.workforce_told(p_steps text[], p_then timestamptz)
returns table (person uuid, member uuid, "position" int, entry uuid, step text, happened_on date, recorded_at timestamptz, recorded_by uuid, stated_at timestamptz, source text,
  corrects int, tombstone boolean, reason text, shared jsonb, answers jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  v_whole boolean := coalesce(record.may_return(), false);
  v_monthly boolean := record.actor() is not null and coalesce(record.may_return(), false) and not record.roles() && array['headOfService'] and not 'staffDetails' = any(p_steps);
  v_then timestamptz := case when v_monthly then record.month_over(p_then) else p_then end;
  v_since timestamptz := date_trunc('day', coalesce(v_then, record.now())) - interval '200 days';
begin
  if not v_whole and not coalesce('teamManager' = any(record.roles()) and record.actor() is not null, false) then
    perform record.refuse('Only heads of service and performance analysts are told of staff, and managers of their own');
  end if;
  if record.actor() is not null then perform record.log_list(jsonb_build_object('workforce', p_steps, 'knownAt', p_then), 0); end if;
  return query
    with asked as materialized (select q.step, array_agg(q.question) as questions from record.workforce_questions(v_whole) q where q.step = any(p_steps) group by q.step)
    select l.person, f.subject, l.position, l.entry, e.step, e.happened_on, l.recorded_at, e.recorded_by, e.stated_at, e.source, l.corrects, l.tombstone, null::text,
      case when l.shared is null then null else coalesce((select jsonb_object_agg(a.key, a.value) from jsonb_each(l.shared) a where a.key = any(q.questions)), '{}') end, '{}'::jsonb
    from file f
    join access.member m on m.authority = f.authority and m.member = f.subject and (v_whole or record.oversees(m) or m.member = record.actor())
    cross join lateral (select l.*, c.shared
        from (select * from ledger l where l.authority = f.authority and l.person = f.person and not l.moved and (v_then is null or l.recorded_at <= v_then) offset 0) l
        left join (select c.entry, c.step, c.shared from content c where c.authority = f.authority and c.person = f.person offset 0) c on c.entry = l.entry
        where c.step is null or c.step = any(p_steps) and (c.step <> 'staffSupervision' or l.corrects is not null or l.recorded_at > v_since) offset 0) l
    cross join lateral (select * from entry e where e.authority = l.authority and e.entry = l.entry and e.step = any(p_steps)
        and (e.step <> 'staffSupervision' or l.corrects is not null or e.happened_on > v_since::date) limit 1) e
    join asked q on q.step = e.step
    where f.authority = record.authority() and f.kind = 'staff' and f.destroyed_at is null
    order by l.person, l.position;
end $$;

create or replace function record.stated_in_files(p_at timestamptz, p_kind text, p_step text) returns table (file uuid, subject uuid, happened_on date, words jsonb)
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select f.person, f.subject, e.happened_on, l.shared || l.answers
  from file f
  cross join lateral (select l.*, c.shared, c.answers
    from (select * from ledger l where l.authority = f.authority and l.person = f.person and l.recorded_at <= p_at and not l.tombstone offset 0) l
    join (select c.entry, c.shared, c.answers from content c where c.authority = f.authority and c.person = f.person and (c.step is null or c.step = p_step) offset 0) c on c.entry = l.entry
    offset 0) l
  cross join lateral (select * from entry e where e.authority = l.authority and e.entry = l.entry limit 1) e
  where f.authority = record.authority() and f.kind = p_kind and e.step = p_step
    and not exists (select from ledger n where n.authority = l.authority and n.person = l.person and n.corrects = l.position and n.recorded_at <= p_at)
$$;

-- What was promised in inductions that the reader may open, as far as it is known when they run and how much is protected; none of them is opened for it.
create function record.inductions_told(p_then timestamptz)
returns table (person uuid, member uuid, "position" int, entry uuid, step text, happened_on date, recorded_at timestamptz, recorded_by uuid, stated_at timestamptz, source text,
  corrects int, tombstone boolean, reason text, shared jsonb, answers jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select l.person, f.subject, l.position, l.entry, e.step, e.happened_on, l.recorded_at, e.recorded_by, e.stated_at, e.source, l.corrects, l.tombstone, null::text,
    case when c.shared is null then null else (select coalesce(jsonb_object_agg(a.key, a.value), '{}') from jsonb_each(c.shared) a where a.key in ('startedOn', 'scheme', 'percent', 'extendedTo')) end,
    '{}'::jsonb
  from file f
  cross join lateral (select * from ledger l where l.authority = f.authority and l.person = f.person and not l.moved and (p_then is null or l.recorded_at <= p_then) offset 0) l
  cross join lateral (select * from entry e where e.authority = l.authority and e.entry = l.entry and e.step in ('inductionProgramme', 'inductionReview', 'inductionEnd') limit 1) e
  left join content c on c.authority = l.authority and c.person = l.person and c.entry = l.entry
  where f.authority = record.authority() and record.actor() is not null and f.kind = 'induction' and f.destroyed_at is null and f.subject is not null and record.may_open_file(f.authority, f.person)
  order by l.person, l.position
$$;
alter function record.inductions_told(timestamptz) owner to record_owner;
revoke execute on function record.inductions_told(timestamptz) from public;
grant execute on function record.inductions_told(timestamptz) to sightline_app;
