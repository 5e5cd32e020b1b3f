-- Since when a legal hold keeps a file, as src/practice/retention/legal-hold.ts says it of a record: the first hold that no end names. 0063 counted holds against ends, and so an end
-- that was left when its own hold was struck out took the force of another hold. A hold that was put right stands under its first entry, which its end names.
create or replace function record.file_held_since(p_authority int, p_file uuid) returns date
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  with recursive said as (
    select l.position, l.corrects, c.entry, c.step, c.shared, e.happened_on from content c
    cross join lateral (select * from ledger l where l.authority = p_authority and l.entry = c.entry and l.person = p_file limit 1) l
    join entry e on e.authority = p_authority and e.entry = c.entry
    where c.authority = p_authority and c.person = p_file and c.step in ('legalHold', 'legalHoldEnd') and not l.tombstone
      and not exists (select from ledger n where n.authority = p_authority and n.person = p_file and n.corrects = l.position)
  ),
  hold as (
    select s.corrects, s.entry, s.happened_on from said s where s.step = 'legalHold'
    union all
    select p.corrects, p.entry, h.happened_on
    from hold h cross join lateral (select * from ledger p where p.authority = p_authority and p.person = p_file and p.position = h.corrects limit 1) p
  )
  select min(h.happened_on) from hold h where h.corrects is null
    and not exists (select from said s where s.step = 'legalHoldEnd' and s.shared ->> 'hold' = h.entry::text)
$$;

-- What is older than a year is thrown away when those who answer for the procedures look too, and not only when somebody else writes.
create or replace function record.public_comments() returns setof record.public_comment
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if record.authority() is null or not record.answers_for_procedures() then return; end if;
  delete from public_comment c where c.authority = record.authority() and c.sent_at < record.now() - interval '1 year';
  return query select c.* from public_comment c where c.authority = record.authority() order by c.outcome is not null, c.sent_at, c.comment;
end $$;

do $$ declare f regprocedure; before text; after text; begin
  -- A form that was sent is gone back to and written anew: what it says then is not lost in silence.
  f := 'record.send_public_comment(int, uuid, date, text, text, text, text, text, text)'; before := pg_get_functiondef(f);
  after := replace(before, E'on conflict do nothing;\nend', E'on conflict do nothing;
  if not exists (select from public_comment c where c.authority = p_authority and c.comment = p_comment and c.words = trim(p_words) and c.chapter = p_chapter and c.section = p_section) then
    perform record.refuse(''Another comment was sent from this form. Open the form anew to send this one too'');
  end if;\nend');
  if after = before then raise exception 'record.send_public_comment is not as it should be'; end if;
  execute after;
  -- A row that a constraint refuses is quoted in the log of the server, with name and address of whoever wrote: it is refused before.
  f := 'record.settle_public_comment(uuid, text)'; before := pg_get_functiondef(f);
  after := replace(before, '  update public_comment set outcome', E'  if p_outcome is null or p_outcome not in (''taken'', ''aside'') then perform record.refuse(''A comment is taken in or set aside''); end if;\n  update public_comment set outcome');
  if after = before then raise exception 'record.settle_public_comment is not as it should be'; end if;
  execute after;
  -- Where there is more than can be told, what waits is told first: a data protection officer hears of every answer that is owed.
  f := 'record.data_protection(date, date)'; before := pg_get_functiondef(f);
  after := replace(before, 'order by l.at desc, l.kind, l.record', 'order by l.how is not distinct from ''waits'' desc, l.at desc, l.kind, l.record');
  if after = before then raise exception 'record.data_protection is not as it should be'; end if;
  execute after;
end $$;
