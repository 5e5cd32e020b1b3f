-- Supervision in the assurance report: of staff, of the whole service alone, since whose is late is for their manager and that manager's own; of children, whether they
-- were discussed in it. And whoever's review is not in the source is not outside six months.
create index clock_action on record.clock (authority, due_on) where rule = 'actionDue';
create index clock_supervision on record.clock (authority, rule) where rule in ('staffSupervision', 'caseDiscussion');

create function record.assured_supervision(p_at timestamptz) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  with day as (select (p_at at time zone 'Europe/London')::date as today),
  running as (
    select case c.rule when 'staffSupervision' then 'supervision' else 'discussed' end as figure,
      case c.rule when 'caseDiscussion' then s.team end as team, case when not c.not_in_source then c.due_on >= d.today end as is_in
    from day d cross join clock c
    left join lateral (select * from standing s where s.authority = c.authority and s.person = c.person and s.known_from <= p_at and s.known_to > p_at limit 1) s on true
    where c.authority = record.authority() and c.rule in ('staffSupervision', 'caseDiscussion') and c.known_from <= p_at and c.known_to > p_at
      and c.started_on <= d.today and (c.met_on is null or c.met_on > d.today) and (c.ended_on is null or c.ended_on > d.today))
  select r.figure, coalesce(r.team, '00000000-0000-0000-0000-000000000000'::uuid), count(*) filter (where r.is_in), count(*) filter (where r.is_in is not null),
    count(*) filter (where r.is_in is null)
  from running r group by 1, 2
$$;

create or replace function record.assure(p_at timestamptz, p_rules jsonb, p_steps text[]) returns setof record.assured
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select * from record.assured_children(p_at, p_rules)
  union all select * from record.assured_substance(p_at)
  union all select * from record.assured_record(p_at, p_steps)
  union all select * from record.assured_supervision(p_at)
$$;

create or replace function record.assured_questions() returns table (question text, words text) language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.proname::text, p.prosrc from pg_proc p where p.pronamespace = 'record'::regnamespace
    and p.proname in ('assured_children', 'stated_then', 'assured_substance', 'assured_record', 'assured_supervision') order by 1
$$;

do $$ declare f constant regprocedure := 'record.assured_children(timestamptz, jsonb)'; before text; after text; begin
  before := pg_get_functiondef(f);
  after := replace(before, 'case when s.plan_reviewed or s.plan_review is distinct from false then s.plan_reviewed and s.state ->> ''lastReviewOn'' >= s.half_a_year end',
    'case when s.plan_reviewed and s.state ->> ''lastReviewOn'' >= s.half_a_year then true when s.plan_reviewed and s.plan_review is not null or s.plan_review then false end');
  if after = before then raise exception '% is not as it should be', f; end if;
  before := after;
  after := replace(before, 'case when s.care_reviewed or s.care_review is distinct from false then s.care_reviewed and s.state ->> ''lastLookedAfterReviewOn'' >= s.half_a_year end',
    'case when s.care_reviewed and s.state ->> ''lastLookedAfterReviewOn'' >= s.half_a_year then true when s.care_reviewed and s.care_review is not null or s.care_review then false end');
  if after = before then raise exception '% is not as it should be', f; end if;
  execute after;
end $$;
-- What was found otherwise is found again.
truncate record.assured_then;
revoke execute on function record.assured_supervision(timestamptz) from public;
grant execute on function record.assured_supervision(timestamptz) to record_owner;
