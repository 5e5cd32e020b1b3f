-- Whoever counts alone needs numbers, and follows nobody's days: what is carried is told to them as the month had it that is over, as staff files are; that a child's worker had left
-- by then is said of the child, and not of whom; who has left, and when, is told to managers alone. What the census asks is of each member on its day, and is logged.
drop function record.carried(timestamptz);
create function record.carried(p_then timestamptz, p_census boolean) returns table (state jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  v_whole boolean := coalesce(record.may_return(), false);
  v_manager boolean := coalesce('teamManager' = any(record.roles()), false);
  v_monthly boolean := v_whole and record.actor() is not null and not record.roles() && array['headOfService'] and not p_census;
  v_then timestamptz := case when v_monthly then record.month_over(p_then) else p_then end;
  v_people uuid[];
begin
  if record.authority() is null or (record.actor() is null and not v_whole) then return; end if;
  if p_census and record.actor() is not null then perform record.log_list(jsonb_build_object('workforce census', 'what is carried', 'knownAt', p_then), 0); end if;
  v_people := array(select m.member from access.member m where m.authority = record.authority() and (m.member = record.actor() or v_manager and record.oversees(m)));
  return query
  select jsonb_strip_nulls(jsonb_build_object(
      'worker', case when not w.has_left then s.state -> 'worker' end, 'workerSince', case when not w.has_left then s.state -> 'workerSince' end, 'workerLeft', case when w.has_left then true end,
      'seconds', s.state -> 'seconds', 'team', s.state -> 'team',
      'family', case when s.state ->> 'family' is not null then dense_rank() over (order by s.state ->> 'family') end,
      'openSince', s.state -> 'openSince', 'helpSince', s.state -> 'helpSince', 'inNeedPlanSince', s.state -> 'inNeedPlanSince', 'onPlanSince', s.state -> 'onPlanSince',
      'lookedAfterSince', s.state -> 'lookedAfterSince', 'careLeaverUntil', s.state -> 'careLeaverUntil', 'leftCareOn', s.state -> 'leftCareOn', 'courtSince', s.state -> 'courtSince',
      'unallocatedSince', s.state -> 'unallocatedSince', 'miles', s.state -> 'stays' -> 'miles'))
  from standing s
  cross join lateral (select v_monthly and exists (select from access.member m where m.authority = s.authority and m.member = s.worker and m.left_at <= v_then) as has_left) w
  where s.authority = record.authority()
    and case when v_then is null then s.known_to = 'infinity' else s.known_from <= v_then and s.known_to > v_then end
    and (s.state ?| array['openSince', 'helpSince', 'inNeedPlanSince', 'onPlanSince', 'lookedAfterSince']
      or s.state ->> 'careLeaverUntil' > to_char(coalesce(v_then, record.now()) at time zone 'Europe/London', 'YYYY-MM-DD'))
    and not record.is_sealed(s.authority, s.person)
    and (v_whole or v_manager and s.team = any(record.teams()) or s.worker = any(v_people)
      or exists (select from jsonb_array_elements_text(s.state -> 'seconds') x where x::uuid = any(v_people)));
end $$;
alter function record.carried(timestamptz, boolean) owner to record_owner;
revoke execute on function record.carried(timestamptz, boolean) from public;
grant execute on function record.carried(timestamptz, boolean) to sightline_app;

create or replace function record.left_members() returns table (member uuid, left_on date)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select m.member, (m.left_at at time zone 'Europe/London')::date from access.member m
  where m.authority = record.authority() and record.actor() is not null and record.roles() && array['teamManager', 'headOfService'] and m.left_at is not null
$$;
