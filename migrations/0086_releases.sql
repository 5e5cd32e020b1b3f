-- Published figures of three kinds stand beside each other: of the measures, of the workforce, and of how many children live where.

alter table record.published_figures add column kind text not null default 'measures' check (kind in ('measures', 'workforce', 'population'));

drop function record.load_published(int, uuid, text, jsonb);
drop function record.last_published();

-- Sent twice it is kept once.
create function record.load_published(p_authority int, p_file uuid, p_kind text, p_file_name text, p_figures jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null or not record.may_return() then
    perform record.refuse('Only performance analysts and heads of service may load published figures'); end if;
  insert into published_figures(authority, file, kind, file_name, figures, loaded_at, loaded_by)
    values (record.authority(), p_file, p_kind, p_file_name, p_figures, clock_timestamp(), record.actor()) on conflict do nothing;
end $$;

create function record.last_published(p_kind text) returns table (file uuid, file_name text, figures jsonb, loaded_at timestamptz, loaded_by uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select p.file, p.file_name, p.figures, p.loaded_at, p.loaded_by from published_figures p
  where p.authority = record.authority() and p.kind = p_kind and record.may_return() order by p.loaded_at desc, p.file limit 1
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.load_published(int, uuid, text, text, jsonb)', 'record.last_published(text)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
