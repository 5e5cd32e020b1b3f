-- What the rules found in a return when it was prepared, row by row, in the words that they had then: rules change, and what they said is asked for years later. One JSON object a line
-- (src/returns/found-rows.ts), with the words that a child's record explains it with. It is of the return as its bytes are: read by the same, emptied with them.
alter table record.prepared_return add column findings bytea;
grant update (findings) on record.prepared_return to record_owner;
drop policy emptier on record.prepared_return;
create policy emptier on record.prepared_return for update to record_owner
  using (authority = record.authority() and kept_until < (record.now() at time zone 'Europe/London')::date) with check (authority = record.authority() and bytes is null and findings is null and made_with = '{}');

drop function record.prepare_return(int, uuid, text, text, timestamptz, bytea, jsonb, jsonb);
create function record.prepare_return(p_authority int, p_prepared uuid, p_return text, p_year text, p_known_at timestamptz, p_bytes bytea, p_found jsonb, p_made_with jsonb, p_findings bytea) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.may_return() then perform record.refuse('Only performance analysts and heads of service may prepare a return'); end if;
  if p_known_at > record.settled() then perform record.refuse('A return is prepared from what is settled: prepare it again in a moment'); end if;
  insert into prepared_return(authority, prepared, return, year, known_at, bytes, digest, found, made_with, findings, prepared_at, prepared_by)
    values (record.authority(), p_prepared, p_return, p_year, p_known_at, p_bytes, encode(sha256(p_bytes), 'hex'), p_found, p_made_with, p_findings, clock_timestamp(), record.actor())
    on conflict do nothing;
end $$;

-- Null: none were kept with it (prepared before they were), or it was destroyed.
create function record.prepared_return_findings(p_prepared uuid) returns bytea
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select r.findings from prepared_return r where r.authority = record.authority() and r.prepared = p_prepared and record.actor() is not null and record.may_return()
$$;

-- Whose numbers these are, for a comparison of two instants: logged once, as a return is.
create function record.return_persons(p_question jsonb, p_numbers text[]) returns table (number text, person uuid)
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if not record.may_return() then perform record.refuse('Only performance analysts and heads of service may build a return'); end if;
  perform record.log_list(p_question, cardinality(p_numbers));
  return query select distinct i.value, i.person from identifier i where i.authority = record.authority() and i.kind = 'LAchildID' and i.value = any(p_numbers);
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.prepare_return(int, uuid, text, text, timestamptz, bytea, jsonb, jsonb, bytea)', 'record.prepared_return_findings(uuid)', 'record.return_persons(jsonb, text[])']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  perform record.amend(array[
    ['record.end_return_destruction(int, uuid, uuid, boolean)', 'set bytes = null, made_with', 'set bytes = null, findings = null, made_with'],
    ['record.destroy_return_again(int, uuid, uuid, timestamptz, uuid, timestamptz, uuid)', 'set bytes = null, made_with', 'set bytes = null, findings = null, made_with'],
    ['record.prepared_returns()', '''by'', n.noted_by)', '''by'', n.noted_by, ''at'', to_char(n.noted_at at time zone ''UTC'', ''YYYY-MM-DD"T"HH24:MI:SS.MS"Z"''))']
  ]);
end $$;
