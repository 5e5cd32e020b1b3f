-- Boards of a whole service, counted and put in order by the database. One narrow row for each child on a plan or looked after, as things are now: what is
-- counted of the child and what is due, each with the instants at which passing time alone will change it. Past instants are asked of standings and clocks.
create table record.board (
  authority int not null, person uuid not null, team uuid, worker uuid, changed_at timestamptz not null,
  name_key text collate "C" not null, since date,
  marks bigint[] not null, moments timestamptz[] not null,         -- what is counted, a bit for each: marks[1] before the first moment, one more from each moment on
  dues date[] not null, due_moments timestamptz[] not null,        -- of each column the date most pressing; the whole of it once more from each moment on
  mark bigint not null, mark_from timestamptz not null, mark_until timestamptz not null,   -- what was counted when it was last looked at, and between which instants it holds
  primary key (authority, person)) with (fillfactor = 80);
create index board_team on record.board (authority, team);
create index board_from on record.board (authority, mark_from);
create index board_until on record.board (authority, mark_until);
create index board_changed on record.board (authority, changed_at);
-- The usual order of each board: the most pressing first. (The columns: review, core group, visit; looked-after review, visit, health, plans.)
create index board_name on record.board (authority, name_key, person);
create index board_plans on record.board (authority, coalesce(least(dues[1], dues[2], dues[3]), 'infinity'), name_key, person) where marks[1] & 1 = 1;
create index board_care on record.board (authority, coalesce(least(dues[4], dues[5], dues[6], dues[7]), 'infinity'), name_key, person) where marks[1] & 2 = 2;
create index board_all on record.board (authority, coalesce(least(dues[1], dues[2], dues[3], dues[4], dues[5], dues[6], dues[7]), 'infinity'), name_key, person);
create index board_dues_change on record.board (authority, (due_moments[1])) where due_moments <> '{}';

-- How many children have each mark, of the whole authority: the sum of n. Lines are only added, so that nobody who records waits for another; now and then they are summed up.
create table record.board_tally (
  authority int not null, mark bigint not null, line uuid not null default gen_random_uuid(), n int not null, primary key (authority, mark, line));

-- How many children there were at an instant that is settled, restricted ones too: as it was known then it stays. A line is dropped when something is stated as of before
-- it, which only a demonstration does.
create table record.counted_then (
  authority int not null, at timestamptz not null, on_plan int not null, looked_after int not null, both_of_them int not null, on_plan_reviewed int not null,
  looked_after_reviewed int not null, primary key (authority, at));

do $$ declare t text; begin
  foreach t in array array['board', 'board_tally', 'counted_then'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy writer on record.%1$I to record_owner using (authority = record.authority()) with check (authority = record.authority())', t);
  end loop;
end $$;

-- What holds at an instant, of as many as there are moments and one more; null, when there is nothing.
create function record.at_moment(marks bigint[], moments timestamptz[], at timestamptz) returns bigint language sql immutable parallel safe
  return marks[1 + width_bucket(at, moments)];

-- Writes the rows of these children anew, and what that changes in the tally. Called by record.keep alone, which holds the heads. A standing says whether the child is
-- on a board: a program of before would take every child off whom it writes.
create function record.keep_board(p_authority int, at timestamptz, p_standings jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  now_is constant timestamptz := clock_timestamp();
  who uuid;
  was bigint;
begin
  if exists (select from jsonb_array_elements(p_standings) s where not s ? 'board') then
    perform record.refuse('This program is older than the database: restart it');
  end if;
  delete from counted_then c where c.authority = p_authority and c.at >= keep_board.at;
  for who in select s.person from jsonb_to_recordset(p_standings) s(person uuid) loop
    delete from board b where b.authority = p_authority and b.person = who returning b.mark into was;
    if found then insert into board_tally(authority, mark, n) values (p_authority, was, -1); end if;
  end loop;
  with given as (
    select s.person, s.team, s.worker, b.*, width_bucket(now_is, b.moments) as passed
    from jsonb_to_recordset(p_standings) s(person uuid, team uuid, worker uuid, board jsonb)
    cross join lateral jsonb_to_record(s.board) b("nameKey" text, since date, marks bigint[], moments timestamptz[], dues date[], "dueMoments" timestamptz[])
    where s.board is not null),
  kept as (
    insert into board(authority, person, team, worker, changed_at, name_key, since, marks, moments, dues, due_moments, mark, mark_from, mark_until)
      select p_authority, g.person, g.team, g.worker, at, g."nameKey", g.since, g.marks, g.moments, g.dues, g."dueMoments",
        g.marks[1 + g.passed], coalesce(g.moments[g.passed], '-infinity'), coalesce(g.moments[1 + g.passed], 'infinity')
      from given g returning mark)
  insert into board_tally(authority, mark, n) select p_authority, k.mark, count(*) from kept k group by k.mark;
end $$;

-- Looks again at every row whose mark has changed since, and sums the tally up. Answers are the same before and after: it only makes them sooner.
create function record.look_again() returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  now_is constant timestamptz := clock_timestamp();
begin
  if record.authority() is null or record.actor() is null or not pg_try_advisory_xact_lock(hashtextextended('record.look_again ' || record.authority(), 0)) then return; end if;
  with due as (
    select b.person, b.mark as was, b.moments, b.marks, width_bucket(now_is, b.moments) as passed from board b
    where b.authority = record.authority() and (b.mark_until <= now_is or b.mark_from > now_is) for update skip locked),
  done as (
    update board b set mark = d.marks[1 + d.passed], mark_from = coalesce(d.moments[d.passed], '-infinity'), mark_until = coalesce(d.moments[1 + d.passed], 'infinity')
      from due d where b.authority = record.authority() and b.person = d.person returning d.was, b.mark)
  insert into board_tally(authority, mark, n)
    select record.authority(), c.mark, sum(c.n) from (select d.was as mark, -1 as n from done d union all select d.mark, 1 from done d) c group by c.mark having sum(c.n) <> 0;
  with gone as (delete from board_tally t where t.authority = record.authority() returning t.mark, t.n)
  insert into board_tally(authority, mark, n) select record.authority(), g.mark, sum(g.n) from gone g group by g.mark having sum(g.n) <> 0;
end $$;

-- How many children have each mark at an instant, of those whom lists of the whole service may show: all of them, or those of some teams. For sessions of that scope alone.
-- `lines`: of how many rows and lines it was put together; when there are many, record.look_again makes them few.
create function record.board_marks(p_at timestamptz, p_teams uuid[]) returns table (mark bigint, children int, lines int)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp as $$
#variable_conflict use_column
begin
  if record.authority() is null or record.actor() is null or record.scope() <> 'all' then return; end if;
  if p_teams is not null then
    return query select record.at_moment(b.marks, b.moments, p_at), count(*)::int, 0 from board b
      where b.authority = record.authority() and b.team = any(p_teams)
        and (coalesce(b.person = any(record.opened()), false) or not exists (select from ring r where r.authority = record.authority() and r.person = b.person and r.lifted_at is null))
      group by 1;
    return;
  end if;
  return query select c.mark, sum(c.n)::int, sum(c.lines)::int from (
      select t.mark, t.n, 1 as lines from board_tally t where t.authority = record.authority()
      union all
      select c.mark, c.n, 1 from board b cross join lateral (values (b.mark, -1), (record.at_moment(b.marks, b.moments, p_at), 1)) c(mark, n)
        where b.authority = record.authority() and b.mark_until <= p_at
      union all
      select c.mark, c.n, 1 from board b cross join lateral (values (b.mark, -1), (record.at_moment(b.marks, b.moments, p_at), 1)) c(mark, n)
        where b.authority = record.authority() and b.mark_from > p_at
      union all
      select record.at_moment(b.marks, b.moments, p_at), -1, 0
        from ring r cross join lateral (select * from board b where b.authority = record.authority() and b.person = r.person limit 1) b
        where r.authority = record.authority() and r.lifted_at is null and not coalesce(r.person = any(record.opened()), false)) c
    group by c.mark having sum(c.n) <> 0 or sum(c.lines) > 1;
end $$;

-- What of a board's head is of time: when one of these children last changed, and when passing time next changes what is counted of one of them.
create function record.board_times(p_at timestamptz, p_teams uuid[]) returns table (changed_at timestamptz, changes_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if record.authority() is null or record.actor() is null or record.scope() <> 'all' then return; end if;
  return query select
    (select b.changed_at from board b where b.authority = record.authority() and (p_teams is null or b.team = any(p_teams))
      and (coalesce(b.person = any(record.opened()), false) or not exists (select from ring r where r.authority = record.authority() and r.person = b.person and r.lifted_at is null))
      order by b.changed_at desc limit 1),
    least(
      (select b.mark_until from board b where b.authority = record.authority() and b.mark_until > p_at and b.mark_until < 'infinity' and (p_teams is null or b.team = any(p_teams))
        and (coalesce(b.person = any(record.opened()), false) or not exists (select from ring r where r.authority = record.authority() and r.person = b.person and r.lifted_at is null))
        order by b.mark_until limit 1),
      -- Of those whose mark has not been looked at since it changed, the moment after.
      (select min(b.moments[1 + width_bucket(p_at, b.moments)]) from board b where b.authority = record.authority() and b.mark_until <= p_at and (p_teams is null or b.team = any(p_teams))
        and (coalesce(b.person = any(record.opened()), false) or not exists (select from ring r where r.authority = record.authority() and r.person = b.person and r.lifted_at is null))));
end $$;

-- Children of a board in its order, some of them: of those who have all of these marks at the instant. `p_order`: of which columns the most pressing date comes
-- first; or name, worker, since. For sessions whose lists are of the whole service.
create function record.board_page(p_at timestamptz, p_teams uuid[], p_marks bigint, p_order text, p_columns int[], p_offset int, p_limit int) returns table (person uuid)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  shown constant text := 'b.authority = record.authority() and record.at_moment(b.marks, b.moments, $1) & $2 = $2 and ($3 is null or b.team = any($3))
    and (coalesce(b.person = any($4), false) or not exists (select from ring r where r.authority = record.authority() and r.person = b.person and r.lifted_at is null))';
  due constant text := 'coalesce(least(' || (select string_agg(format('b.dues[%s]', c), ', ') from unnest(p_columns) c) || '), ''infinity'')';
  due_at constant text := 'coalesce(least(' || (select string_agg(format('b.dues[%s * width_bucket($1, b.due_moments) + %s]', 7, c), ', ') from unnest(p_columns) c) || '), ''infinity'')';
  listed constant text := case when p_marks & 1 = 1 then ' and b.marks[1] & 1 = 1' when p_marks & 2 = 2 then ' and b.marks[1] & 2 = 2' else '' end;
  question text;
begin
  if record.authority() is null or record.actor() is null or record.scope() <> 'all' then return; end if;
  question := case p_order
    when 'name' then format('select b.person from board b where %s order by b.name_key, b.person', shown)
    when 'since' then format('select b.person from board b where %s order by b.since, b.name_key, b.person', shown)
    when 'worker' then format('select b.person from board b left join access.member m on m.authority = b.authority and m.member = b.worker
        where %s order by coalesce(lower(m.name), b.worker::text, ''''), b.name_key, b.person', shown)
    -- Those whose dates have not changed by themselves stand in an index in this order; the few others are looked at one by one.
    else format('select d.person from (
          (select b.person, b.name_key, %s as due from board b where %s%s and (b.due_moments[1] > $1) is not false order by %s, b.name_key, b.person limit $5::bigint + $6)
          union all select b.person, b.name_key, %s from board b where %s and b.due_moments <> ''{}'' and b.due_moments[1] <= $1) d
        order by d.due, d.name_key, d.person', due, shown, listed, due, due_at, shown)
    end || ' offset $5 limit $6';
  return query execute question using p_at, p_marks, p_teams, record.opened(), p_offset, p_limit;
end $$;

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
comment on function record.count_at(timestamptz, uuid[]) is 'Reviewed within six months as practice/board-marks.ts says it of now, and record/population.ts of some teams.';

-- The counts of the whole service at instants that are settled, for sessions whose lists are of it; each is counted once, in the order of the instants,
-- so that two who ask for the same months wait for each other and neither for ever. Whoever is restricted to others is taken away.
create function record.counts_then(p_instants timestamptz[]) returns setof record.counted_then
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  hidden uuid[];
  one timestamptz;
begin
  if record.authority() is null or record.actor() is null or record.scope() <> 'all' then return; end if;
  for one in select distinct u.at from unnest(p_instants) u(at) where u.at < record.settled()
      and not exists (select from counted_then k where k.authority = record.authority() and k.at = u.at) order by 1 loop
    insert into counted_then select c.* from record.count_at(one, null) c on conflict do nothing;
  end loop;
  hidden := array(select r.person from ring r where r.authority = record.authority() and r.lifted_at is null and not coalesce(r.person = any(record.opened()), false));
  return query select k.authority, k.at, k.on_plan - h.on_plan, k.looked_after - h.looked_after, k.both_of_them - h.both_of_them, k.on_plan_reviewed - h.on_plan_reviewed,
      k.looked_after_reviewed - h.looked_after_reviewed
    from unnest(p_instants) with ordinality i(at, n) join counted_then k on k.authority = record.authority() and k.at = i.at
    cross join lateral record.count_at(i.at, hidden) h
    order by i.n;
end $$;

-- The marks of which the tally of the boards says something else than their rows, and by how many: by the owner alone, upon one snapshot.
create function record.tally_wrong(p_authority int) returns table (mark bigint, n bigint)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select c.mark, sum(c.n)
  from (select b.mark, 1 as n from board b where b.authority = p_authority union all select t.mark, -t.n from board_tally t where t.authority = p_authority) c
  group by c.mark having sum(c.n) <> 0
$$;

-- Puts the tally right, should it ever be wrong: called by every derivation that writes, and by the owner alone. One at a time, or two would each add what is missing;
-- whoever records meanwhile adds to both. @returns how many marks were counted wrongly.
create function record.put_tally_right(p_authority int) returns int
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  wrong int;
begin
  perform pg_advisory_xact_lock(hashtextextended('record.put_tally_right ' || p_authority, 0));
  insert into board_tally(authority, mark, n) select p_authority, w.mark, w.n from record.tally_wrong(p_authority) w;
  get diagnostics wrong = row_count;
  return wrong;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.look_again()', 'record.counts_then(timestamptz[])', 'record.board_marks(timestamptz, uuid[])', 'record.board_times(timestamptz, uuid[])',
    'record.board_page(timestamptz, uuid[], bigint, text, int[], int, int)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.tally_wrong(int)', 'record.put_tally_right(int)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public', f);
  end loop;
  foreach f in array array['record.keep_board(int, timestamptz, jsonb)', 'record.count_at(timestamptz, uuid[])']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
