-- What a data protection officer watches (UK GDPR article 39(1)(b)), of the whole authority: what was asked of records and when it was answered, restricted records
-- that were opened by somebody not named for them, records destroyed or asked to be, and what left. Of nobody by name, and no word of a record: the officer is let
-- into none. `record`: the beginning of its number, by which whoever may open it knows which one is meant.
create index clock_asked_of_record on record.clock (authority, started_on) where known_to = 'infinity' and rule in ('subjectAccessAnswer', 'rectificationAnswer');
create index entry_left on record.entry (authority, recorded_at) where step in ('subjectAccessRelease', 'documentReleased');

create function record.data_protection(p_from date, p_on date)
returns table (kind text, at timestamptz, record text, by_whom uuid, second uuid, due_on date, ended_on date, how text, told jsonb)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  a constant int := record.authority();
begin
  if a is null or record.actor() is null or not 'dataProtectionOfficer' = any(record.roles()) then return; end if;
  return query
  select l.* from (
    -- A limit may end on a day that is still to come.
    select case c.rule when 'rectificationAnswer' then 'rectification' else 'copyAsked' end, c.started_on::timestamp at time zone 'Europe/London', left(c.person::text, 8), null::uuid,
        null::uuid, c.due_on, coalesce(c.met_on, e.ended_on), case when c.met_by is not null then 'answered' when e.ended_on is not null then 'ended' else 'waits' end, null::jsonb
      from clock c cross join lateral (select case when c.ended_on <= p_on then c.ended_on end as ended_on) e where c.authority = a and c.known_to = 'infinity' and c.rule in ('subjectAccessAnswer', 'rectificationAnswer')
        and (c.started_on >= p_from or c.met_by is null and e.ended_on is null)
    union all
    select 'glassBroken', l.opened_at, left(l.person::text, 8), l.actor, null, null, null, null, null
      from access_log l where l.authority = a and l.alerted and l.opened_at >= p_from
    union all
    select 'destruction', d.asked_at, left(d.person::text, 8), d.asked_by, d.ended_by, d.kept_until, (d.ended_at at time zone 'Europe/London')::date, coalesce(d.outcome, 'waits'),
        jsonb_build_object('ground', d.ground)
      from destruction d where d.authority = a and (d.asked_at >= p_from or d.ended_at >= p_from or d.outcome is null)
    union all
    select 'emergencyCopy', e.made_at, null, e.made_by, null, (e.expires_at at time zone 'Europe/London')::date, null, e.kind,
        jsonb_build_object('number', e.number, 'recipient', e.recipient, 'children', e.children)
      from emergency_copy e where e.authority = a and e.made_at >= p_from
    union all
    select 'left', e.recorded_at, null, e.recorded_by, null, null, null, e.step, null
      from entry e where e.authority = a and e.recorded_at >= p_from and e.step in ('subjectAccessRelease', 'documentReleased')) l(kind, at, record, by_whom, second, due_on, ended_on, how, told)
  order by l.at desc, l.kind, l.record
  limit 5000;
end $$;
alter function record.data_protection(date, date) owner to record_owner;
revoke execute on function record.data_protection(date, date) from public;
grant execute on function record.data_protection(date, date) to sightline_app;
