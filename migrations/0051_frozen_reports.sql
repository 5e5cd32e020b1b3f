-- An assurance report as it was given to a committee: its bytes, who signs for it, and what it was made with besides the record. Nothing of it is changed or taken away:
-- no role has a policy to, and the one whose table it is has given up the right.
create table record.frozen_report (
  authority int not null, report uuid not null, of_day date not null, known_at timestamptz not null,
  format text not null check (format in ('pdf', 'docx')), bytes bytea not null,
  digest text not null,                            -- SHA-256 of the bytes, as hexadecimal
  figures text not null,                           -- SHA-256 of all figures, as the report itself says it
  signed_by text not null check (length(signed_by) between 3 and 200),
  made_with jsonb not null,                        -- letterhead, teams and version of the program: with them and the record the same file is made again
  frozen_at timestamptz not null, frozen_by uuid not null,
  primary key (authority, report), check (digest = encode(sha256(bytes), 'hex')));
alter table record.frozen_report owner to record_owner;
alter table record.frozen_report enable row level security;
alter table record.frozen_report force row level security;
create policy reader on record.frozen_report for select to record_owner using (authority = record.authority());
create policy writer on record.frozen_report for insert to record_owner with check (authority = record.authority());
revoke update, delete, truncate on record.frozen_report from record_owner;

create function record.may_assure() returns boolean language sql stable set search_path = pg_catalog, record, pg_temp as $$
  select record.authority() is not null and record.actor() is not null and record.scope() = 'all' and record.roles() && array['headOfService', 'performanceAnalyst']
$$;

-- Of a day that is over alone, which every report says the same of. Sent twice it is frozen once.
create function record.freeze_report(p_authority int, p_report uuid, p_day date, p_known_at timestamptz, p_format text, p_bytes bytea, p_figures text, p_signed_by text, p_made_with jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if p_authority is distinct from record.authority() or not record.may_assure() then perform record.refuse('Your role may not freeze an assurance report'); end if;
  if p_known_at >= record.settled() then perform record.refuse('A report is frozen when its day is over: until then it changes'); end if;
  insert into frozen_report(authority, report, of_day, known_at, format, bytes, digest, figures, signed_by, made_with, frozen_at, frozen_by)
    values (record.authority(), p_report, p_day, p_known_at, p_format, p_bytes, encode(sha256(p_bytes), 'hex'), p_figures, trim(p_signed_by), p_made_with, clock_timestamp(), record.actor())
    on conflict do nothing;
end $$;

create function record.frozen_reports() returns table (report uuid, of_day date, known_at timestamptz, format text, digest text, figures text, signed_by text, frozen_at timestamptz, frozen_by uuid)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select f.report, f.of_day, f.known_at, f.format, f.digest, f.figures, f.signed_by, f.frozen_at, f.frozen_by
  from frozen_report f where f.authority = record.authority() and record.may_assure() order by f.frozen_at desc, f.report
$$;
create function record.frozen_report_whole(p_report uuid) returns setof record.frozen_report
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select * from frozen_report f where f.authority = record.authority() and f.report = p_report and record.may_assure()
$$;

-- The figures found anew from the record, and not as they were kept: what a frozen report is compared with.
create function record.assured_anew(p_instants timestamptz[], p_rules jsonb, p_steps text[]) returns table (at timestamptz, figure text, team uuid, n bigint, among bigint, apart bigint)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select u.at, a.figure, a.team, a.n, a.among, a.apart from unnest(p_instants) u(at) cross join lateral record.assure(u.at, p_rules, p_steps) a where record.may_assure() order by 1, 2, 3
$$;

revoke execute on function record.may_assure() from public;
grant execute on function record.may_assure() to record_owner;
do $$ declare f regprocedure; begin
  foreach f in array array['record.freeze_report(int, uuid, date, timestamptz, text, bytea, text, text, jsonb)', 'record.frozen_reports()', 'record.frozen_report_whole(uuid)',
    'record.assured_anew(timestamptz[], jsonb, text[])']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
end $$;
