-- An expert from outside has an account and no role, and so no door of the record. A manager shows them chosen entries of one child until a day; each reading is
-- logged on the child's record. No word is kept here: what is asked of them is an entry too.
create table record.expert_view (
  authority int not null, view uuid not null, person uuid not null, expert uuid not null, entries uuid[] not null, until date not null,
  given_at timestamptz not null, given_by uuid not null, withdrawn_at timestamptz, withdrawn_by uuid,
  primary key (authority, view));
create index expert_view_of on record.expert_view (authority, person);
create index expert_view_for on record.expert_view (authority, expert);
alter table record.expert_view owner to record_owner;
alter table record.expert_view enable row level security;
alter table record.expert_view force row level security;
create policy writer on record.expert_view to record_owner using (authority = record.authority()) with check (authority = record.authority());

-- Whether somebody has an account and no role.
create function record.is_outside(p_authority int, p_member uuid) returns boolean language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select exists (select from access.member m where m.authority = p_authority and m.member = p_member and m.roles = '{}' and m.left_at is null)
$$;

-- What may be shown of one child: what stands, and what lawyers advised never.
create function record.showable(p_authority int, p_person uuid, p_entries uuid[]) returns table (entry uuid, step text, shared jsonb, answers jsonb)
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select c.entry, c.step, c.shared, c.answers
  from unnest(p_entries) e(entry)
  cross join lateral (select * from content c where c.authority = p_authority and c.person = p_person and c.entry = e.entry limit 1) c
  cross join lateral (select l.position, l.moved from ledger l where l.authority = p_authority and l.entry = e.entry and l.person = p_person limit 1) l
  where not c.withheld and c.kept_for is null and not l.moved and c.step not in ('consultationAdvice', 'legalPlanningMeeting')
    and not (c.step = 'caseConsultation' and coalesce(c.shared ->> 'adviser', '') = 'legalAdviser')
    and not exists (select from ledger later where later.authority = p_authority and later.person = p_person and later.corrects = l.position)
$$;

create function record.give_view(p_authority int, p_view uuid, p_person uuid, p_expert uuid, p_entries uuid[], p_until date) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  shown int;
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if not record.roles() && array['teamManager', 'headOfService'] then perform record.refuse('A manager decides what an expert from outside is shown'); end if;
  if record.may_open_file(p_authority, p_person) is not null or not record.is_admitted(p_authority, p_person, false) then perform record.refuse('Open the record first'); end if;
  if exists (select from ring r where r.authority = p_authority and r.person = p_person and r.lifted_at is null) then
    perform record.refuse('This record is restricted: nothing of it is shown to anybody outside');
  end if;
  if not record.is_outside(p_authority, p_expert) then perform record.refuse('Choose an expert from outside: somebody with an account and no role'); end if;
  if p_until is null or p_until not between record.today() and record.today() + 28 then perform record.refuse('Choose a last day from today on, and within four weeks'); end if;
  select count(*) into shown from record.showable(p_authority, p_person, p_entries) s
    where exists (select from permission p where p.authority = p_authority and p.step = s.step and p.verb = 'read' and p.role = any(record.roles()));
  if coalesce(cardinality(p_entries), 0) = 0 then perform record.refuse('Choose what the expert is shown'); end if;
  if shown <> cardinality(p_entries) then
    perform record.refuse('Choose entries of this record that stand and that you may read yourself; what lawyers advised is shown to nobody');
  end if;
  insert into expert_view(authority, view, person, expert, entries, until, given_at, given_by)
    values (p_authority, p_view, p_person, p_expert, p_entries, p_until, record.now(), record.actor()) on conflict do nothing;
end $$;

create function record.withdraw_view(p_authority int, p_view uuid) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or not record.roles() && array['teamManager', 'headOfService'] then perform record.refuse('A manager decides what an expert from outside is shown'); end if;
  update expert_view v set withdrawn_at = record.now(), withdrawn_by = record.actor()
    where v.authority = p_authority and v.view = p_view and v.withdrawn_at is null and record.is_admitted(p_authority, v.person, false);
  if not found then perform record.refuse('There is no such view, or it has been withdrawn already'); end if;
end $$;

-- What was ever shown of a child who is open to the session.
create function record.views_of(p_person uuid) returns table (view uuid, expert uuid, entries int, until date, given_at timestamptz, given_by uuid, withdrawn_at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select v.view, v.expert, cardinality(v.entries), v.until, v.given_at, v.given_by, v.withdrawn_at from expert_view v
  where v.authority = record.authority() and record.actor() is not null and v.person = p_person and record.is_admitted(v.authority, p_person, false)
    and record.roles() && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker']
  order by v.given_at desc
$$;

-- The views that are open to an expert today.
create function record.own_views() returns table (view uuid, entries int, until date, given_at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select v.view, cardinality(v.entries), v.until, v.given_at from expert_view v
  where v.authority = record.authority() and v.expert = record.actor() and v.withdrawn_at is null and v.until >= record.today()
    and record.is_outside(v.authority, v.expert)
    and not exists (select from ring r where r.authority = v.authority and r.person = v.person and r.lifted_at is null)
  order by v.given_at desc
$$;

-- The words of one of them; none, where it is not open to who asks. The reading stands among those who opened the child's record.
create function record.read_view(p_authority int, p_view uuid) returns table (entry uuid, step text, happened_on date, shared jsonb, answers jsonb)
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  v expert_view;
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  select x.* into v from expert_view x where x.authority = p_authority and x.view = p_view and exists (select from record.own_views() o where o.view = x.view);
  if not found then return; end if;
  insert into access_log(authority, person, opened_at, actor, reason)
    values (p_authority, v.person, clock_timestamp(), record.actor(), format('As an expert from outside, %s entries that were chosen', cardinality(v.entries))) on conflict do nothing;
  return query
    select s.entry, s.step, e.happened_on, s.shared, s.answers from record.showable(p_authority, v.person, v.entries) s
    cross join lateral (select e.happened_on from entry e where e.authority = p_authority and e.entry = s.entry limit 1) e
    order by e.happened_on desc, s.entry;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.give_view(int, uuid, uuid, uuid, uuid[], date)', 'record.withdraw_view(int, uuid)', 'record.views_of(uuid)', 'record.own_views()', 'record.read_view(int, uuid)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.is_outside(int, uuid)', 'record.showable(int, uuid, uuid[])']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
