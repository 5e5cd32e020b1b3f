-- Search by name, date of birth and both, over as many people as there are. Everything is found by equality or a range of text: under a policy no other
-- operator may use an index. The program works out the keys of a word (src/kernel/names/keys.ts); the database keeps, of each authority, which words have a
-- key, and who has which words. Nobody reads these tables but through record.search.
create table record.name_key (                    -- the words that are in names, by their keys; a word that nobody has any more finds nobody
  authority int not null, key text collate "C" not null, word text collate "C" not null,
  primary key (authority, key, word));
create table record.name_pair (                   -- each word of somebody's names beside each other one ('' when there is no other)
  authority int not null, word text collate "C" not null, beside text collate "C" not null, person uuid not null,
  born_on date, restricted boolean not null,
  primary key (authority, word, beside, person) include (born_on, restricted));
create table record.sought (                      -- by what somebody is found: all names that were ever theirs, today's first
  authority int not null, person uuid not null, names text[] not null, words text[] not null, born_on date, restricted boolean not null,
  keys int not null,                              -- by which version of the keys; 0: before there were any
  primary key (authority, person));
create index sought_born on record.sought (authority, born_on, person) include (words) where not restricted;

do $$ declare t text; begin
  foreach t in array array['name_key', 'name_pair', 'sought'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy writer on record.%1$I to record_owner using (authority = record.authority()) with check (authority = record.authority())', t);
  end loop;
end $$;

-- The pairs in which somebody of these words is kept.
create function record.name_pairs(words text[]) returns table (word text, beside text) language sql immutable as $$
  select a.word, b.word from unnest(words) a(word) join unnest(words) b(word) on a.word <> b.word
  union all
  select words[1], '' where cardinality(words) = 1
$$;

-- Writes anew by what these people are found, where that is told and has changed. Called by record.keep alone, which holds the heads.
create function record.keep_sought(p_authority int, p_standings jsonb) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
declare
  k record;
begin
  for k in
    select s.person, t.names, t.words, t."bornOn", t.keys, s.sought -> 'wordKeys' as word_keys, o.words as old_words,
      exists (select from ring r where r.authority = p_authority and r.person = s.person and r.lifted_at is null) as ringed
    from jsonb_to_recordset(p_standings) s(person uuid, sought jsonb)
    cross join lateral jsonb_to_record(s.sought) t(names text[], words text[], "bornOn" date, keys int)
    left join lateral (select * from sought o where o.authority = p_authority and o.person = s.person limit 1) o on true
    where s.sought is not null and (o.names, o.words, o.born_on, o.keys) is distinct from (t.names, t.words, t."bornOn", t.keys) loop
    delete from name_pair p using record.name_pairs(k.old_words) b
      where p.authority = p_authority and p.word = b.word and p.beside = b.beside and p.person = k.person;
    insert into name_pair(authority, word, beside, person, born_on, restricted)
      select p_authority, b.word, b.beside, k.person, k."bornOn", k.ringed from record.name_pairs(k.words) b
      on conflict (authority, word, beside, person) do update set born_on = excluded.born_on, restricted = excluded.restricted;
    insert into name_key(authority, key, word)
      select p_authority, one.key, w.word from jsonb_each(k.word_keys) w(word, keys) cross join lateral jsonb_array_elements_text(w.keys) one(key)
      order by one.key, w.word on conflict do nothing;
    insert into sought(authority, person, names, words, born_on, restricted, keys)
      values (p_authority, k.person, k.names, k.words, k."bornOn", k.ringed, k.keys)
      on conflict (authority, person) do update set names = excluded.names, words = excluded.words, born_on = excluded.born_on, restricted = excluded.restricted, keys = excluded.keys;
  end loop;
end $$;

-- Who is restricted is found by nobody, from that moment on.
create function record.mark_sought(p_authority int, p_person uuid, p_restricted boolean) returns void
language plpgsql set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
begin
  update name_pair p set restricted = p_restricted from sought s cross join lateral record.name_pairs(s.words) b
    where s.authority = p_authority and s.person = p_person and p.authority = p_authority and p.word = b.word and p.beside = b.beside and p.person = p_person
      and p.restricted <> p_restricted;
  update sought set restricted = p_restricted where authority = p_authority and person = p_person and restricted <> p_restricted;
end $$;

-- Into the functions as they now are, whichever migration last wrote them.
do $$ declare
  f regprocedure; before text; after text;
  marks constant text := E'  update standing set restricted = %s where authority = p_authority and person = p_person%s;\n';
begin
  before := pg_get_functiondef('record.keep(int, timestamptz, jsonb, jsonb, jsonb)'::regprocedure);
  after := replace(before, E'  perform record.keep_board(p_authority, at, p_standings);\n', E'  perform record.keep_board(p_authority, at, p_standings);\n  perform record.keep_sought(p_authority, p_standings);\n');
  if after = before then raise exception 'record.keep is not as it should be'; end if;
  execute after;
  before := pg_get_functiondef('record.restrict(int, uuid, uuid[], text, text)'::regprocedure);
  after := replace(before, format(marks, 'true', ''), format(marks, 'true', '') || E'  perform record.mark_sought(p_authority, p_person, true);\n');
  if after = before then raise exception 'record.restrict is not as it should be'; end if;
  execute after;
  before := pg_get_functiondef('record.lift(int, uuid, text)'::regprocedure);
  after := replace(before, format(marks, 'false', ''), format(marks, 'false', '') || E'  perform record.mark_sought(p_authority, p_person, false);\n');
  if after = before then raise exception 'record.lift is not as it should be'; end if;
  execute after;
  before := pg_get_functiondef('record.rederive(int, uuid, int, jsonb, jsonb, jsonb)'::regprocedure);
  after := replace(before, format(marks, 'ringed', ' and restricted <> ringed'), format(marks, 'ringed', ' and restricted <> ringed') || E'  perform record.mark_sought(p_authority, p_person, ringed);\n');
  if after = before then raise exception 'record.rederive is not as it should be'; end if;
  execute after;
end $$;

-- By today's names as they are written, until everything is derived again, which an upgrade begins by itself: nobody is lost to the search meanwhile.
do $$ declare t text; begin
  foreach t in array array['standing', 'sought', 'name_pair', 'name_key'] loop execute format('alter table record.%I no force row level security', t); end loop;
  insert into record.sought(authority, person, names, words, born_on, restricted, keys)
    select s.authority, s.person, array[s.name], w.words, (s.state ->> 'bornOn')::date, s.restricted, 0
    from record.standing s
    cross join lateral (select coalesce(array_agg(distinct x.word), '{}') as words from regexp_split_to_table(translate(lower(s.name), 'áàâäãåāąçćčéèêëēęěíìîïīłńñňóòôöõøōśšúùûüūůýÿźżž''’`´',
      'aaaaaaaaccceeeeeeeiiiiilnnnooooooossuuuuuuyyzzz'), '[^a-z]+') x(word) where x.word <> '') w
    where s.known_to = 'infinity';
  insert into record.name_pair(authority, word, beside, person, born_on, restricted)
    select s.authority, b.word, b.beside, s.person, s.born_on, s.restricted from record.sought s cross join lateral record.name_pairs(s.words[1:8]) b;
  insert into record.name_key(authority, key, word) select distinct s.authority, '=' || w.word, w.word from record.sought s cross join lateral unnest(s.words) w(word);
  foreach t in array array['standing', 'sought', 'name_pair', 'name_key'] loop execute format('alter table record.%I force row level security', t); end loop;
end $$;

drop function record.search(text);
-- p_asked: {words: [{word, by: [{key, weight, begins}]}], split: [{n, word, beside}], whole: [{from, to, word}], days: [{on, weight}], from, until}
-- Practitioners find whom they may open: everybody whose record is not restricted, whatever their lists show. At most 200, for the program to put in order
-- (src/record/search/ranking.ts); weights here only decide who is among them. Two words that each only resemble are not tried together; among those born on a day that
-- is asked for a word may stand for twice as many: there are few of them.
create function record.search(p_asked jsonb) returns table (person uuid, names text[], state jsonb)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off set jit = off as $$
#variable_conflict use_column
declare
  a constant int := record.authority();
  last constant text := U&'\+10FFFF';             -- after every letter: the end of all that begin so
  born_from constant date := p_asked ->> 'from';
  born_until constant date := p_asked ->> 'until';
  terms constant int := jsonb_array_length(p_asked -> 'words');
  enough constant int := 2000;                    -- people found by the likeliest words are not worth more than so many looks
  most constant int := case when terms <= 2 then 50 when terms = 3 then 35 else 20 end;
begin
  if a is null or record.actor() is null or not record.roles() && array['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker'] then return; end if;
  return query
  with term as materialized (
    select (t.n - 1)::int as n, t.one ->> 'word' as word, t.one -> 'by' as by from jsonb_array_elements(p_asked -> 'words') with ordinality t(one, n)),
  by_key as (
    select t.n, t.word as asked, k.key, k.weight, k.begins from term t cross join lateral jsonb_to_recordset(t.by) k(key text, weight int, begins boolean)),
  found as (                                      -- words of names that the word asked for may stand for
    select k.n, k.asked, w.word, k.weight from by_key k
      cross join lateral (select w.word from name_key w where w.authority = a and w.key = k.key limit 400) w where k.begins is not true
    union all
    select k.n, k.asked, w.word, k.weight from by_key k
      cross join lateral (select w.word from name_key w where w.authority = a and w.key >= k.key and w.key < k.key || last limit 400) w where k.begins),
  judged as (                                     -- letters that are in one alone (vowels, which every spelling changes, the least), and another length, count against a word that only resembles
    select f.n, f.word, max(f.weight) + least(count(*), 4)
        - case when max(f.weight) >= 80 then 0 else length(translate(f.asked, f.word, '')) + length(translate(f.word, f.asked, '')) + 2 * length(translate(f.asked, f.word || 'aeiouy', '')) + 2 * length(translate(f.word, f.asked || 'aeiouy', '')) + 2 * abs(length(f.asked) - length(f.word)) end as weight
    from found f group by f.n, f.asked, f.word),
  nearest as (select * from (select j.*, row_number() over (partition by j.n order by j.weight desc, j.word) as place from judged j) p where p.place <= 3 * most),
  likely as materialized (                        -- of nobody but the restricted a word says nothing
    select * from (select f.n, f.word, f.weight, row_number() over (partition by f.n order by f.weight desc, f.word) as place from nearest f
      cross join lateral (select p.person from name_pair p where p.authority = a and p.word = f.word and not p.restricted limit 1) p) l where l.place <= 2 * most),
  born as materialized (
    select p.person, p.words, d.weight from jsonb_to_recordset(p_asked -> 'days') d("on" date, weight int)
      cross join lateral (select p.person, p.words from sought p where p.authority = a and p.born_on = d."on" and not p.restricted offset 0) p),
  hit as (
    select t.person, v.n, v.weight from (           -- the likeliest pairs of words first, until there are people enough: of common names there are more than anybody can tell apart
      select q.*, p.person from (
        select x.n as one_n, x.word as one, x.weight as one_weight, y.n as other_n, y.word as other, y.weight as other_weight, x.weight + y.weight as weight from likely x join likely y
          on y.n > x.n and y.word <> x.word and x.weight + y.weight >= 100 and x.place <= most and y.place <= most order by x.weight + y.weight desc, x.word, y.word) q
        cross join lateral (select p.person from name_pair p where p.authority = a and p.word = q.one and p.beside = q.other and not p.restricted
          and (born_from is null or p.born_on between born_from and born_until) limit 150) p
        order by q.weight desc, q.one, q.other limit enough) t
      cross join lateral (values (t.one_n, t.one_weight), (t.other_n, t.other_weight)) v(n, weight)
    union all                                     -- the beginning of another word, of which there may be too many to look at each
    select p.person, v.n, v.weight from likely x join term y on y.n <> x.n and length(y.word) <= 4
      cross join lateral (select p.person from name_pair p where p.authority = a and p.word = x.word and p.beside >= y.word and p.beside < y.word || last and not p.restricted
        and (born_from is null or p.born_on between born_from and born_until) limit 150) p
      cross join lateral (values (x.n, x.weight), (y.n, 75)) v(n, weight)
      where x.weight >= 80 and x.place <= 12
    union all
    select * from (select p.person, x.n, x.weight from (select * from likely l where terms = 1 and l.place <= most order by l.place) x
      cross join lateral (select p.person from name_pair p where p.authority = a and p.word = x.word and not p.restricted
        and (born_from is null or p.born_on between born_from and born_until) limit 150) p
      order by x.place limit enough) o
    union all
    select p.person, y.n, 80 from term y
      cross join lateral (select p.person from name_pair p where p.authority = a and p.word >= y.word and p.word < y.word || last and not p.restricted
        and (born_from is null or p.born_on between born_from and born_until) limit 150) p
      where terms = 1 and length(y.word) < 3
    union all                                     -- two words of a name written as one, and one written as two
    select p.person, s.n, 90 from jsonb_to_recordset(p_asked -> 'split') s(n int, word text, beside text)
      cross join lateral (select p.person from name_pair p where p.authority = a and p.word = s.word and p.beside = s.beside and not p.restricted limit 50) p
    union all
    select p.person, v.n, 90 from jsonb_to_recordset(p_asked -> 'whole') w("from" int, "to" int, word text)
      cross join lateral (select p.person from name_pair p where p.authority = a and p.word = w.word and not p.restricted limit 100) p
      cross join lateral generate_series(w."from", w."to") v(n)
    union all                                     -- born on one of the days
    select b.person, -1, b.weight from born b where terms = 0 or b.weight = 100
    union all
    select b.person, v.n, v.weight from born b cross join lateral unnest(b.words) w(word) join likely l on l.word = w.word
      cross join lateral (values (-1, b.weight), (l.n, l.weight)) v(n, weight)),
  scored as (select b.person, sum(b.weight) as weight from (select h.person, h.n, max(h.weight) as weight from hit h group by h.person, h.n) b group by b.person
    order by 2 desc, 1 limit 200)
  select s.person, f.names, s.state from scored c
    cross join lateral (select f.names from sought f where f.authority = a and f.person = c.person and not f.restricted limit 1) f
    cross join lateral (select s.person, s.state from standing s where s.authority = a and s.person = c.person and s.known_to = 'infinity' and not s.restricted limit 1) s
    order by c.weight desc, s.person;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.search(jsonb)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.keep_sought(int, jsonb)', 'record.mark_sought(int, uuid, boolean)', 'record.name_pairs(text[])']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
