-- Of the people of whom a change tells, those whose record is not as it was looked at, or was asked otherwise. Nothing of anybody else is read.
create function record.return_grown(p_asked text, p_people uuid[]) returns table (person uuid, "position" int, findings jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select h.person, h.position, coalesce(c.findings, '[]')
  from (select distinct person from unnest(p_people) p(person)) p
  cross join lateral (select * from head h where h.authority = record.authority() and h.person = p.person and h.position > 0 limit 1) h
  left join lateral (select * from return_checked c where c.authority = h.authority and c.person = h.person limit 1) c on true
  where c.person is null or c.position <> h.position or c.asked <> p_asked
$$;
alter function record.return_grown(text, uuid[]) owner to record_owner;
revoke execute on function record.return_grown(text, uuid[]) from public;
