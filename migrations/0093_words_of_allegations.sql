-- Every practitioner opens the files of carers and adopters; the file of an allegation (0065) few. What is alleged of carers, and what was found, stands in that file alone: here
-- it is refused whoever writes it, also by a correction, and by what the concern that ends is now. That there is an allegation, when the officer was told and what was decided for children stays: it is needed at night.
create function record.tells_allegation(p_authority int, p_file uuid, p_step text, p_shared jsonb) returns boolean
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select case
    when p_step in ('fosterConcern', 'adopterConcern') then p_shared ->> 'kind' = 'allegation' and coalesce(trim(p_shared ->> 'words'), '') <> ''
    when p_step = 'fosterConcernEnd' then coalesce(trim(p_shared ->> 'found'), '') <> '' and exists (
      select from record.said_in(p_authority, p_file, array['fosterConcern']) s where s.entry::text = p_shared ->> 'concern' and s.shared ->> 'kind' = 'allegation')
    else false end
$$;
do $$ begin
  perform record.amend(array[
    ['record.why_not_in_file(int, jsonb, jsonb)', ' as judges_own,', ' as judges_own, coalesce(record.tells_allegation(p_authority, a.person, e.step, e.shared), false) as tells,'],
    ['record.why_not_in_file(int, jsonb, jsonb)', 'or a.judges_own or', 'or a.judges_own or a.tells or'],
    ['record.why_not_in_file(int, jsonb, jsonb)', 'when a.judges_own then',
     'when a.tells then ''The words of an allegation are for the designated officer alone: tell them under Allegations'' when a.judges_own then']
  ]);
  revoke execute on function record.tells_allegation(int, uuid, text, jsonb) from public;
  grant execute on function record.tells_allegation(int, uuid, text, jsonb) to record_owner;
end $$;
