-- A manager is told of their own employment too, which they may read in their own file: without it their team would seem to have a post that nobody fills. And who left care is
-- carried until 25, while somebody works with them, whether or not a referral is open.
do $$ declare
  change text[]; f regprocedure; before text; after text;
begin
  foreach change slice 1 in array array[
    ['record.workforce_told(text[], timestamptz)', '(v_whole or record.oversees(m))', '(v_whole or record.oversees(m) or m.member = record.actor())'],
    ['record.carried(timestamptz)', '''leftCareOn'', s.state -> ''leftCareOn'', ', '''careLeaverUntil'', s.state -> ''careLeaverUntil'', '],
    ['record.carried(timestamptz)', 'and s.state ?| array[''openSince'', ''helpSince'', ''inNeedPlanSince'', ''onPlanSince'', ''lookedAfterSince'']',
     'and (s.state ?| array[''openSince'', ''helpSince'', ''inNeedPlanSince'', ''onPlanSince'', ''lookedAfterSince'']
      or s.state ->> ''careLeaverUntil'' > to_char(coalesce(p_then, record.now()) at time zone ''Europe/London'', ''YYYY-MM-DD''))']
  ] loop
    f := change[1]; before := pg_get_functiondef(f); after := replace(before, change[2], change[3]);
    if after = before then raise exception '% is not as it should be', change[1]; end if;
    execute after;
  end loop;
end $$;
