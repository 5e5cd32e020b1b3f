-- A view of a page that somebody gave a name: per person, within their authority. Filters only: never a child's name.
create table access.saved_view (
  authority int not null, member uuid not null, page text not null, name text not null, query text not null, saved_at timestamptz not null default clock_timestamp(),
  primary key (authority, member, page, name), foreign key (authority, member) references access.member);
alter table access.saved_view owner to record_owner;
alter table access.saved_view enable row level security;
alter table access.saved_view force row level security;
create policy writer on access.saved_view to record_owner using (true) with check (true);
create policy reader on access.saved_view to sightline_app using (authority = record.authority() and member = record.actor());
grant select on access.saved_view to sightline_app;

-- Saves, or saves anew under the same name; an empty query forgets it. At most 30 a page.
create function access.save_view(p_authority int, p_page text, p_name text, p_query text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or record.actor() is null then perform record.refuse('You are not signed in to this authority'); end if;
  if p_query = '' then
    delete from access.saved_view v where v.authority = p_authority and v.member = record.actor() and v.page = p_page and v.name = p_name;
    return;
  end if;
  if trim(p_name) = '' or length(p_name) > 60 then perform record.refuse('Enter a name of 60 characters or fewer'); end if;
  if length(p_query) > 1000 or length(p_page) > 40 then perform record.refuse('This view has too many choices to be saved'); end if;
  if (select count(*) from access.saved_view v where v.authority = p_authority and v.member = record.actor() and v.page = p_page and v.name <> p_name) >= 30 then
    perform record.refuse('You have saved 30 views. Remove one first');
  end if;
  insert into access.saved_view(authority, member, page, name, query) values (p_authority, record.actor(), p_page, trim(p_name), p_query)
    on conflict (authority, member, page, name) do update set query = excluded.query, saved_at = excluded.saved_at;
end $$;
alter function access.save_view owner to record_owner;
revoke execute on function access.save_view from public;
grant execute on function access.save_view to sightline_app;
