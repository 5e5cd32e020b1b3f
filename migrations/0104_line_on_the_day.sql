-- Who managed a team on a day is told since 0101: whoever chaired is judged by the line as it was on the day of the review, and not by what they manage since or manage no more.
do $$ begin
  perform record.amend(array[['record.places_in_line(uuid[], uuid[], date[])',
    'when ''teamManager'' = any(m.roles) and (m.team = any(t.teams)
        or exists (select from access.member_team g where g.authority = m.authority and g.member = m.member and g.team = any(t.teams)))
      or record.manages_by_file',
    'when exists (select from access.managed_told g where g.authority = m.authority and g.member = m.member and g.team = any(t.teams)
        and g.told_from < (a.day + 1)::timestamp at time zone ''Europe/London'' and g.told_to > a.day::timestamp at time zone ''Europe/London'')
      or record.manages_by_file']]);
end $$;
