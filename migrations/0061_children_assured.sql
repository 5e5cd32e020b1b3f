-- The limits of the children of whom the report is are read child by child. 0041 looked through every limit that ever ran, of whoever was ever known, which grows with the years and not
-- with the children; and so it was with those of supervision.
drop index record.clock_supervision;
create index clock_supervision on record.clock (authority, known_to) where rule in ('staffSupervision', 'caseDiscussion');

create or replace function record.assured_children(p_at timestamptz, p_rules jsonb) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with day as (select (p_at at time zone 'Europe/London')::date as today, ((p_at at time zone 'Europe/London')::date - interval '6 months')::date::text as half_a_year),
  rules as materialized (select k.key as kind, r.rule from jsonb_each(p_rules) k cross join lateral jsonb_array_elements_text(k.value) r(rule)),
  counted as materialized (
    select s.person, s.team, s.worker, s.on_plan_since, s.looked_after_since, s.state from standing s
    where s.authority = record.authority() and s.known_from <= p_at and s.known_to > p_at and (s.on_plan_since is not null or s.looked_after_since is not null)),
  late as (
    select s.person, bool_or(c.is_late) filter (where r.kind = 'planReview') as plan_review, bool_or(c.is_late) filter (where r.kind = 'careReview') as care_review,
      bool_or(c.is_late) filter (where r.kind = 'planVisit') as plan_visit, bool_or(c.is_late) filter (where r.kind = 'careVisit') as care_visit
    from day d cross join counted s
    cross join lateral (select c.rule, case when not c.not_in_source then c.due_on < d.today end as is_late from clock c
      where c.authority = record.authority() and c.person = s.person and c.known_from <= p_at and c.known_to > p_at and c.started_on <= d.today
        and (c.met_on is null or c.met_on > d.today) and (c.ended_on is null or c.ended_on > d.today) offset 0) c
    join rules r on r.rule = c.rule
    group by s.person),
  stood as (
    select s.person, coalesce(s.team, '00000000-0000-0000-0000-000000000000') as team, s.worker is not null as has_worker, s.on_plan_since, s.looked_after_since, s.state, d.*,
      s.on_plan_since is not null as on_plan, s.looked_after_since is not null as in_care,
      coalesce(s.state ->> 'lastReviewOn' >= s.on_plan_since::text, false) as plan_reviewed,
      coalesce(s.state ->> 'lastLookedAfterReviewOn' >= s.looked_after_since::text or s.state ->> 'careBeganEarlier' = 'true' and s.state ? 'lastLookedAfterReviewOn', false) as care_reviewed,
      l.plan_review, l.care_review, l.plan_visit, l.care_visit
    from day d cross join counted s left join late l on l.person = s.person),
  -- is_in: whether it holds of the child; null: it cannot be said
  told as (
    select s.team, t.figure, t.is_in from stood s cross join lateral (values
      ('plan', s.on_plan, true),
      ('care', s.in_care, true),
      ('planAndCare', s.on_plan and s.in_care, true),
      ('planReview', s.on_plan, case when s.plan_reviewed or s.plan_review then not s.plan_review end),
      ('careReview', s.in_care, case when s.care_reviewed or s.care_review then not s.care_review end),
      ('planSixMonths', s.on_plan, case when s.plan_reviewed and s.state ->> 'lastReviewOn' >= s.half_a_year then true when s.plan_reviewed and s.plan_review is not null or s.plan_review then false end),
      ('careSixMonths', s.in_care, case when s.care_reviewed and s.state ->> 'lastLookedAfterReviewOn' >= s.half_a_year then true when s.care_reviewed and s.care_review is not null or s.care_review then false end),
      ('planVisit', s.on_plan, not s.plan_visit),
      ('careVisit', s.in_care, not s.care_visit),
      ('planSeen', s.on_plan, case when s.on_plan_since <= s.today - 28 and not s.state ? 'visitsNotInSource'
        then coalesce(s.state ->> 'lastSeenOn' >= (s.today - 28)::text, false) end),
      ('worker', true, s.has_worker),
      ('officer', s.in_care, s.state ? 'reviewingOfficer'),
      ('planDrift', s.on_plan, s.on_plan_since > s.today - interval '2 years')) t(figure, is_of, is_in)
    where t.is_of)
  select t.figure, t.team, count(*) filter (where t.is_in), count(*) filter (where t.is_in is not null), count(*) filter (where t.is_in is null)
  from told t group by t.figure, t.team
$$;
