-- A session of training has no more places than it has; since when somebody is here is told to those who count what they owe to learn, and whoever had not started is no worker of then.

-- Since when whoever is employed here is: of oneself, and of whomever one supervises.
create function record.started_here() returns table (member uuid, started_on date)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select m.member, (select min(s.happened_on) filter (where s.step = 'employment' and s.happened_on > coalesce(e.ended_on, '-infinity'))
    from record.said_in(f.authority, f.person, array['employment']) s
    cross join (select max(x.happened_on) as ended_on from record.said_in(f.authority, f.person, array['employmentEnd']) x where x.happened_on < record.today()) e)
  from access.member m join file f on f.authority = m.authority and f.kind = 'staff' and f.subject = m.member and f.destroyed_at is null
  where m.authority = record.authority() and record.actor() is not null and m.left_at is null and (m.member = record.actor() or record.oversees(m))
$$;

-- A session has so many places of ours and so many of agencies. Who comes last while another is booking waits for the other, and is refused when none is left. Asked when all that is stated is in
-- its chain; what is struck out takes no place.
create function record.keep_places(p_authority int, p_entries jsonb, p_abouts jsonb) returns void
language plpgsql volatile set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  v_step text; v_session text; v_places int; v_ours int; v_agencies int; v_taken int;
begin
  for v_step, v_session, v_places in
    select e.step, e.shared ->> 'session', coalesce((e.shared ->> 'places')::int, 0) from jsonb_to_recordset(p_entries) e(entry uuid, step text, shared jsonb)
    where e.step in ('trainingBooking', 'agencyPlaces') and e.shared ->> 'session' is not null
      and exists (select from jsonb_to_recordset(p_abouts) a(entry uuid, tombstone boolean) where a.entry = e.entry and a.tombstone is not true)
    order by 2
  loop
    perform pg_advisory_xact_lock(hashtextextended(format('places %s %s', p_authority, v_session), 0));
    select (s.shared ->> 'places')::int - coalesce((s.shared ->> 'agencyPlaces')::int, 0), coalesce((s.shared ->> 'agencyPlaces')::int, 0) into v_ours, v_agencies
    from file f cross join lateral record.said_in(f.authority, f.person, array['courseSession']) s
    where f.authority = p_authority and f.kind = 'course' and s.entry::text = v_session
      and exists (select from content c where c.authority = f.authority and c.person = f.person and c.entry::text = v_session);
    continue when v_ours is null;
    if v_step = 'trainingBooking' then
      select count(distinct b.member) into v_taken from record.booked(p_authority, v_session) b where b.member is not null;
      if v_taken > v_ours then perform record.refuse('No place is left in this session: choose another'); end if;
    elsif v_places > 0 then
      select coalesce(sum(b.places), 0) into v_taken from record.booked(p_authority, v_session) b where b.agency is not null;
      if v_taken > v_agencies then
        perform record.refuse(format('%s of the places for agencies are left in this session: enter as many or fewer', greatest(0, v_agencies - v_taken + v_places)));
      end if;
    end if;
  end loop;
end $$;

do $$ begin
  perform record.amend(array[
    ['record.append(int, jsonb, jsonb, jsonb, jsonb, jsonb)', '  perform record.keep(p_authority, at, p_clocks, p_standings, p_identifiers);', '  perform record.keep_places(p_authority, p_entries, p_abouts);
  perform record.keep(p_authority, at, p_clocks, p_standings, p_identifiers);'],
    ['record.stage_sums(date, date, jsonb, text[])', 'and (k.children > 0 or ''socialWorker'' = any(m.roles))) w',
     'and (k.children > 0 or ''socialWorker'' = any(m.roles) and coalesce((select min(s.happened_on) from file f
        cross join lateral record.said_in(f.authority, f.person, array[''employment'']) s
        where f.authority = m.authority and f.kind = ''staff'' and f.subject = m.member and f.destroyed_at is null) <= p_until, true))) w'],
    -- Returns are made of children''s records, of posts and of households; never of these files.
    ['record.return_chains(uuid[], text[], timestamptz)', 'where v_whole or not record.is_closed(p.person)',
     'where (v_whole or not record.is_closed(p.person))
      and not exists (select from file f where f.authority = record.authority() and f.person = p.person and f.kind in (''allegation'', ''complaint'', ''caseReview'', ''caseAudit'', ''induction''))']
  ]);
  alter function record.started_here() owner to record_owner;
  revoke execute on function record.started_here() from public;
  grant execute on function record.started_here() to sightline_app;
  revoke execute on function record.keep_places(int, jsonb, jsonb) from public;
  grant execute on function record.keep_places(int, jsonb, jsonb) to record_owner;
end $$;
