-- What a record says about a finding stands in the record alone: a kept return names the entry, and whoever reads it is told the words as far as the record may be told today. So it is
-- whatever was restricted, sealed, moved or destroyed since the return was prepared, and words come back when a restriction is lifted. The bytes of the return itself hold none of them. They are told as they were last corrected, and not once they were struck out.
create function record.explanations_told(p_entries uuid[]) returns table (entry uuid, words text)
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
alter function record.explanations_told(uuid[]) owner to record_owner;
revoke execute on function record.explanations_told(uuid[]) from public;
grant execute on function record.explanations_told(uuid[]) to sightline_app;

-- A return is built without them.
do $$ begin
  perform record.amend(array[
    ['record.return_chains(uuid[], text[], timestamptz)', 'then ''{}'' else c.shared end', 'then ''{}'' when e.step = ''returnExplanation'' then c.shared - ''reason'' else c.shared end']
  ]);
end $$;

-- Words that were kept with a return so far are taken out of it; they stand in the children's records.
alter table record.prepared_return no force row level security;
update record.prepared_return r set findings = convert_to(k.lines, 'UTF8')
from (select p.authority, p.prepared,
    string_agg(case when x.line like '%"explained":{"words"%'
      then jsonb_set(x.line::jsonb, '{explained}', jsonb_build_object('entries', '[]'::jsonb, 'isOfAll', x.line::jsonb -> 'explained' -> 'isOfAll'))::text else x.line end, E'\n' order by x.n) as lines
  from record.prepared_return p cross join lateral string_to_table(convert_from(p.findings, 'UTF8'), E'\n') with ordinality x(line, n)
  where p.findings is not null group by p.authority, p.prepared) k
where r.authority = k.authority and r.prepared = k.prepared and position('"explained":{"words"'::bytea in r.findings) > 0;
alter table record.prepared_return force row level security;
