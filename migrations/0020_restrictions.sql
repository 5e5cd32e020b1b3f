-- Restrictions: what is withheld is judged by who may read, not by the word that a restriction is called by; one at a time; and never taken over in silence.

-- The words meant for several children are withheld from the readers of each whose brother or sister is restricted to others: unless each of its own named
-- readers is named for the other too. A record that nobody is named for has only those who break its glass, and that opens this one record.
create or replace function record.withhold(p_authority int, p_person uuid) returns void language plpgsql set search_path = pg_catalog, record, pg_temp as $$
begin
  update content c set withheld = w.withheld
  from (select l.person, l.entry, exists (
          select from ledger o join ring r on r.authority = p_authority and r.person = o.person and r.lifted_at is null
          where o.authority = p_authority and o.entry = l.entry and o.person <> l.person
            and not (exists (select from ring m where m.authority = p_authority and m.person = l.person and m.lifted_at is null)
              and exists (select from restriction m where m.authority = p_authority and m.person = l.person)
              and not exists (select from restriction m where m.authority = p_authority and m.person = l.person
                and not exists (select from restriction n where n.authority = p_authority and n.person = o.person and n.reader = m.reader)))) as withheld
        from ledger own join ledger l on l.authority = p_authority and l.entry = own.entry
        where own.authority = p_authority and own.person = p_person) w
  where c.authority = p_authority and c.person = w.person and c.entry = w.entry and c.shared <> '{}' and c.withheld <> w.withheld;
end $$;

-- Restricting and lifting, one at a time in an authority: each looks at what the others have left, and writes the lines of brothers and sisters.
-- A restriction that stands is changed or lifted by somebody named for it who has opened the record, or by a head of service who has broken its glass (which alerts).
create function record.begin_restricting(p_authority int, p_person uuid, p_reason text) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_restricter(p_authority, p_reason);
  perform pg_advisory_xact_lock(hashtextextended('record.withhold ' || p_authority, 0));
  perform from head where authority = p_authority and person = p_person and position > 0 for update;     -- an append that is under way waits, and sees it
  if not found then perform record.refuse('There is no such record'); end if;
  if not exists (select from ring r where r.authority = p_authority and r.person = p_person and r.lifted_at is null) then return; end if;
  if not record.is_admitted(p_authority, p_person, false)
    or not ('headOfService' = any(record.roles()) or exists (select from restriction n where n.authority = p_authority and n.person = p_person and n.reader = record.actor())) then
    perform record.refuse('This record is restricted: only a manager who is named for it and has opened it, or a head of service who has broken the glass, may change who may open it');
  end if;
end $$;

create or replace function record.restrict(p_authority int, p_person uuid, p_readers uuid[], p_ring text, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.begin_restricting(p_authority, p_person, p_reason);
  update ring set lifted_at = clock_timestamp(), lifted_by = record.actor(), lifted_because = p_reason
    where authority = p_authority and person = p_person and lifted_at is null;
  insert into ring(authority, person, since, ring, reason, restricted_by) values (p_authority, p_person, clock_timestamp(), p_ring, p_reason, record.actor());
  delete from restriction where authority = p_authority and person = p_person;
  insert into restriction select distinct p_authority, p_person, r from unnest(p_readers) r;
  update standing set restricted = true where authority = p_authority and person = p_person;
  update clock    set restricted = true where authority = p_authority and person = p_person;
  perform record.withhold(p_authority, p_person);
end $$;
create or replace function record.lift(p_authority int, p_person uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.begin_restricting(p_authority, p_person, p_reason);
  update ring set lifted_at = clock_timestamp(), lifted_by = record.actor(), lifted_because = p_reason
    where authority = p_authority and person = p_person and lifted_at is null;
  delete from restriction where authority = p_authority and person = p_person;
  update standing set restricted = false where authority = p_authority and person = p_person;
  update clock    set restricted = false where authority = p_authority and person = p_person;
  perform record.withhold(p_authority, p_person);
end $$;
revoke execute on function record.begin_restricting(int, uuid, text) from public;
grant execute on function record.begin_restricting(int, uuid, text) to record_owner;

-- Whether a restriction keeps this actor from recording about any of these: by the question that is asked of readers too, so that a glass broken once is not broken for ever.
create function record.keeps_out(p_authority int, p_people uuid[]) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select not ('administrator' = any(record.roles())) and exists (select from unnest(p_people) p(person) where not record.is_let_in(p_authority, p.person, false))
$$;
revoke execute on function record.keeps_out(int, uuid[]) from public;
grant execute on function record.keeps_out(int, uuid[]) to record_owner;

-- Into the functions as they now are. An append asks again when it holds the heads: a restriction that it waited for counts.
do $$ declare before text; after text; begin
  before := pg_get_functiondef('record.append(int, jsonb, jsonb, jsonb, jsonb, jsonb)'::regprocedure);
  after := replace(before, E'  at := greatest(at, record.now());\n',
    E'  at := greatest(at, record.now());\n  if record.keeps_out(p_authority, people) then perform record.refuse(''This record is restricted''); end if;\n');
  if after = before then raise exception 'record.append is not as it should be'; end if;
  execute after;
  before := pg_get_functiondef('record.why_not(int, jsonb, jsonb)'::regprocedure);
  after := regexp_replace(before, E'  if not \\(''administrator''.*?then\n    return ''This record is restricted'';\n  end if;\n', '');
  if after = before or after like '%access_log%' then raise exception 'record.why_not is not as it should be'; end if;
  execute after;
end $$;

-- What was withheld, or not, by the old rule.
do $$ declare t text; k record; begin
  foreach t in array array['content', 'ledger', 'ring', 'restriction'] loop execute format('alter table record.%I no force row level security', t); end loop;
  for k in select distinct r.authority, r.person from record.ring r loop perform record.withhold(k.authority, k.person); end loop;
  foreach t in array array['content', 'ledger', 'ring', 'restriction'] loop execute format('alter table record.%I force row level security', t); end loop;
end $$;
