-- Children who were looked after already when the record began did not come on that day: they are no arrivals of a year from which the next is simulated.
select record.amend(array[
    ['record.stage_sums(date, date, jsonb, text[])', 'select ''arrival'', s.stage, null::text, s.day, 0, 0, count(*)::int from spells s where s.before = ''end'' and s.day > p_since group by s.stage, s.day',
     'select ''arrival'', s.stage, null::text, s.day, 0, 0, count(*)::int from spells s where s.before = ''end'' and s.day > p_since
      and not exists (select from ledger l join content c on c.authority = l.authority and c.person = l.person and c.entry = l.entry
        where l.authority = record.authority() and l.person = s.person and l.position = s.position and coalesce(c.answers ->> ''beganEarlier'', c.shared ->> ''beganEarlier'') = ''true'')
    group by s.stage, s.day']
  ]);
