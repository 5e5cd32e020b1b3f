-- Whoever is signed in changes their own password. The pages compare the present one: the database keeps only what it was made into.
create function access.own_password() returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.password from access.member m where m.authority = record.authority() and m.member = record.actor() and m.left_at is null $$;
-- Every other session of this person ends: whoever knew the old password is out.
create function access.change_own_password(p_password text, p_token_hash bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update access.member set password = p_password where authority = record.authority() and member = record.actor() and left_at is null;
  delete from access.session where authority = record.authority() and member = record.actor() and token_hash <> p_token_hash $$;
do $$ declare f regprocedure; begin
  foreach f in array array['access.own_password'::regproc, 'access.change_own_password'::regproc]::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
