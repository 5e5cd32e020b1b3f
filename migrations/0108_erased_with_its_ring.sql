-- A record that a backup brings back after it was destroyed is erased again with its ring: who might open it, and why, is written of a living record alone.
select record.amend(array[
  ['record.erase_again(int, uuid, uuid, timestamptz, uuid, uuid, text)', '  if had_words then',
   '  if not exists (select from content c where c.authority = p_authority and c.person = p_person
      and not exists (select from entry e where e.authority = c.authority and e.entry = c.entry and e.step = ''recordDestroyed'')) then
    delete from ring r where r.authority = p_authority and r.person = p_person;
    delete from restriction r where r.authority = p_authority and r.person = p_person;
    update standing set restricted = false where authority = p_authority and person = p_person and restricted;
  end if;
  if had_words then']
]);
