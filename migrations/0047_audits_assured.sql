-- What audits of case files came to, for the assurance report: how many of how many, by programme, as known at an instant. No child is named, and no auditor.
-- An auditor's own file of a programme is known by both: the program makes its id so (`idWithin`).
create function record.id_within(p_of uuid, p_field text, p_n int) returns uuid language sql immutable set search_path = pg_catalog, pg_temp as $$
  select (substr(h.hex, 1, 8) || substr(h.hex, 9, 4) || '4' || substr(h.hex, 14, 3) || '8' || substr(h.hex, 18, 3) || substr(h.hex, 21, 12))::uuid
  from (select encode(sha256(convert_to(p_of || ' ' || p_field || ' ' || p_n, 'UTF8')), 'hex') as hex) h
$$;

-- What stood at an instant of the statements of a step in files of a kind.
create function record.stated_in_files(p_at timestamptz, p_kind text, p_step text) returns table (file uuid, subject uuid, happened_on date, words jsonb)
language sql stable set search_path = pg_catalog, record, pg_temp set enable_seqscan = off as $$
  select f.person, f.subject, e.happened_on, c.shared || c.answers
  from file f
  cross join lateral (select * from ledger l where l.authority = f.authority and l.person = f.person and l.recorded_at <= p_at and not l.tombstone offset 0) l
  cross join lateral (select * from entry e where e.authority = l.authority and e.entry = l.entry limit 1) e
  cross join lateral (select * from content c where c.authority = l.authority and c.person = l.person and c.entry = l.entry limit 1) c
  where f.authority = record.authority() and f.kind = p_kind and e.step = p_step
    and not exists (select from ledger n where n.authority = l.authority and n.person = l.person and n.corrects = l.position and n.recorded_at <= p_at)
$$;

-- Programme by programme: of how many so many were drawn, and how; the grades that count; each child's grades by those who did not see each other's; standard by standard what was found.
create function record.assured_audits(p_at timestamptz)
returns table (programme uuid, decided_on date, population text, method text, drawn_from int, drawn int, moderated_on date, grades jsonb, judged jsonb, standards jsonb)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  with begun as (select b.file, b.words from record.stated_in_files(p_at, 'auditProgramme', 'auditProgramme') b where record.actor() is not null and record.scope() = 'all'),
  counting as (select distinct on (m.file, m.words ->> 'child') m.file, m.words ->> 'grade' as grade, m.happened_on
    from record.stated_in_files(p_at, 'auditProgramme', 'auditModeration') m order by m.file, m.words ->> 'child', m.happened_on desc),
  audits as (select b.file, a.words from begun b join record.stated_in_files(p_at, 'caseAudit', 'caseFileAudit') a on a.file = record.id_within(b.file, a.subject::text, 0)),
  twice as (select a.file, jsonb_agg(a.words ->> 'grade' order by a.words ->> 'grade') as given from audits a where a.words ? 'grade' group by a.file, a.words ->> 'child' having count(*) > 1),
  verdicts as (select a.file, s.line ->> 'standard' as standard, s.line ->> 'verdict' as verdict, count(*) as n
    from audits a cross join lateral jsonb_array_elements(coalesce(a.words -> 'standards', '[]')) s(line) where s.line ? 'verdict' group by 1, 2, 3)
  select b.file, (b.words ->> 'decidedOn')::date, b.words ->> 'population', coalesce(b.words ->> 'method', 'random'),
    case when b.words ->> 'drawnFrom' ~ '^\d{1,7}$' then (b.words ->> 'drawnFrom')::int else 0 end, jsonb_array_length(coalesce(b.words -> 'children', '[]')),
    (select max(c.happened_on) from counting c where c.file = b.file),
    coalesce((select jsonb_object_agg(g.grade, g.n) from (select c.grade, count(*) as n from counting c where c.file = b.file group by c.grade) g), '{}'),
    coalesce((select jsonb_agg(t.given order by t.given) from twice t where t.file = b.file), '[]'),
    coalesce((select jsonb_agg(jsonb_build_array(v.standard, v.verdict, v.n) order by v.standard, v.verdict) from verdicts v where v.file = b.file), '[]')
  from begun b order by 2, 1
$$;

do $$ declare f regprocedure; begin
  foreach f in array array['record.id_within(uuid, text, int)', 'record.stated_in_files(timestamptz, text, text)']::regprocedure[] loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to record_owner', f);
  end loop;
end $$;
alter function record.assured_audits(timestamptz) owner to record_owner;
revoke execute on function record.assured_audits(timestamptz) from public;
grant execute on function record.assured_audits(timestamptz) to sightline_app;
