-- What somebody of an agency says of the procedures without an account here. It is published nowhere: it waits until somebody who answers for the procedures takes it into
-- the chapter's file, where it is answered on its clock, or sets it aside. Whoever wrote is known to those alone who answer, and forgotten a year after writing.
create table record.public_comment (
  authority int not null, comment uuid not null, sent_at timestamptz not null,
  edition date not null, chapter text not null, section text not null, agency text not null, words text not null,
  name text not null, email text not null,
  outcome text check (outcome in ('taken', 'aside')), settled_at timestamptz, settled_by uuid,
  primary key (authority, comment), check ((outcome is null) = (settled_at is null)));
alter table record.public_comment owner to record_owner;
alter table record.public_comment enable row level security;
alter table record.public_comment force row level security;
-- Who sends one has no session, and so no authority: the functions are told it, as those of access.session are.
create policy owner on record.public_comment to record_owner using (true) with check (true);

-- Sent twice it is one. However many send: no more wait than can be read, and one alone is short.
create function record.send_public_comment(p_authority int, p_comment uuid, p_edition date, p_chapter text, p_section text, p_agency text, p_words text, p_name text, p_email text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if not exists (select from access.authority a where a.authority = p_authority) then perform record.refuse('There is no such authority'); end if;
  if length(trim(p_words)) not between 1 and 4000 or length(trim(p_name)) not between 1 and 100 or length(trim(p_email)) not between 3 and 200
    or length(p_chapter) not between 1 and 80 or length(p_section) not between 1 and 80 or length(p_agency) not between 1 and 40 then
    perform record.refuse('The comment is too long, or something is missing');
  end if;
  delete from public_comment c where c.authority = p_authority and c.sent_at < record.now() - interval '1 year';
  if (select count(*) from public_comment c where c.authority = p_authority and c.outcome is null) >= 300 then
    perform record.refuse('So many comments wait that no more are taken just now. Send it in some days');
  end if;
  insert into public_comment(authority, comment, sent_at, edition, chapter, section, agency, words, name, email)
    values (p_authority, p_comment, record.now(), p_edition, p_chapter, p_section, p_agency, trim(p_words), trim(p_name), trim(p_email)) on conflict do nothing;
end $$;

create function record.answers_for_procedures() returns boolean language sql stable
  return record.actor() is not null and record.roles() && array['headOfService', 'teamManager', 'reviewingOfficer', 'boardManager'];

-- What waits, the oldest first, and then what was settled within the year; to those who answer for the procedures.
create function record.public_comments() returns setof record.public_comment
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select * from public_comment c where c.authority = record.authority() and record.answers_for_procedures() and c.sent_at >= record.now() - interval '1 year'
  order by c.outcome is not null, c.sent_at, c.comment
$$;
create function record.settle_public_comment(p_comment uuid, p_outcome text) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if record.authority() is null or not record.answers_for_procedures() then perform record.refuse('Your role does not answer for the procedures'); end if;
  update public_comment set outcome = p_outcome, settled_at = record.now(), settled_by = record.actor()
    where authority = record.authority() and comment = p_comment and outcome is null;
end $$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.send_public_comment(int, uuid, date, text, text, text, text, text, text)', 'record.public_comments()', 'record.settle_public_comment(uuid, text)']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  revoke execute on function record.answers_for_procedures() from public;
  grant execute on function record.answers_for_procedures() to record_owner;
end $$;
