-- How the authority is reached, as its letters say it: a line each, under its name.
alter table access.authority add column letterhead text[] not null default '{}' check (cardinality(letterhead) <= 8);
create function access.letterhead() returns text[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.letterhead from access.authority a where a.authority = record.authority() and record.actor() is not null $$;
do $$ declare f regprocedure := 'access.letterhead()'::regprocedure; begin
  execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
end $$;
