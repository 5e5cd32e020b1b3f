-- A session is used by a person. What an open page asks by itself (its rows, its stream) finds the session, and does not keep it alive.
create function access.session_seen(p_token_hash bytea) returns table (authority int, member uuid, name text, roles text[], teams uuid[], scope text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.authority, m.member, m.name, m.roles,
    array(select m.team where m.team is not null union select t.team from access.member_team t where t.authority = m.authority and t.member = m.member),
    access.scope_of(m.roles)
    from access.session s join access.member m on m.authority = s.authority and m.member = s.member
    where s.token_hash = p_token_hash and s.expires_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - interval '1 hour' and m.left_at is null
$$;
alter function access.session_seen(bytea) owner to record_owner;
revoke execute on function access.session_seen(bytea) from public;
grant execute on function access.session_seen(bytea) to sightline_app;

create or replace function access.session_of(p_token_hash bytea) returns table (authority int, member uuid, name text, roles text[], teams uuid[], scope text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  update access.session s set last_seen_at = clock_timestamp()          -- a write once a minute, not once a request
    where s.token_hash = p_token_hash and s.expires_at > clock_timestamp()
      and s.last_seen_at between clock_timestamp() - interval '1 hour' and clock_timestamp() - interval '1 minute';
  return query select * from access.session_seen(p_token_hash);
end $$;
