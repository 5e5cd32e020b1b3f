-- What was found by reading the functions of 0077 to 0094 again, into the functions as they now are.
do $$ declare
  change text[]; f regprocedure; before text; after text;
begin
  foreach change slice 1 in array array[
    -- Of an allegation not even that it is there. The words of files alone that are of no person, no child and no household; another kind of file is closed until it is named here.
    ['record.training_needs()', 'f.destroyed_at is null', 'f.destroyed_at is null and f.kind <> ''allegation'''],
    ['record.training_needs()', 'case when f.kind not in (''staff'', ''induction'', ''caseAudit'', ''complaint'', ''allegation'', ''fosterCarer'') then s.shared',
     'case when f.kind in (''auditProgramme'', ''body'', ''inspection'', ''procedures'', ''voice'', ''workforce'', ''course'') then s.shared'],
    -- What was merged into a record is opened again with the record that is kept, and with its readers; alone it is not.
    ['record.check_unsealer(int, uuid)', '  if not record.is_let_in(p_authority, p_person, false)',
     '  if exists (select from merged m where m.authority = p_authority and m.person = p_person) then perform record.refuse(''This record was merged into another: lift the seal of the one that is kept''); end if;
  if not record.is_let_in(p_authority, p_person, false)'],
    ['record.confirm_unseal(int, uuid, boolean)', 'if not p_confirms then', 'if p_confirms is not true then'],
    ['record.confirm_unseal(int, uuid, boolean)', '  those := array(',
     '  if not exists (select from seal_officer o join access.member m on m.authority = o.authority and m.member = o.member
      where o.authority = p_authority and o.member = asked.asked_by and o.ended_at is null and m.left_at is null) then
    perform record.refuse(''Whoever asked is an officer no more: take it back, and ask for it anew''); end if;
  those := array('],
    ['record.confirm_unseal(int, uuid, boolean)', 'where r.authority = p_authority and r.person = p_person and r.lifted_at is null;', 'where r.authority = p_authority and r.person = any(those) and r.lifted_at is null;'],
    ['record.confirm_unseal(int, uuid, boolean)', 'values (p_authority, p_person, clock_timestamp(), ''Seal lifted'', ''The seal was lifted: '' || asked.reason, record.actor());',
     'select p_authority, t, clock_timestamp(), ''Seal lifted'', ''The seal was lifted: '' || asked.reason, record.actor() from unnest(those) t;'],
    ['record.confirm_unseal(int, uuid, boolean)', 'where n.authority = p_authority and n.person = p_person;', 'where n.authority = p_authority and n.person = any(those);'],
    ['record.confirm_unseal(int, uuid, boolean)', 'values (p_authority, p_person, asked.asked_by), (p_authority, p_person, record.actor());',
     'select p_authority, t, r from unnest(those) t cross join unnest(array[asked.asked_by, record.actor()]) r;'],
    -- Returns are made of children''s records, of posts and of households; never of these files.
    ['record.return_chains(uuid[], text[], timestamptz)', 'where v_whole or not record.is_closed(p.person)',
     'where (v_whole or not record.is_closed(p.person))
      and not exists (select from file f where f.authority = record.authority() and f.person = p.person and f.kind in (''allegation'', ''complaint'', ''caseReview'', ''caseAudit'', ''induction''))'],
    -- Of whoever is sealed nothing is weighed under the old name.
    ['record.carried(timestamptz)', 'and (v_whole or v_manager', 'and not record.is_sealed(s.authority, s.person)
    and (v_whole or v_manager'],
    ['record.induction_carried()', 's.known_to = ''infinity''', 's.known_to = ''infinity'' and not record.is_sealed(s.authority, s.person)'],
    -- What is taken back is held by its number until the call is over, and then here no more.
    ['record.accept_feed(uuid, int, jsonb)', '  perform record.hold_feed(p_run, p_call, true);', '  perform record.hold_feed(p_run, p_call, true);
  update feed_sent s set holds = null where s.authority = record.authority() and s.run = p_run and s.call = p_call and s.payload is null;']
  ] loop
    f := change[1]; before := pg_get_functiondef(f); after := replace(before, change[2], change[3]);
    if after = before then raise exception '% is not as it should be: %', change[1], change[2]; end if;
    execute after;
  end loop;
end $$;
