-- A window that was open on a record while it was merged goes on saving: what is written belongs to the record that is kept, as the draft itself does since then.
do $$ declare before text := pg_get_functiondef('record.save_draft(int, uuid, uuid, text, jsonb, text[], uuid[], int, uuid, int)'::regprocedure); after text; begin
  after := replace(before, E'  words jsonb;\nbegin\n', E'  words jsonb;\n  kept uuid;\nbegin\n');
  after := replace(after, E'  if not exists (select from head h where h.authority = p_authority and h.person = p_person',
    E'  loop                                                                     -- what was merged may have been merged again\n'
    || E'    select m.into_person into kept from merged m where m.authority = p_authority and m.person = p_person;\n'
    || E'    exit when kept is null;\n'
    || E'    p_form := case when strpos(p_form::text, kept::text) > 0 then p_form else replace(p_form::text, p_person::text, kept::text)::jsonb end;\n'
    || E'    p_asked := array_replace(p_asked, p_person, kept);\n'
    || E'    p_person := kept;\n'
    || E'  end loop;\n'
    || E'  if not exists (select from head h where h.authority = p_authority and h.person = p_person');
  if after not like '%  kept uuid;%' or after not like '%p_person := kept%' then raise exception 'record.save_draft is not as it should be'; end if;
  execute after;
end $$;
