-- Who is restricted or sealed is named nowhere from that moment on: what the sector's tables and a feed that waits to be sent were told of them before is taken back, and the
-- next pass tells them anew, without a name. A legal hold of a return waits for a destruction that is being confirmed, and is refused
-- after it.
do $$ declare f regprocedure; before text; after text; begin
  f := 'record.restrict(int, uuid, uuid[], text, text)'; before := pg_get_functiondef(f);
  after := replace(before, '  delete from restriction where', E'  delete from dataset_child k where k.authority = p_authority and k.person = p_person;
  update feed_sent s set payload = null from feed_call c where s.authority = p_authority and s.person = p_person and c.authority = s.authority and c.run = s.run and c.call = s.call and c.state = ''waiting'';
  delete from restriction where');
  if after = before then raise exception '% is not as it should be', f; end if;
  execute after;
  f := 'record.hold_prepared(int, uuid, uuid, text)'; before := pg_get_functiondef(f);
  after := replace(before, '  perform record.check_return_head(p_authority, p_prepared);', '  perform record.check_return_head(p_authority, p_prepared);
  perform record.hold_return(p_authority, p_prepared);
  if exists (select from prepared_return r where r.authority = p_authority and r.prepared = p_prepared and r.bytes is null) then perform record.refuse(''The return was destroyed already''); end if;');
  if after = before then raise exception '% is not as it should be', f; end if;
  execute after;
end $$;

-- One run of the feed at a time, also where two are begun at the same moment.
create unique index feed_run_open on record.feed_run (authority) where ended_at is null;
