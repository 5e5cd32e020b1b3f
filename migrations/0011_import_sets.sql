-- A set of files is imported as one: a problem names its file, and says what became of the value.
alter table record.import_problem add column file text;
alter table record.import_problem add column kind text not null default 'refused' check (kind in ('refused', 'note', 'kept', 'waiting'));
create or replace function record.import_problems(p_authority int, p_run uuid, p_problems jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
declare
  last int;
begin
  perform record.check_importer(p_authority);
  perform from import_run where authority = p_authority and run = p_run for update;
  select coalesce(max(n), 0) into last from import_problem where authority = p_authority and run = p_run;
  insert into import_problem(authority, run, n, file, kind, line, child, field, value, reason, raw)
    select p_authority, p_run, last + n, file, coalesce(kind, 'refused'), line, child, field, value, reason, raw
    from rows from (jsonb_to_recordset(p_problems) as (file text, kind text, line int, child text, field text, value text, reason text, raw text))
      with ordinality p(file, kind, line, child, field, value, reason, raw, n);
end $$;
