-- Whose numbers these are that a return has: of a child the number of the authority, of an adopter that of their enquiry and which of the household they are (list 11 of Annex A).
create function record.returned_under(p_numbers text[]) returns table (number text, person uuid)
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select distinct i.value, i.person from identifier i where i.authority = record.authority() and i.kind = 'LAchildID' and i.value = any(p_numbers)
  union
  select n.number, l.person
  from (select x as number, case when x ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[12]$' then left(x, 36)::uuid end as entry from unnest(p_numbers) x) n
  join ledger l on l.authority = record.authority() and l.entry = n.entry and not l.moved
  join file f on f.authority = l.authority and f.person = l.person and f.kind = 'adopters' and f.destroyed_at is null
$$;
alter function record.returned_under(text[]) owner to record_owner;
revoke execute on function record.returned_under(text[]) from public;

create or replace function record.return_persons(p_question jsonb, p_numbers text[]) returns table (number text, person uuid)
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if not record.may_return() then perform record.refuse('Only performance analysts and heads of service may build a return'); end if;
  perform record.log_list(p_question, cardinality(p_numbers));
  return query select u.number, u.person from record.returned_under(p_numbers) u;
end $$;

create or replace function record.return_person(p_question jsonb, p_number text) returns table (person uuid)
language plpgsql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if not record.may_return() then perform record.refuse('Only performance analysts and heads of service may build a return'); end if;
  perform record.log_list(p_question, 1);
  return query select u.person from record.returned_under(array[p_number]) u;
end $$;
