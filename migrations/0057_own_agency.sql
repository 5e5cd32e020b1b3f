-- Each agency answers for what is entered in its name on a Safeguarding Board: its data, its judgement of itself, its challenges and its answers to those of others. Whoever
-- sits for one enters nothing of another, and puts nothing of another's right. The business manager enters what comes on paper, of all.

-- For which agencies this actor sits on a body on a day. A corrected seat is as corrected, under its first entry; one that was struck out never was.
create function record.seats_on(p_authority int, p_body uuid, p_on date) returns table (agency text)
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with recursive seat as (
    select l.position, l.corrects, c.entry, c.shared
    from content c cross join lateral (select * from ledger l where l.authority = c.authority and l.entry = c.entry and l.person = c.person limit 1) l
    where c.authority = p_authority and c.step = 'bodyMember' and c.shared ->> 'member' = record.actor()::text and c.person = p_body and not l.tombstone
      and not exists (select from ledger n where n.authority = c.authority and n.person = c.person and n.corrects = l.position)
    union all
    select p.position, p.corrects, p.entry, s.shared
    from seat s cross join lateral (select * from ledger p where p.authority = p_authority and p.person = p_body and p.position = s.corrects limit 1) p
  )
  select s.shared ->> 'agency' from seat s where s.corrects is null and (s.shared ->> 'from')::date <= p_on and not exists (
    select from content e cross join lateral (select * from ledger l where l.authority = e.authority and l.entry = e.entry and l.person = e.person limit 1) l
    where e.authority = p_authority and e.step = 'bodyMemberEnd' and e.shared ->> 'seat' = s.entry::text and e.person = p_body and not l.tombstone
      and not exists (select from ledger n where n.authority = e.authority and n.person = e.person and n.corrects = l.position)
      and (e.shared ->> 'on')::date < p_on)
$$;
create or replace function record.sits_on(p_authority int, p_body uuid, p_on date) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select exists (select from record.seats_on(p_authority, p_body, p_on))
$$;

-- For whom this session speaks in a body: the agencies of its seats there and on the body to which it answers; a head of service for the council too. Null: for all.
create function record.agencies_of(p_authority int, p_body uuid) returns text[]
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select case when 'boardManager' = any(record.roles()) then null else array(
    select s.agency from file f cross join lateral (select f.person union select f.subject) b(body) cross join lateral record.seats_on(f.authority, b.body, record.today()) s
      where f.authority = p_authority and f.person = p_body and s.agency is not null
    union select 'council' where 'headOfService' = any(record.roles()) order by 1) end
$$;

-- In whose name a statement is made; an answer in the name of whom the challenge, as it stands, asks. Null: in nobody's.
create function record.agency_said(p_authority int, p_body uuid, p_step text, p_shared jsonb) returns text
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with recursive asked as (
    select l.position, l.entry, 1 as n from ledger l where p_step = 'bodyChallengeAnswer' and l.authority = p_authority and l.person = p_body and l.entry::text = p_shared ->> 'challenge'
    union all
    select l.position, l.entry, a.n + 1
    from asked a cross join lateral (select * from ledger l where l.authority = p_authority and l.person = p_body and l.corrects = a.position and not l.tombstone limit 1) l
  )
  select case p_step when 'agencyData' then p_shared ->> 'agency' when 'agencyAssessment' then p_shared ->> 'agency'
    when 'agencyAssessmentChallenge' then p_shared ->> 'by' when 'bodyChallenge' then p_shared ->> 'by'
    else (select c.shared ->> 'whom' from asked a join content c on c.authority = p_authority and c.person = p_body and c.entry = a.entry and c.step = 'bodyChallenge'
      order by a.n desc limit 1) end
$$;

create function record.why_not_of_agency(p_authority int, p_entries jsonb, p_abouts jsonb) returns text
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with sent as (
    select a.person, a.corrects, coalesce(a.tombstone, false) as tombstone, e.step, e.shared
    from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid, corrects int, tombstone boolean) join jsonb_to_recordset(p_entries) e(entry uuid, step text, shared jsonb) using (entry)
    where exists (select from file f where f.authority = p_authority and f.person = a.person and f.kind = 'body')
  ),
  said as (
    select s.person, s.step, s.shared from sent s where not s.tombstone
    union all
    select s.person, c.step, c.shared
    from sent s cross join lateral (select * from ledger l where l.authority = p_authority and l.person = s.person and l.position = s.corrects limit 1) l
    join content c on c.authority = p_authority and c.person = s.person and c.entry = l.entry
  )
  select 'You enter what your own agency says. What another says is entered by whoever sits here for it, or by the business manager'
  from said s cross join lateral (select record.agencies_of(p_authority, s.person) as own) o
  where s.step in ('agencyData', 'agencyAssessment', 'agencyAssessmentChallenge', 'bodyChallenge', 'bodyChallengeAnswer')
    and o.own is not null and coalesce(record.agency_said(p_authority, s.person, s.step, s.shared), '') <> all(o.own)
  limit 1
$$;

-- Told to whoever may open the body: what its forms offer.
create function record.speaks_for(p_body uuid) returns text[]
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select case when record.may_open_file(record.authority(), p_body) then record.agencies_of(record.authority(), p_body) else '{}' end
$$;

do $$ declare f regprocedure; before text; after text; begin
  f := 'record.why_not(int, jsonb, jsonb)'; before := pg_get_functiondef(f);
  after := replace(before, 'return record.why_not_in_file(p_authority, p_entries, p_abouts);',
    'return coalesce(record.why_not_in_file(p_authority, p_entries, p_abouts), record.why_not_of_agency(p_authority, p_entries, p_abouts));');
  if after = before then raise exception 'record.why_not is not as it should be'; end if;
  execute after;
  alter function record.speaks_for(uuid) owner to record_owner;
  revoke execute on function record.speaks_for(uuid) from public;
  grant execute on function record.speaks_for(uuid) to sightline_app;
  foreach f in array array['record.seats_on(int, uuid, date)', 'record.agencies_of(int, uuid)', 'record.agency_said(int, uuid, text, jsonb)', 'record.why_not_of_agency(int, jsonb, jsonb)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
