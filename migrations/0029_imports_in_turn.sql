-- Files sent together are taken one after another, and each is written down, as not begun, before the first is. When its turn comes it begins then, says its
-- year and tables, and nobody has set it aside any more.
create or replace function record.begin_import(p_authority int, p_run uuid, p_file_name text, p_file_hash bytea, p_kind text, p_children_total int default null,
  p_year int default null, p_tables text[] default null, p_puts_right uuid default null) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  perform record.check_importer(p_authority);
  insert into import_run as known(authority, run, file_name, file_hash, kind, begun_at, begun_by, children_total, year, tables, puts_right)
    values (p_authority, p_run, p_file_name, p_file_hash, p_kind, record.now(), record.actor(), p_children_total, p_year, p_tables, p_puts_right)
    on conflict (authority, run) do update set state = 'running', message = null, finished_at = null, broken_off = false,      -- taken up again
      begun_at = case when known.children_done = 0 then excluded.begun_at else known.begun_at end,
      year = coalesce(excluded.year, known.year), tables = coalesce(excluded.tables, known.tables),
      set_aside_at = null, set_aside_by = null, set_aside_reason = null;
end $$;
