-- A word that somebody types may stand for twice as many words among those born on a day that is asked for as among everybody: there are few of them. And twice as many people
-- are given to the program to put in order. Into the function as it now is.
do $$ declare before text := pg_get_functiondef('record.search(jsonb)'::regprocedure); after text; begin
  after := replace(before, ') l where l.place <= most)', ') l where l.place <= 2 * most)');
  after := replace(after, 'x.weight + y.weight >= 100', 'x.weight + y.weight >= 100 and x.place <= most and y.place <= most');
  after := replace(after, 'where terms = 1' || E'\n    union all\n    select p.person, y.n, 80', 'where terms = 1 and x.place <= most' || E'\n    union all\n    select p.person, y.n, 80');
  after := replace(after, 'order by 2 desc, 1 limit 100)', 'order by 2 desc, 1 limit 200)');
  if after not like '%<= 2 * most)%' or after not like '%y.place <= most%' or after not like '%terms = 1 and x.place%' or after not like '%limit 200)%' then
    raise exception 'record.search is not as it should be';
  end if;
  execute after;
end $$;
