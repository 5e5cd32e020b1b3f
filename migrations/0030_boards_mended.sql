-- Boards of a whole service: what a derivation leaves as it was, what passes within the teams that are asked for, a tally that is compared as well as put right.

-- As in 0025; and a standing says whether the child is on a board: a program of before would take every child off whom it writes.
create or replace function record.keep_board(p_authority int, at timestamptz, p_standings jsonb) returns void
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

-- As in 0022; and nothing has been recorded of the child by deriving: the boards keep when something last was.
create or replace function record.rederive(p_authority int, p_person uuid, p_position int, p_clocks jsonb, p_standings jsonb, p_identifiers jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  h record;
  ringed boolean;
  last_changed timestamptz;
begin
  perform record.begin_write();
  select * into h from head where authority = p_authority and person = p_person for update;
  if h.position is distinct from p_position then return false; end if;
  last_changed := coalesce((select b.changed_at from board b where b.authority = p_authority and b.person = p_person), h.recorded_at);
  perform record.keep(p_authority, greatest(record.now(), h.recorded_at + interval '1 microsecond'), p_clocks, p_standings, p_identifiers);
  update board b set changed_at = last_changed where b.authority = p_authority and b.person = p_person and b.changed_at <> last_changed;
  ringed := exists (select from ring r where r.authority = p_authority and r.person = p_person and r.lifted_at is null);
  update standing set restricted = ringed where authority = p_authority and person = p_person and restricted <> ringed;
  update clock    set restricted = ringed where authority = p_authority and person = p_person and restricted <> ringed;
  update standing s set team_now = n.team, worker_now = n.worker from standing n
    where s.authority = p_authority and s.person = p_person and n.authority = p_authority and n.person = p_person and n.known_to = 'infinity'
      and (s.team_now, s.worker_now) is distinct from (n.team, n.worker);
  return true;
end $$;

-- What of a board's head is of time: when one of these children last changed, and when passing time next changes what is counted of one of them.
create or replace function record.board_times(p_at timestamptz, p_teams uuid[]) returns table (changed_at timestamptz, changes_at timestamptz)
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

-- The marks of which the tally of the boards says something else than their rows, and by how many: by the owner alone, upon one snapshot.
create function record.tally_wrong(p_authority int) returns table (mark bigint, n bigint)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select c.mark, sum(c.n)
  from (select b.mark, 1 as n from board b where b.authority = p_authority union all select t.mark, -t.n from board_tally t where t.authority = p_authority) c
  group by c.mark having sum(c.n) <> 0
$$;

-- As in 0027; and one derivation at a time, or two would each add what is missing.
create or replace function record.put_tally_right(p_authority int) returns int
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  wrong int;
begin
  perform pg_advisory_xact_lock(hashtextextended('record.put_tally_right ' || p_authority, 0));
  insert into board_tally(authority, mark, n) select p_authority, w.mark, w.n from record.tally_wrong(p_authority) w;
  get diagnostics wrong = row_count;
  return wrong;
end $$;

-- As in 0026; in the order of the instants, so that two who ask for the same months wait for each other and neither for ever.
create or replace function record.counts_then(p_instants timestamptz[]) returns setof record.counted_then
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

comment on function record.count_at(timestamptz, uuid[]) is 'Reviewed within six months as practice/board-marks.ts says it of now, and record/population.ts of some teams.';

alter function record.tally_wrong(int) owner to record_owner;
revoke execute on function record.tally_wrong(int) from public;
