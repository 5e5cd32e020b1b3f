-- Households that adopt have a file of their own each, opened by every practitioner; it names no child. A placement, and a match, may name the file of carers or adopters: what lists know of
-- a child holds its id. Kept for a hundred years, as adoption information is.
do $$ declare
  after text; said text;
begin
  said := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'record.file'::regclass and conname = 'file_kind_check');
  after := replace(said, '''fosterCarer''::text', '''fosterCarer''::text, ''adopters''::text');
  if after = said then raise exception 'file_kind_check is not as it should be'; end if;
  alter table record.file drop constraint file_kind_check;
  execute 'alter table record.file add constraint file_kind_check ' || after;
  perform record.amend(array[
    ['record.may_open_file(int, uuid)', 'when ''fosterCarer'' then record.is_practitioner()', 'when ''fosterCarer'' then record.is_practitioner() when ''adopters'' then record.is_practitioner()'],
    ['record.file_kept_until(int, uuid, timestamptz)', 'when ''fosterCarer'' then 10', 'when ''fosterCarer'' then 10 when ''adopters'' then 100'],
    ['record.files_ending(date)', '''fosterCarer''', '''fosterCarer'', ''adopters'''],
    -- By the file that a placement names; of one that names none, by what the carers are called.
    ['record.foster_places()', 'and lower(trim(s.words -> ''placement'' ->> ''placedWith'')) = lower(f.title)',
      'and case when s.state ->> ''carersFile'' is null then lower(trim(s.words -> ''placement'' ->> ''placedWith'')) = lower(f.title) else s.state ->> ''carersFile'' = f.person::text end']
  ]);
end $$;

-- How many children are matched or placed with the adopters of each file, by what the children's records say: a number, and nobody's name; whoever is sealed is counted no more.
create function record.adopters_matched() returns table (file uuid, children int)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select f.person, count(s.person)::int from file f
  left join standing s on s.authority = f.authority and s.known_to = 'infinity' and s.state ->> 'adoptersFile' = f.person::text and not record.is_sealed(s.authority, s.person)
  where f.authority = record.authority() and record.actor() is not null and f.kind = 'adopters' and f.destroyed_at is null and record.may_open_file(f.authority, f.person)
  group by f.person
$$;
alter function record.adopters_matched() owner to record_owner;
revoke execute on function record.adopters_matched() from public;
grant execute on function record.adopters_matched() to sightline_app;
