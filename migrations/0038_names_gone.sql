-- Destroyed with a record: the words of its names among the keys of the search, where nobody else has that name. A rare surname alone says that its family was known here.

create function record.forget_words(p_authority int, p_words text[]) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  if p_authority is distinct from record.authority() or not 'headOfService' = any(record.roles()) then perform record.refuse('Your role may not destroy a record'); end if;
  perform record.drop_words(p_authority, p_words);
end $$;

-- Nobody may be given one of these names meanwhile: their key would be taken for known, and then be gone.
create function record.drop_words(p_authority int, p_words text[]) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  if cardinality(p_words) = 0 then return; end if;
  lock table name_key in share row exclusive mode;
  delete from name_key k where k.authority = p_authority and k.word = any(p_words)
    and not exists (select from name_pair p where p.authority = p_authority and p.word = k.word);
end $$;

do $$ declare before text; after text; f regprocedure; begin
  before := pg_get_functiondef('record.forget_derived(int, uuid, timestamptz, text[])'::regprocedure);
  after := replace(before, E'begin\n', E'declare\n  words constant text[] := coalesce((select s.words from sought s where s.authority = p_authority and s.person = p_person), \'{}\');\nbegin\n');
  after := replace(after, E'    delete from sought s where s.authority = p_authority and s.person = p_person;\n',
    E'    delete from sought s where s.authority = p_authority and s.person = p_person;\n    perform record.drop_words(p_authority, words);\n');
  if after not like '%drop_words%' or after not like '%words constant%' then raise exception 'record.forget_derived is not as it should be'; end if;
  execute after;
  execute 'alter function record.forget_words(int, text[]) owner to record_owner; revoke execute on function record.forget_words(int, text[]) from public; grant execute on function record.forget_words(int, text[]) to sightline_app';
  execute 'revoke execute on function record.drop_words(int, text[]) from public; grant execute on function record.drop_words(int, text[]) to record_owner';
end $$;
