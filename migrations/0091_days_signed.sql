-- Returns of a day are prepared, explained and signed like those of a year: Annex A, ASGLB, and the workforce census of a 30 September. `on_day`: the day that it is of; its year is the one
-- in which that day lies, and how long it is kept is counted from it.
alter table record.prepared_return drop constraint prepared_return_return_check;
alter table record.prepared_return add column on_day date;
alter table record.prepared_return add constraint prepared_return_return_check check (return in ('cin', 'ssda903', 'annex-a', 'asglb', 'workforce-census') and (return in ('cin', 'ssda903')) = (on_day is null));

drop function record.prepare_return(int, uuid, text, text, timestamptz, bytea, jsonb, jsonb, bytea);
create function record.prepare_return(p_authority int, p_prepared uuid, p_return text, p_year text, p_on date, p_known_at timestamptz, p_bytes bytea, p_found jsonb, p_made_with jsonb, p_findings bytea) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.may_return() then perform record.refuse('Only performance analysts and heads of service may prepare a return'); end if;
  if p_known_at > record.settled() then perform record.refuse('A return is prepared from what is settled: prepare it again in a moment'); end if;
  insert into prepared_return(authority, prepared, return, year, on_day, known_at, bytes, digest, found, made_with, findings, prepared_at, prepared_by)
    values (record.authority(), p_prepared, p_return, p_year, p_on, p_known_at, p_bytes, encode(sha256(p_bytes), 'hex'), p_found, p_made_with, p_findings, clock_timestamp(), record.actor())
    on conflict do nothing;
end $$;

drop function record.prepared_returns();
create function record.prepared_returns() returns table (prepared uuid, return text, year text, on_day date, known_at timestamptz, digest text, found jsonb, prepared_at timestamptz, prepared_by uuid,
  signed_by text, signed_at timestamptz, signed_member uuid, notes jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select r.prepared, r.return, r.year, r.on_day, r.known_at, r.digest, r.found, r.prepared_at, r.prepared_by, s.signed_by, s.signed_at, s.signed_member,
    coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'reason', n.reason, 'by', n.noted_by, 'at', to_char(n.noted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by n.noted_at)
      from return_note n where n.authority = r.authority and n.prepared = r.prepared), '[]')
  from prepared_return r left join return_signature s on s.authority = r.authority and s.prepared = r.prepared
  where r.authority = record.authority() and record.actor() is not null and record.may_return() order by r.prepared_at desc, r.prepared
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.prepare_return(int, uuid, text, text, date, timestamptz, bytea, jsonb, jsonb, bytea)', 'record.prepared_returns()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
