-- As in 0025, forty times as soon: counted by one question for each instant, and for those who are restricted by one for all.
drop function record.counts_then(timestamptz[]);
drop function record.counted(record.standing, timestamptz);

-- How many children there were at an instant, as known at it: of the whole authority, or of these people.
create function record.count_at(p_at timestamptz, p_people uuid[]) returns record.counted_then
language plpgsql stable set search_path = pg_catalog, record, pg_temp as $$
declare
  found record.counted_then;
begin
  execute 'select $2, $1, count(*) filter (where s.on_plan_since is not null), count(*) filter (where s.looked_after_since is not null),
      count(*) filter (where s.on_plan_since is not null and s.looked_after_since is not null),
      count(*) filter (where s.on_plan_since is not null and s.state ->> ''lastReviewOn'' >= i.since and s.state ->> ''lastReviewOn'' >= s.on_plan_since::text),
      count(*) filter (where s.looked_after_since is not null and s.state ->> ''lastLookedAfterReviewOn'' >= i.since
        and (s.state ->> ''careBeganEarlier'' = ''true'' or s.state ->> ''lastLookedAfterReviewOn'' >= s.looked_after_since::text))
    from (select (($1 at time zone ''Europe/London'')::date - interval ''6 months'')::date::text as since) i, standing s
    where s.authority = $2 and s.known_from <= $1 and s.known_to > $1 and (s.on_plan_since is not null or s.looked_after_since is not null)'
    || case when p_people is null then '' else ' and s.person = any($3)' end
    into found using p_at, record.authority(), p_people;
  return found;
end $$;

create function record.counts_then(p_instants timestamptz[]) returns setof record.counted_then
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  hidden uuid[];
  one timestamptz;
begin
  if record.authority() is null or record.actor() is null or record.scope() <> 'all' then return; end if;
  for one in select distinct u.at from unnest(p_instants) u(at) where u.at < record.settled()
      and not exists (select from counted_then k where k.authority = record.authority() and k.at = u.at) loop
    insert into counted_then select c.* from record.count_at(one, null) c on conflict do nothing;
  end loop;
  hidden := array(select r.person from ring r where r.authority = record.authority() and r.lifted_at is null and not coalesce(r.person = any(record.opened()), false));
  return query select k.authority, k.at, k.on_plan - h.on_plan, k.looked_after - h.looked_after, k.both_of_them - h.both_of_them, k.on_plan_reviewed - h.on_plan_reviewed,
      k.looked_after_reviewed - h.looked_after_reviewed
    from unnest(p_instants) with ordinality i(at, n) join counted_then k on k.authority = record.authority() and k.at = i.at
    cross join lateral record.count_at(i.at, hidden) h
    order by i.n;
end $$;
alter function record.counts_then(timestamptz[]) owner to record_owner;
revoke execute on function record.counts_then(timestamptz[]), record.count_at(timestamptz, uuid[]) from public;
grant execute on function record.counts_then(timestamptz[]) to sightline_app;
grant execute on function record.count_at(timestamptz, uuid[]) to record_owner;
