-- The number under which Social Work England knows a member of staff: the looked-after return names each child's social workers by it.
alter table access.member add column registration text check (registration ~ '^SW[0-9]{1,8}$');

-- To whoever may build a return. A number stays the same whenever it was entered, so it is asked as known now.
create function record.registrations() returns table (member uuid, registration text)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if not record.may_return() then perform record.refuse('Only performance analysts and heads of service may build a return'); end if;
  return query select m.member, m.registration from access.member m where m.authority = record.authority() and m.registration is not null;
end $$;
alter function record.registrations() owner to record_owner;
revoke execute on function record.registrations() from public;
grant execute on function record.registrations() to sightline_app;
