-- What was simulated is kept over a restart: how many children, workers and places, as bands, and nobody. The same question of the same day is answered from it.

create table record.simulation (
  authority int not null, name text not null check (name ~ '^[0-9a-f]{64}$'), outcome jsonb not null, made_at timestamptz not null, made_by uuid not null, primary key (authority, name));
alter table record.simulation owner to record_owner;
alter table record.simulation enable row level security;
alter table record.simulation force row level security;
create policy reader on record.simulation for select to record_owner using (authority = record.authority());
create policy writer on record.simulation for insert to record_owner with check (authority = record.authority());
create policy remover on record.simulation for delete to record_owner using (authority = record.authority());

-- The last two dozen stay.
create function record.keep_simulation(p_authority int, p_name text, p_outcome jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.may_return() then
    perform record.refuse('Only performance analysts and heads of service keep what is simulated'); end if;
  insert into simulation(authority, name, outcome, made_at, made_by) values (record.authority(), p_name, p_outcome, clock_timestamp(), record.actor()) on conflict do nothing;
  delete from simulation s where s.authority = record.authority()
    and s.name not in (select k.name from simulation k where k.authority = record.authority() order by k.made_at desc, k.name limit 24);
end $$;
create function record.kept_simulation(p_name text) returns jsonb
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select s.outcome from simulation s where s.authority = record.authority() and s.name = p_name and record.may_return()
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.keep_simulation(int, text, jsonb)', 'record.kept_simulation(text)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
