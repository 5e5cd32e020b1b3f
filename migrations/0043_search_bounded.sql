-- The search is bounded: of common names it looked at every pair of words that two may stand for, a hundred and fifty people of each, which is some hundred thousand to show fifty.
-- The function as it now is, whole: 0027, 0032 and 0039 made it.
-- p_asked: {words: [{word, by: [{key, weight, begins}]}], split: [{n, word, beside}], whole: [{from, to, word}], days: [{on, weight}], from, until}
-- Practitioners find whom they may open: everybody whose record is not restricted, whatever their lists show. At most 200, for the program to put in order
-- (src/record/search/ranking.ts); weights here only decide who is among them.
create or replace function record.search(p_asked jsonb) returns table (person uuid, names text[], state jsonb)
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
  judged as (                                     -- letters that are in one alone, and another length, count against a word that only resembles
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
