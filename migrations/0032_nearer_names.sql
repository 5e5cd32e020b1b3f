-- Among the words that one asked for may stand for: vowels, which every spelling changes, count against one less than consonants do; and two words that each only
-- resemble are not tried together. Into the function as it now is.
do $$ declare before text := pg_get_functiondef('record.search(jsonb)'::regprocedure); after text; begin
  after := replace(before, '3 * length(translate(f.asked, f.word, '''')) + 3 * length(translate(f.word, f.asked, ''''))',
    'length(translate(f.asked, f.word, '''')) + length(translate(f.word, f.asked, '''')) + 2 * length(translate(f.asked, f.word || ''aeiouy'', '''')) + 2 * length(translate(f.word, f.asked || ''aeiouy'', ''''))');
  after := replace(after, 'on y.n > x.n and y.word <> x.word', 'on y.n > x.n and y.word <> x.word and x.weight + y.weight >= 100');
  if after not like '%aeiouy%' or after not like '%>= 100%' then raise exception 'record.search is not as it should be'; end if;
  execute after;
end $$;
