-- What boards count, of the area of a panel: teams of an area or postcode districts, as its constitution says, and of the other areas beside it. Whoever may open the body is told
-- sums and no child; which sums are so small that a child could be known by them is for the program to leave out, which must know the other areas for it.
create function record.body_figures(p_body uuid, p_rules jsonb) returns table (part text, figure text, n bigint, among bigint)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp as $$
#variable_conflict use_column
declare
  made jsonb;
  districts text[];
begin
  if record.may_open_file(record.authority(), p_body) is not true then return; end if;
  select c.shared into made from content c
    cross join lateral (select * from ledger l where l.authority = c.authority and l.entry = c.entry and l.person = c.person limit 1) l
    where c.authority = record.authority() and c.person = p_body and c.step = 'bodyConstitution' and not l.tombstone
      and not exists (select from ledger n where n.authority = c.authority and n.person = c.person and n.corrects = l.position)
    order by c.shared ->> 'from' desc, l.position desc limit 1;
  if made ? 'teamsOf' then
    return query select coalesce(t.area, ''), f.figure, sum(f.n)::bigint, sum(f.among)::bigint
      from record.assured_children(statement_timestamp(), p_rules) f
      left join access.team t on t.authority = record.authority() and t.team = f.team
      where f.figure in ('plan', 'care', 'planVisit', 'planReview', 'planSeen', 'careVisit', 'careReview', 'worker')
      group by 1, 2;
  elsif made ? 'area' then
    districts := string_to_array(upper(replace(made ->> 'area', ' ', '')), ',');
    return query select case when s.district = any(districts) then 'here' else 'elsewhere' end, t.figure,
        count(*) filter (where t.is_in), count(*) filter (where t.is_in is not null)
      from (select s.on_plan_since is not null as on_plan, s.looked_after_since is not null as in_care, s.worker is not null as has_worker, s.state, s.on_plan_since,
          upper(split_part(regexp_replace(s.state ->> 'livesAt', '^.*\n', ''), ' ', 1)) as district
        from standing s where s.authority = record.authority() and s.known_to = 'infinity' and (s.on_plan_since is not null or s.looked_after_since is not null)) s
      cross join lateral (values
        ('plan', s.on_plan, true), ('care', s.in_care, true), ('worker', true, s.has_worker),
        ('planSeen', s.on_plan, case when s.on_plan_since <= current_date - 28 and not s.state ? 'visitsNotInSource'
          then coalesce(s.state ->> 'lastSeenOn' >= (current_date - 28)::text, false) end)) t(figure, is_of, is_in)
      where t.is_of
      group by 1, 2;
  end if;
end $$;
alter function record.body_figures(uuid, jsonb) owner to record_owner;
revoke execute on function record.body_figures(uuid, jsonb) from public;
grant execute on function record.body_figures(uuid, jsonb) to sightline_app;
