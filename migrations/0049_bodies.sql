-- A Safeguarding Board is not the council's: its members come from the police, from health, from schools. Who opens a body is therefore told by who sits on it, not by a role:
-- whoever has a seat there today, or on the body to which it answers (a board oversees its panels and sub-groups, and no panel its board). The subject of a body's
-- file is the body to which it answers. The business manager and the head of service make bodies and open all; an analyst reads them.
create index content_seat on record.content (authority, (shared ->> 'member')) where step = 'bodyMember';
create index content_seat_end on record.content (authority, (shared ->> 'seat')) where step = 'bodyMemberEnd';

-- Whether this actor has a seat on a body on a day. A corrected seat is as corrected, under its first entry; one that was struck out never was.
create function record.sits_on(p_authority int, p_body uuid, p_on date) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with recursive seat as (
    select l.position, l.corrects, c.entry, c.shared
    from content c cross join lateral (select * from ledger l where l.authority = c.authority and l.entry = c.entry and l.person = c.person limit 1) l
    where c.authority = p_authority and c.step = 'bodyMember' and c.shared ->> 'member' = record.actor()::text and c.person = p_body and not l.tombstone
      and not exists (select from ledger n where n.authority = c.authority and n.person = c.person and n.corrects = l.position)
    union all
    select p.position, p.corrects, p.entry, s.shared
    from seat s cross join lateral (select * from ledger p where p.authority = p_authority and p.person = p_body and p.position = s.corrects limit 1) p
  )
  select exists (
    select from seat s where s.corrects is null and (s.shared ->> 'from')::date <= p_on and not exists (
      select from content e cross join lateral (select * from ledger l where l.authority = e.authority and l.entry = e.entry and l.person = e.person limit 1) l
      where e.authority = p_authority and e.step = 'bodyMemberEnd' and e.shared ->> 'seat' = s.entry::text and e.person = p_body and not l.tombstone
        and not exists (select from ledger n where n.authority = e.authority and n.person = e.person and n.corrects = l.position)
        and (e.shared ->> 'on')::date < p_on))
$$;
revoke execute on function record.sits_on(int, uuid, date) from public;
grant execute on function record.sits_on(int, uuid, date) to record_owner;

-- A body answers to a body that whoever begins it may open, or to none. Whoever is let into no child's record states nothing of one.
do $$ declare f regprocedure; before text; after text; begin
  f := 'record.may_open_file(int, uuid)'; before := pg_get_functiondef(f);
  after := replace(before, 'when ''body'' then record.roles() && array[''teamManager'', ''headOfService'', ''reviewingOfficer'', ''performanceAnalyst'']',
    'when ''body'' then record.roles() && array[''headOfService'', ''boardManager'', ''performanceAnalyst''] or record.sits_on(f.authority, f.person, current_date)
      or coalesce(record.sits_on(f.authority, f.subject, current_date), false)');
  if after = before then raise exception 'record.may_open_file is not as it should be'; end if;
  execute after;
  f := 'record.add_file(int, uuid, text, text, uuid)'; before := pg_get_functiondef(f);
  after := regexp_replace(before, E'\n  if exists \\(select from head h', E'\n  if p_kind = ''body'' and p_subject is not null and not exists (select from file b
      where b.authority = p_authority and b.person = p_subject and b.kind = ''body'' and record.may_open_file(p_authority, b.person)) then
    perform record.refuse(''There is no such body for it to answer to'');
  end if;\n  if exists (select from head h');
  if after = before then raise exception 'record.add_file is not as it should be'; end if;
  execute after;
  f := 'record.why_not_in_file(int, jsonb, jsonb)'; before := pg_get_functiondef(f);
  after := replace(replace(before, 'when a.is_own then', 'when a.kind is null and a.only_bodies then ''Your role records nothing of a child'' when a.is_own then'),
    'as is_own,', 'as is_own, record.roles() <@ array[''boardManager'', ''boardMember''] as only_bodies,');
  after := replace(after, 'where a.may is false or a.is_own', 'where a.may is false or a.is_own or a.kind is null and a.only_bodies');
  if after = before then raise exception 'record.why_not_in_file is not as it should be'; end if;
  execute after;
end $$;
