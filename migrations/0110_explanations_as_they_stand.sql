-- Words that explain a finding are told as they stand today: as they were last corrected, and not once they were struck out.
create or replace function record.explanations_told(p_entries uuid[]) returns table (entry uuid, words text)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
begin
  if record.actor() is null or not coalesce(record.may_return(), false) then perform record.refuse('Only performance analysts and heads of service are told what explains a return'); end if;
  -- One entry may be about several children: it is told where it may be told of each.
  return query
    select l.entry, min(c.shared ->> 'reason')
    from (select distinct x as entry from unnest(p_entries) x) p
    cross join lateral (select * from ledger l where l.authority = record.authority() and l.entry = p.entry and not l.moved offset 0) l
    cross join lateral (select * from entry e where e.authority = l.authority and e.entry = l.entry and e.step = 'returnExplanation' limit 1) e
    cross join lateral (
      with recursive version as (
        select l.position, l.entry, l.tombstone
        union all
        select n.position, n.entry, n.tombstone from version v join ledger n on n.authority = l.authority and n.person = l.person and n.corrects = v.position)
      select * from version v order by v.position desc limit 1) v
    left join lateral (select * from content c where c.authority = l.authority and c.person = l.person and c.entry = v.entry limit 1) c on true
    group by l.entry
    having bool_and(not v.tombstone and c.shared is not null and not c.withheld and c.kept_for is null and not record.is_closed(l.person) and not record.is_sealed(l.authority, l.person));
end $$;
