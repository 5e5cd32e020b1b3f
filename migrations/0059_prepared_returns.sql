-- A statutory return as it was prepared for the Department: its bytes, what its rules found, and what it was made with besides the record. What is explained, and who
-- signs for it, is added beside it. Nothing of it is changed or taken away: no role has a policy to, and the one whose tables they are has given up the right.
create table record.prepared_return (
  authority int not null, prepared uuid not null, return text not null check (return in ('cin', 'ssda903')), year text not null,
  known_at timestamptz not null, bytes bytea not null,
  digest text not null,                            -- SHA-256 of the bytes, as hexadecimal
  found jsonb not null,                            -- by rule: how often, of how many children, and of how many nobody has explained it in the record
  made_with jsonb not null,                        -- the numbers of the social workers: with them and the record the same file is made again
  prepared_at timestamptz not null, prepared_by uuid not null,
  primary key (authority, prepared), check (digest = encode(sha256(bytes), 'hex')));
create table record.return_note (                  -- why what a rule finds is right; a later one of the same rule stands
  authority int not null, prepared uuid not null, code text not null, reason text not null check (length(reason) between 3 and 2000),
  noted_at timestamptz not null, noted_by uuid not null, primary key (authority, prepared, code, noted_at));
create table record.return_signature (
  authority int not null, prepared uuid not null, signed_by text not null check (length(signed_by) between 3 and 200),
  signed_at timestamptz not null, signed_member uuid not null, primary key (authority, prepared));
do $$ declare t text; begin
  foreach t in array array['prepared_return', 'return_note', 'return_signature'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy reader on record.%1$I for select to record_owner using (authority = record.authority());
      create policy writer on record.%1$I for insert to record_owner with check (authority = record.authority());
      revoke update, delete, truncate on record.%1$I from record_owner', t);
  end loop;
end $$;

-- Sent twice it is prepared once.
create function record.prepare_return(p_authority int, p_prepared uuid, p_return text, p_year text, p_known_at timestamptz, p_bytes bytea, p_found jsonb, p_made_with jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.may_return() then perform record.refuse('Only performance analysts and heads of service may prepare a return'); end if;
  if p_known_at > record.settled() then perform record.refuse('A return is prepared from what is settled: prepare it again in a moment'); end if;
  insert into prepared_return(authority, prepared, return, year, known_at, bytes, digest, found, made_with, prepared_at, prepared_by)
    values (record.authority(), p_prepared, p_return, p_year, p_known_at, p_bytes, encode(sha256(p_bytes), 'hex'), p_found, p_made_with, clock_timestamp(), record.actor())
    on conflict do nothing;
end $$;

create function record.note_return(p_authority int, p_prepared uuid, p_code text, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.may_return() then perform record.refuse('Only performance analysts and heads of service may explain a return'); end if;
  if exists (select from return_signature s where s.authority = record.authority() and s.prepared = p_prepared) then perform record.refuse('The return is signed: what it says is no longer changed'); end if;
  if not exists (select from prepared_return r where r.authority = record.authority() and r.prepared = p_prepared and r.found @> jsonb_build_array(jsonb_build_object('code', p_code))) then
    perform record.refuse('The rules of this return find nothing under that code'); end if;
  insert into return_note(authority, prepared, code, reason, noted_at, noted_by) values (record.authority(), p_prepared, p_code, trim(p_reason), clock_timestamp(), record.actor());
end $$;

-- By a head of service, with the name and post of whoever answers for it; of a return of which every finding is put right or explained, and every rule could be asked.
create function record.sign_return(p_authority int, p_prepared uuid, p_signed_by text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare v_found jsonb;
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.roles() && array['headOfService'] then perform record.refuse('Only heads of service may sign a return'); end if;
  select r.found into v_found from prepared_return r where r.authority = record.authority() and r.prepared = p_prepared;
  if v_found is null then perform record.refuse('There is no such prepared return'); end if;
  if exists (select from jsonb_array_elements(v_found) f where f ->> 'level' = 'defect') then perform record.refuse('A rule could not be run, so nobody knows what it would find: the return cannot be signed'); end if;
  if exists (select from jsonb_array_elements(v_found) f where (f ->> 'left')::int > 0
      and not exists (select from return_note n where n.authority = record.authority() and n.prepared = p_prepared and n.code = f ->> 'code')) then
    perform record.refuse('Some of what the rules find is neither put right nor explained'); end if;
  insert into return_signature(authority, prepared, signed_by, signed_at, signed_member)
    values (record.authority(), p_prepared, trim(p_signed_by), clock_timestamp(), record.actor()) on conflict do nothing;
end $$;

create function record.prepared_returns() returns table (prepared uuid, return text, year text, known_at timestamptz, digest text, found jsonb, prepared_at timestamptz, prepared_by uuid,
  signed_by text, signed_at timestamptz, signed_member uuid, notes jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select r.prepared, r.return, r.year, r.known_at, r.digest, r.found, r.prepared_at, r.prepared_by, s.signed_by, s.signed_at, s.signed_member,
    coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'reason', n.reason, 'by', n.noted_by) order by n.noted_at) from return_note n where n.authority = r.authority and n.prepared = r.prepared), '[]')
  from prepared_return r left join return_signature s on s.authority = r.authority and s.prepared = r.prepared
  where r.authority = record.authority() and record.actor() is not null and record.may_return() order by r.prepared_at desc, r.prepared
$$;
create function record.prepared_return_whole(p_prepared uuid) returns table (bytes bytea, made_with jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select r.bytes, r.made_with from prepared_return r where r.authority = record.authority() and r.prepared = p_prepared and record.actor() is not null and record.may_return()
$$;

-- Why a return says of a child what it says: whose number it is, logged as a return is.
create function record.return_person(p_question jsonb, p_number text) returns table (person uuid)
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if not record.may_return() then perform record.refuse('Only performance analysts and heads of service may build a return'); end if;
  perform record.log_list(p_question, 1);
  return query select distinct i.person from identifier i where i.authority = record.authority() and i.kind = 'LAchildID' and i.value = p_number;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.return_person(jsonb, text)', 'record.prepare_return(int, uuid, text, text, timestamptz, bytea, jsonb, jsonb)', 'record.note_return(int, uuid, text, text)', 'record.sign_return(int, uuid, text)',
    'record.prepared_returns()', 'record.prepared_return_whole(uuid)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
