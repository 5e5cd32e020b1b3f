-- Whose a child is now is written into the rows of before only when the child goes to another team or worker: what closes the row of until now sees that, and nothing else looks.
do $$ declare keep text := pg_get_functiondef('record.keep(int, timestamptz, jsonb, jsonb, jsonb)'::regprocedure); before text; begin
  before := keep;
  keep := replace(keep, E'for k in select s.person\n      from jsonb_to_recordset(p_standings)',
    E'for k in select s.person, s.team, s.worker, (o.team_now, o.worker_now) is distinct from (s.team, s.worker) as is_moved\n      from jsonb_to_recordset(p_standings)');
  if keep = before then raise exception 'record.keep does not close standings as it should'; end if;
  before := keep;
  keep := replace(keep, E'and s.person = k.person and s.known_to = \'infinity\';\n',
    E'and s.person = k.person and s.known_to = \'infinity\';\n    if k.is_moved then\n      update standing set team_now = k.team, worker_now = k.worker where authority = p_authority and person = k.person;\n    end if;\n');
  if keep = before then raise exception 'record.keep does not close standings as it should'; end if;
  before := keep;
  keep := regexp_replace(keep, E'  for k in select s\\.person, s\\.team, s\\.worker from jsonb_to_recordset.*?end loop;\n', '');
  if keep = before then raise exception 'record.keep does not look for moves as it did'; end if;
  execute keep;
end $$;
