-- As names are compared in a text: without accents and capitals; what stands before an apostrophe is a word of its own.
create function record.bare_letters(p_text text) returns text language sql immutable set search_path = pg_catalog, pg_temp
  return translate(regexp_replace(normalize(lower(p_text), NFD), U&'[\0300-\036f]', '', 'g'), U&'''\2019', '  ');

-- Which of these texts name somebody of the family whose record is closed to whoever asks: the numbers of the texts, never a name. Whoever makes a document for
-- somebody outside cannot look for a name that they may not know. Each asking is in the log of lists, with how many texts and how many were found.
create function record.restricted_names_in(p_person uuid, p_texts text[]) returns setof int
language plpgsql security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  own text[];
  pattern text;
  found int[] := '{}';
begin
  if not coalesce(p_person = any(record.opened()), false) or not record.may_be_told_names() then return; end if;
  if cardinality(p_texts) > 20000 or (select coalesce(sum(length(t)), 0) from unnest(p_texts) t) > 5000000 then
    perform record.refuse('So long a text is not looked through for names: make a document of fewer years');
  end if;
  select regexp_split_to_array(record.bare_letters(s.name), '\s+') into own from standing s
    where s.authority = record.authority() and s.person = p_person and s.known_to = 'infinity';
  -- A whole name, today's or one of before, and the first word of it alone where it is not one of the child's own.
  select string_agg(regexp_replace(w, '([^[:alnum:]\s])', '\\\1', 'g'), '|') into pattern from (
    select distinct unnest(array[n.name, case when split_part(n.name, ' ', 1) <> all(own) then split_part(n.name, ' ', 1) end]) as w
    from record.relatives(p_person, null) r
    cross join lateral (
      select record.bare_letters(s.name) as name from standing s where s.authority = record.authority() and s.person = r.person and s.known_to = 'infinity'
      union select record.bare_letters(unnest(q.names)) from sought q where q.authority = record.authority() and q.person = r.person) n
    where r.restricted) names
    where length(w) > 2;
  if pattern is not null then
    found := array(select t.n::int from unnest(p_texts) with ordinality t(text, n) where record.bare_letters(t.text) ~ ('\m(' || pattern || ')\M') order by t.n);
  end if;
  perform record.log_list(jsonb_build_object('restrictedNamesIn', p_person, 'texts', cardinality(p_texts)), cardinality(found));
  return query select unnest(found);
end $$;
alter function record.restricted_names_in(uuid, text[]) owner to record_owner;
revoke execute on function record.restricted_names_in(uuid, text[]) from public;
grant execute on function record.restricted_names_in(uuid, text[]) to sightline_app;
revoke execute on function record.bare_letters(text) from public;
grant execute on function record.bare_letters(text) to record_owner;
