-- What was recorded is put right by whoever wrote it, or by their manager; what was struck out is read by few; and what was put on the wrong record leaves it.

-- Struck out: besides managers and reviewing officers, who may still read the words: whoever wrote them, and whoever struck them out. Null: as the step is read.
alter table record.content add column kept_for uuid[];
create function record.is_kept_for(kept_for uuid[]) returns boolean language sql stable
  return kept_for is null or record.actor() = any(kept_for) or record.roles() && array['teamManager', 'headOfService', 'reviewingOfficer'];
drop policy reader on record.content;
create policy reader on record.content to sightline_app using (authority = record.authority() and record.actor() is not null and person = any(record.opened()) and not withheld
  and strpos(',' || current_setting('app.steps', true) || ',', ',' || step || ',') > 0
  and record.is_kept_for(kept_for));

-- Moved to another record: the line stays in the chain, and no session is given it. Not a part of what is hashed.
alter table record.ledger add column moved boolean not null default false;
drop policy reader on record.ledger;
create policy reader on record.ledger to sightline_app
  using (authority = record.authority() and record.actor() is not null and person = any(record.opened()) and not moved);
-- Where the words of a moved line went. No session reads it: only whoever owns the database can say from which record to which.
create table record.moved_line (
  authority int not null, person uuid not null, entry uuid not null, tombstone uuid not null, to_person uuid not null, to_entry uuid,
  moved_at timestamptz not null default clock_timestamp(), moved_by uuid not null,
  primary key (authority, person, entry), foreign key (authority, entry) references record.entry);
alter table record.moved_line owner to record_owner;
alter table record.moved_line enable row level security;
alter table record.moved_line force row level security;
create policy writer on record.moved_line to record_owner using (authority = record.authority()) with check (authority = record.authority());

-- Of a child's own answers, where the shared words are withheld: not what was struck out, either.
create or replace function record.own_answers(p_people uuid[]) returns table (person uuid, entry uuid, answers jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select c.person, c.entry, c.answers from content c
  where c.authority = record.authority() and record.actor() is not null and c.person = any(p_people) and c.person = any(record.opened()) and c.withheld and c.step = any(record.steps())
    and record.is_kept_for(c.kept_for)
$$;

-- A statement and what it corrects, back to what was stated first.
create function record.statement_lines(p_authority int, p_person uuid, p_position int) returns table ("position" int, entry uuid, tombstone boolean)
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with recursive line as (
    select l.position, l.entry, l.tombstone, l.corrects from ledger l where l.authority = p_authority and l.person = p_person and l.position = p_position
    union all
    select l.position, l.entry, l.tombstone, l.corrects from line k cross join lateral (
      select * from ledger l where l.authority = p_authority and l.person = p_person and l.position = k.corrects limit 1) l)
  select k.position, k.entry, k.tombstone from line k
$$;

-- Whether this session may put right what these members wrote: its own, and a manager what the team wrote. What a file stated, whoever may record the step.
create function record.may_put_right(p_authority int, p_person uuid, p_position int) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select 'headOfService' = any(record.roles()) or exists (
    select from record.statement_lines(p_authority, p_person, p_position) l join entry e on e.authority = p_authority and e.entry = l.entry
    cross join lateral (select case when e.source like 'moved:%' then split_part(e.source, ':', 2)::uuid end as first) m
    where e.source is not null and m.first is null or record.actor() in (e.recorded_by, m.first)
      or 'teamManager' = any(record.roles()) and exists (
        select from access.member w where w.authority = p_authority and w.member in (e.recorded_by, m.first)
          and (w.team = any(record.teams()) or exists (select from access.member_team t where t.authority = p_authority and t.member = w.member and t.team = any(record.teams())))))
$$;

-- What a correction must be of, and by whom: of a kind that its maker may record; and, unless a file says it, by whoever wrote it or their manager. Words that are withheld
-- because they name somebody restricted are written anew by whoever may read them.
create function record.check_put_right(p_authority int, p_entries jsonb, p_abouts jsonb) returns void
language plpgsql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  k record;
begin
  for k in
    select a.person, a.corrects, coalesce(a.tombstone, false) as tombstone, e.step, e.source, o.step as was, c.withheld
    from jsonb_to_recordset(p_abouts) a(entry uuid, person uuid, corrects int, tombstone boolean)
    join jsonb_to_recordset(p_entries) e(entry uuid, step text, source text) using (entry)
    cross join lateral (select l.entry, l.moved from ledger l where l.authority = p_authority and l.person = a.person and l.position = a.corrects limit 1) l
    cross join lateral (select o.step from entry o where o.authority = p_authority and o.entry = l.entry limit 1) o
    left join lateral (select c.withheld from content c where c.authority = p_authority and c.person = a.person and c.entry = l.entry limit 1) c on true
  loop
    -- Who may record a visit may not strike out a conference by calling it one; and who may not read a step does not read its corrections. That
    -- something was moved away names no kind: whoever moves it must be one who may record it.
    if k.step <> k.was and not (k.tombstone and k.step = 'movedEntry' and exists (
        select from permission p where p.authority = p_authority and p.step = k.was and p.verb = 'record' and p.role = any(record.roles()))) then
      perform record.refuse('A correction must be of the same kind as the statement that it corrects');
    end if;
    if (k.source is null or k.source like 'moved:%') and k.withheld is not true and not record.may_put_right(p_authority, k.person, k.corrects) then
      perform record.refuse('A statement is put right by whoever wrote it, or by their manager');
    end if;
  end loop;
end $$;

-- Of what was struck out just now: who may still read it.
create function record.keep_struck(p_authority int, p_abouts jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  k record;
begin
  for k in select a.person, a.corrects from jsonb_to_recordset(p_abouts) a(person uuid, corrects int, tombstone boolean) where a.tombstone loop
    update content c set kept_for = (
        select array_agg(distinct w.who) from record.statement_lines(p_authority, k.person, k.corrects) s
          join entry e on e.authority = p_authority and e.entry = s.entry
          cross join lateral unnest(array[e.recorded_by, record.actor(), case when e.source like 'moved:%' then split_part(e.source, ':', 2)::uuid end]) w(who)
          where w.who is not null)
      from record.statement_lines(p_authority, k.person, k.corrects) l
      where c.authority = p_authority and c.person = k.person and c.entry = l.entry and not l.tombstone;
  end loop;
end $$;

-- Into the function as it now is.
do $$ declare before text; after text; begin
  before := pg_get_functiondef('record.append(int, jsonb, jsonb, jsonb, jsonb, jsonb)'::regprocedure);
  after := regexp_replace(before, E'  -- Who may record a visit may not.*?  end if;\n',
    E'  if corrects_some then\n    perform record.check_put_right(p_authority, p_entries, p_abouts);\n    perform record.keep_struck(p_authority, p_abouts);\n  end if;\n');
  if after = before or after like '%o.step <> e.step%' then raise exception 'record.append is not as it should be'; end if;
  execute after;
  before := pg_get_functiondef('record.chains_to_derive_from(int, uuid[], uuid)'::regprocedure);
  after := replace(before, 'l.person = p.person offset 0', 'l.person = p.person and not l.moved offset 0');
  if after = before then raise exception 'record.chains_to_derive_from is not as it should be'; end if;
  execute after;
  before := pg_get_functiondef('record.kin_statements(uuid[], timestamptz)'::regprocedure);
  after := replace(before, 'not l.tombstone', 'not l.tombstone and not l.moved');
  if after = before then raise exception 'record.kin_statements is not as it should be'; end if;
  execute after;
  before := pg_get_functiondef('record.verify(int)'::regprocedure);
  after := replace(before, 'c.entry is null and x.entry is not null)', 'c.entry is null and (x.entry is not null or l.moved and m.entry is not null))');
  after := replace(after, 'c.entry is null as is_wordless', 'c.entry is null and not l.moved as is_wordless');
  after := replace(after, 'left join erasure x using (authority, person, entry)', 'left join erasure x using (authority, person, entry) left join moved_line m using (authority, person, entry)');
  if after not like '%not l.moved as is_wordless%' or after not like '%m.entry is not null%' or after not like '%left join moved_line%' then raise exception 'record.verify is not as it should be'; end if;
  execute after;
end $$;

-- Whom else an entry is about, for whoever has one of them open: nobody whose record is restricted to others.
create function record.entry_people(p_person uuid, p_entry uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select l.person from ledger own cross join lateral (select * from ledger l where l.authority = own.authority and l.entry = own.entry offset 0) l
  where own.authority = record.authority() and record.actor() is not null and own.person = p_person and own.person = any(record.opened()) and own.entry = p_entry
    and not own.moved and not l.moved and l.person <> own.person and not record.is_closed(l.person)
  order by l.person
$$;

-- The statements of a child, whose record is open, of which the shared words are withheld from the readers of brothers and sisters, until they are written anew for these.
create function record.withheld_from(p_person uuid) returns table (person uuid, entry uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select l.person, l.entry from ledger own
  cross join lateral (select * from ledger l where l.authority = own.authority and l.entry = own.entry offset 0) l
  cross join lateral (select * from content c where c.authority = l.authority and c.person = l.person and c.entry = l.entry limit 1) c
  where own.authority = record.authority() and record.actor() is not null and own.person = p_person and own.person = any(record.opened()) and not own.moved and not l.moved
    and l.person <> own.person and c.withheld and c.kept_for is null and c.step = any(record.steps()) and not record.is_closed(l.person)
    and not exists (select from ledger k where k.authority = l.authority and k.person = l.person and k.corrects = l.position)
  order by own.position, l.person
$$;

-- What was derived of a person from an instant on, written anew, as if what has left the record had never been on it: what is removed is removed from every instant that can be asked for.
create function record.rewrite_past(p_authority int, p_person uuid, p_from timestamptz, p_clocks jsonb, p_standings jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  ringed boolean := exists (select from ring r where r.authority = p_authority and r.person = p_person and r.lifted_at is null);
begin
  delete from clock where authority = p_authority and person = p_person and known_from >= p_from;
  update clock set known_to = p_from where authority = p_authority and person = p_person and known_to > p_from;
  insert into clock(authority, person, rule, started_by, known_from, known_to, restricted, version, started_on, due_on, due_at, met_by, met_on, met_at, ended_on, ended_because, late_reason, not_in_source)
    select p_authority, p_person, c.rule, c."startedBy", c."knownFrom", coalesce(c."knownTo", 'infinity'), ringed,
           c.version, c."startedOn", c."dueOn", c."dueAt", c."metBy", c."metOn", c."metAt", c."endedOn", c."endedBecause", c."lateReason", c."notInSource"
    from jsonb_to_recordset(p_clocks) c("knownFrom" timestamptz, "knownTo" timestamptz, rule text, version text, "startedBy" uuid, "startedOn" date, "dueOn" date,
         "dueAt" timestamptz, "metBy" uuid, "metOn" date, "metAt" timestamptz, "endedOn" date, "endedBecause" text, "lateReason" uuid, "notInSource" boolean);
  delete from standing where authority = p_authority and person = p_person and known_from >= p_from;
  update standing set known_to = p_from where authority = p_authority and person = p_person and known_to > p_from;
  insert into standing(authority, person, known_from, known_to, restricted, team, worker, on_plan_since, open_since, looked_after_since, name, state, words)
    select p_authority, p_person, s."knownFrom", coalesce(s."knownTo", 'infinity'), ringed, s.team, s.worker, s."onPlanSince", s."openSince", s."lookedAfterSince", s.name, s.state, coalesce(s.words, '{}')
    from jsonb_to_recordset(p_standings) s("knownFrom" timestamptz, "knownTo" timestamptz, team uuid, worker uuid, "onPlanSince" date, "openSince" date, "lookedAfterSince" date,
         name text, state jsonb, words jsonb);
  update standing s set team_now = n.team, worker_now = n.worker from standing n
    where s.authority = p_authority and s.person = p_person and n.authority = p_authority and n.person = p_person and n.known_to = 'infinity';
  delete from counted_then c where c.authority = p_authority and c.at >= p_from;
end $$;

-- The second half of moving a statement, in the transaction that appended the tombstone to one record and the same words to the other: the words leave the wrong one.
-- lines: [{entry, to}], every line of the statement with the entry that now says the same of the right person.
create function record.take_away(p_authority int, p_person uuid, p_tombstone uuid, p_to uuid, p_lines jsonb, p_clocks jsonb, p_standings jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  last int;
  began timestamptz;
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  select l.corrects into last from ledger l join entry e using (authority, entry) join head h using (authority, person)
    where l.authority = p_authority and l.person = p_person and l.entry = p_tombstone and l.tombstone and l.position = h.position
      and e.step = 'movedEntry' and e.recorded_by = record.actor();
  if not found then perform record.refuse('Only a statement that was struck out just now, as moved, leaves the record'); end if;
  if exists (
    select from record.statement_lines(p_authority, p_person, last) s
    left join content c on c.authority = p_authority and c.person = p_person and c.entry = s.entry
    left join jsonb_to_recordset(p_lines) n(entry uuid, "to" uuid) on n.entry = s.entry
    left join content t on t.authority = p_authority and t.person = p_to and t.entry = n."to"
    where not s.tombstone and (c.entry is null or t.entry is null or t.shared <> c.shared or t.answers <> c.answers or t.step <> c.step)) then
    perform record.refuse('The words must stand in the right record before they leave the wrong one');
  end if;
  select min(l.recorded_at) into began from record.statement_lines(p_authority, p_person, last) s join ledger l on l.authority = p_authority and l.person = p_person and l.position = s.position;
  insert into moved_line(authority, person, entry, tombstone, to_person, to_entry, moved_by)
    select p_authority, p_person, s.entry, p_tombstone, p_to, n."to", record.actor() from record.statement_lines(p_authority, p_person, last) s
      left join jsonb_to_recordset(p_lines) n(entry uuid, "to" uuid) on n.entry = s.entry;
  delete from content c using record.statement_lines(p_authority, p_person, last) s where c.authority = p_authority and c.person = p_person and c.entry = s.entry;
  update ledger l set moved = true from record.statement_lines(p_authority, p_person, last) s where l.authority = p_authority and l.person = p_person and l.position = s.position;
  perform record.rewrite_past(p_authority, p_person, began, p_clocks, p_standings);
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.entry_people(uuid, uuid)', 'record.withheld_from(uuid)', 'record.take_away(int, uuid, uuid, uuid, jsonb, jsonb, jsonb)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.statement_lines(int, uuid, int)', 'record.may_put_right(int, uuid, int)', 'record.check_put_right(int, jsonb, jsonb)', 'record.keep_struck(int, jsonb)',
      'record.rewrite_past(int, uuid, timestamptz, jsonb, jsonb)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
