-- Figures of the whole service are counted from the record: asked for by those who answer for the returns, and logged as a return is.
create function record.ask_measures(p_question jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if not record.may_return() then perform record.refuse('Only performance analysts and heads of service may ask for figures of the whole service'); end if;
  perform record.log_list(p_question, 0);
end $$;

-- Published figures that the authority loads, of England, of its region and of its statistical neighbours: each file whole; the last stands. Nothing of a child is in them.
create table record.published_figures (
  authority int not null, file uuid not null, file_name text not null check (length(file_name) between 1 and 200), figures jsonb not null,
  loaded_at timestamptz not null, loaded_by uuid not null, primary key (authority, file));
alter table record.published_figures owner to record_owner;
alter table record.published_figures enable row level security;
alter table record.published_figures force row level security;
create policy reader on record.published_figures for select to record_owner using (authority = record.authority());
create policy writer on record.published_figures for insert to record_owner with check (authority = record.authority());

-- Sent twice it is kept once.
create function record.load_published(p_authority int, p_file uuid, p_file_name text, p_figures jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.may_return() then
    perform record.refuse('Only performance analysts and heads of service may load published figures'); end if;
  insert into published_figures(authority, file, file_name, figures, loaded_at, loaded_by)
    values (record.authority(), p_file, p_file_name, p_figures, clock_timestamp(), record.actor()) on conflict do nothing;
end $$;
create function record.last_published() returns table (file uuid, file_name text, figures jsonb, loaded_at timestamptz, loaded_by uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select p.file, p.file_name, p.figures, p.loaded_at, p.loaded_by from published_figures p
  where p.authority = record.authority() and record.may_return() order by p.loaded_at desc, p.file limit 1
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.ask_measures(jsonb)', 'record.load_published(int, uuid, text, jsonb)', 'record.last_published()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
