-- Names of people whose record is restricted, as somebody writes them: today's and all of before, and those that were put right since, for they stand in what was
-- written meanwhile; a short name, or one of another language, for any word of them. Whole words, never by their sound.
drop function record.restricted_names_in(uuid, text[]);
drop function record.bare_letters(text);

-- Letters without marks and apostrophes, as src/kernel/names/words.ts has them.
create function record.plain_letters(p_text text) returns text language sql immutable set search_path = pg_catalog, pg_temp
  return translate(replace(replace(replace(replace(replace(replace(replace(regexp_replace(normalize(p_text, NFKD), U&'[\0300-\036f]', '', 'g'),
    'ß', 'ss'), 'æ', 'ae'), 'Æ', 'Ae'), 'œ', 'oe'), 'Œ', 'Oe'), 'þ', 'th'), 'Þ', 'Th'), 'ŁłØøĐđÐðıĦħ''’‘`´ʼʻ', 'LlOoDdDdiHh');

-- Small letters, with ^ before a word that begins with a capital; before every one where whoever wrote used no capitals at all.
create function record.marked_words(p_text text) returns text language sql immutable set search_path = pg_catalog, record, pg_temp
  return lower(case when record.plain_letters(p_text) ~ '[[:upper:]]' then regexp_replace(record.plain_letters(p_text), '\m([[:upper:]])', '^\1', 'g')
    else regexp_replace(record.plain_letters(p_text), '\m([[:alnum:]])', '^\1', 'g') end);

-- The words of a name in their order, and how each may be written apart: Mc Donagh.
create function record.words_of_name(p_name text) returns table (n int, word text) language sql immutable set search_path = pg_catalog, record, pg_temp as $$
  select w.n::int, w.word from regexp_split_to_table(trim(regexp_replace(lower(record.plain_letters(p_name)), '[^[:alnum:]]+', ' ', 'g')), ' ') with ordinality w(word, n)
$$;
create function record.written_apart(p_word text) returns text language sql immutable set search_path = pg_catalog, pg_temp
  return regexp_replace(p_word, '^(o|mc|mac|st)([[:alnum:]]{3,})$', '\1[^[:alnum:]]*\2');

-- Which of these texts name somebody of the family whose record is closed to whoever asks: the numbers of the texts, never a name. Whoever makes a document for
-- somebody outside cannot look for a name that they may not know. Each asking is in the log of lists, with how many texts and how many were found.
-- p_called: words of these texts, each with the names it may stand for (src/kernel/names/short-names.ts).
create function record.restricted_names_in(p_person uuid, p_texts text[], p_called jsonb) returns setof int
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  a constant int := record.authority();
  own text[];
  pattern text;
  found int[] := '{}';
begin
  if not coalesce(p_person = any(record.opened()), false) or not record.may_be_told_names() then return; end if;
  if cardinality(p_texts) > 20000 or (select coalesce(sum(length(t)), 0) from unnest(p_texts) t) > 5000000 then
    perform record.refuse('So long a text is not looked through for names: make a document of fewer years');
  end if;
  own := array(select w.word from standing s cross join lateral record.words_of_name(s.name) w where s.authority = a and s.person = p_person and s.known_to = 'infinity');
  with family as materialized (select r.person, r.restricted, r.state ->> 'name' as name from record.relatives(p_person, null) r),
  -- What those are called who may be named, after their first name, says nothing of who may not.
  shared as materialized (select w.word from family f cross join lateral record.words_of_name(f.name) w where not f.restricted and w.n > 1),
  closed as (select f.person from family f where f.restricted
    union select m from family f cross join lateral record.merged_with(a, array[f.person]) m where f.restricted),
  name as materialized (
    select distinct n.name from closed c cross join lateral (
      select s.name from standing s where s.authority = a and s.person = c.person
      union select unnest(q.names) from sought q where q.authority = a and q.person = c.person) n),
  word as materialized (
    select distinct w.word, w.n = 1 as is_first from name n cross join lateral record.words_of_name(n.name) w
    where length(w.word) > 2 and w.word <> all(own) and w.word not in ('bin', 'ibn', 'bint', 'dos', 'van', 'von', 'der', 'den', 'ferch')
      and (w.n = 1 or w.word not in (select s.word from shared s))),
  said as (
    -- A whole name, and the first of it alone, however it is written.
    select '\m' || string_agg(record.written_apart(w.word), '[^[:alnum:]]*' order by w.n) as p from name n cross join lateral record.words_of_name(n.name) w
      group by n.name having count(*) > 1
    union select '\m' || w.word from word w where w.is_first
    -- Other words of it, and short names: many are words of the language too, and then have no capital.
    union select '\^(?:(?:o|mc|mac|st)[^[:alnum:]]*)?' || record.written_apart(w.word) from word w where not w.is_first
    union select '\^' || c.word from jsonb_each(p_called) c(word, names) join word w on c.names ? w.word where c.word ~ '^[a-z]+$' and c.word <> all(own))
  select string_agg(s.p, '|') into pattern from said s;
  if pattern is not null then
    found := array(select t.n::int from unnest(p_texts) with ordinality t(text, n) where record.marked_words(t.text) ~ ('(?:' || pattern || ')s?\M') order by t.n);
  end if;
  perform record.log_list(jsonb_build_object('restrictedNamesIn', p_person, 'texts', cardinality(p_texts)), cardinality(found));
  return query select unnest(found);
end $$;
do $$ declare f regprocedure; begin
  execute 'alter function record.restricted_names_in(uuid, text[], jsonb) owner to record_owner; revoke execute on function record.restricted_names_in(uuid, text[], jsonb) from public;
    grant execute on function record.restricted_names_in(uuid, text[], jsonb) to sightline_app';
  foreach f in array array['record.plain_letters(text)', 'record.marked_words(text)', 'record.words_of_name(text)', 'record.written_apart(text)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
