-- What a surge does is simulated with the workers that there are: the hours of each, whose caseload is protected, and who is away; no longer with heads.

-- Of each member with a staff file, on a day: how much of a full-time post they lack, in 100 (100: away since a fortnight or longer), and to how much of the usual their caseload is protected.
create function record.capacity_on(p_authority int, p_on date) returns table (member uuid, lacks int, protected_to int)
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with said as materialized (select f.kind, f.subject, s.step, s.happened_on, s.recorded_at, s.shared from file f
      cross join lateral record.said_in(f.authority, f.person, case f.kind when 'workforce' then array['caseloadStandard']
        when 'induction' then array['inductionProgramme', 'inductionEnd'] else array['employment', 'staffAbsence', 'staffAbsenceEnd'] end) s
      where f.authority = p_authority and f.kind in ('staff', 'induction', 'workforce') and f.destroyed_at is null and s.happened_on <= p_on),
  standard as (select coalesce(max((t.shared ->> 'fullTimeHours')::numeric), 37) as hours, coalesce(max((t.shared ->> 'newlyQualified')::numeric), 90) as newly
    from (select s.shared from said s where s.step = 'caseloadStandard' order by s.happened_on desc, s.recorded_at desc limit 1) t),
  employed as (select distinct on (s.subject) s.subject, (s.shared ->> 'hours')::numeric as hours, s.shared ->> 'grade' as grade
    from said s where s.step = 'employment' order by s.subject, s.happened_on desc, s.recorded_at desc),
  absent as (select distinct on (s.subject) s.subject, s.happened_on, (s.shared ->> 'until')::date as until
    from said s where s.step = 'staffAbsence' order by s.subject, s.happened_on desc, s.recorded_at desc),
  promised as (select distinct on (s.subject) s.subject, s.step, (s.shared ->> 'percent')::numeric as percent
    from said s where s.kind = 'induction' order by s.subject, s.happened_on desc, s.recorded_at desc)
  select e.subject,
    case when a.happened_on <= p_on - 14 and coalesce(a.until >= p_on, true)
      and not exists (select from said b where b.step = 'staffAbsenceEnd' and b.subject = e.subject and b.happened_on >= a.happened_on and b.happened_on < p_on) then 100
      else 100 - round(100 * least(1, coalesce(e.hours, t.hours) / t.hours))::int end,
    case when e.grade = 'newlyQualified' then round(coalesce(case when p.step = 'inductionProgramme' then p.percent end, t.newly))::int end
  from employed e cross join standard t left join absent a on a.subject = e.subject left join promised p on p.subject = e.subject
  where e.subject is not null
$$;

select record.amend(array[
    ['record.stage_sums(date, date, jsonb, text[])', 'select ''load'', w.team::text, null, null, 0, w.children, count(*)::int from (', 'select ''load'', w.team::text, w.protected_to::text, null, w.lacks, 0, count(*)::int from ('],
    ['record.stage_sums(date, date, jsonb, text[])', 'm.member, coalesce(k.children, 0) as children
      from access.member m', 'm.member, coalesce(c.lacks, 0) as lacks, c.protected_to
      from access.member m
      left join record.capacity_on(record.authority(), p_until) c on c.member = m.member'],
    ['record.stage_sums(date, date, jsonb, text[])', 'group by w.team, w.children;', 'group by w.team, w.protected_to, w.lacks;']
  ]);
alter function record.capacity_on(int, date) owner to record_owner;
revoke execute on function record.capacity_on(int, date) from public;
