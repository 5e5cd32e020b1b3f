-- The report that a committee is given, and the service's evaluation of itself, read how many people there are to do the work: of the whole service, and of nobody by name.

-- Posts filled, who is employed here and who sent by an agency, who stayed for a year, who is at work on the day and not away sick, and how many teams have no more people than one manager can supervise.
create function record.assured_workforce(p_at timestamptz) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with day as (select (p_at at time zone 'Europe/London')::date as today),
  standard as (select coalesce(max((s.words ->> 'fullTimeHours')::numeric), 37) as hours, coalesce(max((s.words ->> 'span')::int), 7) as span
    from (select s.words from day d cross join record.stated_in_files(p_at, 'workforce', 'caseloadStandard') s where s.happened_on <= d.today order by s.happened_on desc limit 1) s),
  begun as (select distinct on (e.file) e.file, e.happened_on, e.words ->> 'team' as team, e.words ->> 'contract' = 'agency' as by_agency, e.words ->> 'grade' as grade,
      least(1, (e.words ->> 'hours')::numeric / s.hours) as fte
    from day d cross join standard s cross join record.stated_in_files(p_at, 'staff', 'employment') e where e.happened_on <= d.today order by e.file, e.happened_on desc),
  ended as (select e.file, max(e.happened_on) as happened_on from day d cross join record.stated_in_files(p_at, 'staff', 'employmentEnd') e where e.happened_on < d.today group by e.file),
  known as (select b.*, n.happened_on as left_on, n.happened_on is null or n.happened_on < b.happened_on as here from begun b left join ended n on n.file = b.file),
  absent as (select distinct on (a.file) a.file, a.happened_on, a.words ->> 'reason' = 'SIC' and coalesce((a.words ->> 'until')::date >= d.today, true) as sick
    from day d cross join record.stated_in_files(p_at, 'staff', 'staffAbsence') a where a.happened_on <= d.today order by a.file, a.happened_on desc),
  back as (select e.file, max(e.happened_on) as happened_on from day d cross join record.stated_in_files(p_at, 'staff', 'staffAbsenceEnd') e where e.happened_on < d.today group by e.file),
  posts as (select distinct on (p.words ->> 'team') p.words ->> 'team' as team, (select sum((x ->> 'fte')::numeric) from jsonb_array_elements(p.words -> 'posts') x) as posts
    from day d cross join record.stated_in_files(p_at, 'workforce', 'teamPosts') p where p.happened_on <= d.today order by p.words ->> 'team', p.happened_on desc),
  filled as (select p.posts, least(p.posts, coalesce((select sum(k.fte) from known k where k.here and not k.by_agency and k.team = p.team), 0)) as filled from posts p),
  spans as (select k.team, count(*) filter (where k.grade <> 'manager') as people from known k where k.here and k.team is not null group by k.team),
  told(figure, n, among) as (
    select 'postsFilled', round(coalesce(sum(f.filled), 0))::bigint, round(coalesce(sum(f.posts), 0))::bigint from filled f
    union all select 'employedHere', count(*) filter (where not k.by_agency), count(*) from known k where k.here
    union all select 'stayed', count(*) filter (where k.here), count(*) from known k cross join day d where not k.by_agency and (k.here or k.left_on > d.today - 365)
    union all select 'atWork', count(*) filter (where not coalesce(a.sick and (b.happened_on is null or b.happened_on < a.happened_on), false)), count(*)
      from known k left join absent a on a.file = k.file left join back b on b.file = k.file where k.here and not k.by_agency
    union all select 'spanKept', count(*) filter (where p.people <= s.span), count(*) from spans p cross join standard s where p.people > 0)
  select t.figure, '00000000-0000-0000-0000-000000000000'::uuid, t.n, t.among, 0::bigint from told t where record.authority() is not null and t.among > 0
$$;

select record.amend(array[
    ['record.assure(timestamptz, jsonb, text[])', '  union all select * from record.assured_governance(p_at)', '  union all select * from record.assured_governance(p_at)
  union all select * from record.assured_workforce(p_at)'],
    ['record.assured_questions()', '''assured_supervision'', ''stated_in_files''', '''assured_supervision'', ''assured_workforce'', ''stated_in_files''']
  ]);
revoke execute on function record.assured_workforce(timestamptz) from public;
grant execute on function record.assured_workforce(timestamptz) to record_owner;
-- Found anew with them when next asked for.
truncate record.assured_then;
