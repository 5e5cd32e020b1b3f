-- Who signed a return, or settled a comment, and when: said to whoever comes second, who changes nothing.
create function record.done_by(p_authority int, p_member uuid, p_at timestamptz) returns text
language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select coalesce((select m.name from access.member m where m.authority = p_authority and m.member = p_member), 'somebody who has left')
    || ' on ' || to_char(p_at at time zone 'Europe/London', 'FMDD FMMonth YYYY "at" HH24:MI')
$$;

-- What is said of a return waits for its signature, and the signature for what is being said: neither is written upon what the other is about to change.
create function record.hold_return(p_authority int, p_prepared uuid) returns void
language sql volatile set search_path = pg_catalog, record, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('record.return ' || p_authority || ' ' || p_prepared, 0))
$$;

create or replace function record.note_return(p_authority int, p_prepared uuid, p_code text, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.may_return() then perform record.refuse('Only performance analysts and heads of service may explain a return'); end if;
  perform record.hold_return(p_authority, p_prepared);
  if exists (select from return_signature s where s.authority = record.authority() and s.prepared = p_prepared) then perform record.refuse('The return is signed: what it says is no longer changed'); end if;
  if not exists (select from prepared_return r where r.authority = record.authority() and r.prepared = p_prepared and r.found @> jsonb_build_array(jsonb_build_object('code', p_code))) then
    perform record.refuse('The rules of this return find nothing under that code'); end if;
  insert into return_note(authority, prepared, code, reason, noted_at, noted_by) values (record.authority(), p_prepared, p_code, trim(p_reason), clock_timestamp(), record.actor());
end $$;

-- The same words of the same member, sent twice, are one signature. Anybody else is told whose stands.
create or replace function record.sign_return(p_authority int, p_prepared uuid, p_signed_by text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare v_found jsonb; v_signed return_signature;
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.roles() && array['headOfService'] then perform record.refuse('Only heads of service may sign a return'); end if;
  perform record.hold_return(p_authority, p_prepared);
  select r.found into v_found from prepared_return r where r.authority = record.authority() and r.prepared = p_prepared;
  if v_found is null then perform record.refuse('There is no such prepared return'); end if;
  select * into v_signed from return_signature s where s.authority = record.authority() and s.prepared = p_prepared;
  if v_signed.prepared is not null then
    if v_signed.signed_member = record.actor() and v_signed.signed_by = trim(p_signed_by) then return; end if;
    perform record.refuse(format('The return was signed already: in the name of %s, entered by %s. Nothing was changed', v_signed.signed_by,
      record.done_by(p_authority, v_signed.signed_member, v_signed.signed_at)));
  end if;
  if exists (select from jsonb_array_elements(v_found) f where f ->> 'level' = 'defect') then perform record.refuse('A rule could not be run, so nobody knows what it would find: the return cannot be signed'); end if;
  if exists (select from jsonb_array_elements(v_found) f where (f ->> 'left')::int > 0
      and not exists (select from return_note n where n.authority = record.authority() and n.prepared = p_prepared and n.code = f ->> 'code')) then
    perform record.refuse('Some of what the rules find is neither put right nor explained'); end if;
  insert into return_signature(authority, prepared, signed_by, signed_at, signed_member)
    values (record.authority(), p_prepared, trim(p_signed_by), clock_timestamp(), record.actor());
end $$;

-- Settled once. Whoever does the same again has done it; whoever comes after a colleague is told what the colleague did, and whatever was to be written with it is not.
create or replace function record.settle_public_comment(p_comment uuid, p_outcome text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare v_comment public_comment;
begin
  if record.authority() is null or not record.answers_for_procedures() then perform record.refuse('Your role does not answer for the procedures'); end if;
  if p_outcome is null or p_outcome not in ('taken', 'aside') then perform record.refuse('A comment is taken in or set aside'); end if;
  select * into v_comment from public_comment c where c.authority = record.authority() and c.comment = p_comment for update;
  if v_comment.comment is null then perform record.refuse('There is no such comment. Those older than a year are kept no longer'); end if;
  if v_comment.outcome is not null then
    if v_comment.outcome = p_outcome and v_comment.settled_by = record.actor() then return; end if;
    perform record.refuse(format('This comment was %s by %s. Nothing was changed', case v_comment.outcome when 'taken' then 'taken in' else 'set aside' end,
      record.done_by(record.authority(), v_comment.settled_by, v_comment.settled_at)));
  end if;
  update public_comment set outcome = p_outcome, settled_at = record.now(), settled_by = record.actor()
    where authority = record.authority() and comment = p_comment;
end $$;

-- How many wait, for whoever answers for the procedures; nobody else is told.
create function record.public_comments_waiting() returns bigint
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select count(*) from public_comment c
  where c.authority = record.authority() and record.answers_for_procedures() and c.outcome is null and c.sent_at >= record.now() - interval '1 year'
$$;

-- Whoever makes a document for somebody outside may not know who is restricted: names are looked for of the family, and of everybody else whom a statement of the child's
-- record, or of one merged into it, is about too.
create function record.sharing_entries(p_authority int, p_people uuid[]) returns setof uuid
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select distinct l.person from unnest(p_people) p(person)
  cross join lateral (select o.entry from ledger o where o.authority = p_authority and o.person = p.person and not o.moved offset 0) own
  cross join lateral (select l.person from ledger l where l.authority = p_authority and l.entry = own.entry and not l.moved offset 0) l
  where l.person <> all(p_people)
$$;

do $$ declare f regprocedure; before text; after text; begin
  f := 'record.restricted_names_in(uuid, text[], jsonb)'; before := pg_get_functiondef(f);
  after := replace(before, 'from family f cross join lateral record.merged_with(a, array[f.person]) m where f.restricted)',
    'from family f cross join lateral record.merged_with(a, array[f.person]) m where f.restricted
    union select unnest(array[s.person] || array(select record.merged_with(a, array[s.person])))
      from record.sharing_entries(a, array[p_person] || array(select record.merged_with(a, array[p_person]))) s(person) where record.is_closed(s.person))');
  if after = before then raise exception 'record.restricted_names_in is not as it should be'; end if;
  execute after;
end $$;

do $$ begin
  alter function record.sharing_entries(int, uuid[]) owner to record_owner;
  revoke execute on function record.sharing_entries(int, uuid[]) from public;
  alter function record.done_by(int, uuid, timestamptz) owner to record_owner;
  alter function record.hold_return(int, uuid) owner to record_owner;
  alter function record.public_comments_waiting() owner to record_owner;
  revoke execute on function record.done_by(int, uuid, timestamptz), record.hold_return(int, uuid), record.public_comments_waiting() from public;
  grant execute on function record.public_comments_waiting() to sightline_app;
end $$;
