-- Children who were looked after already when the record began did not become so on that day: a forecast of placements is told of them apart, as `earlier`.
select record.amend(array[
    ['record.care_history(date, date)', 'coalesce(c.answers ->> ''type'', c.shared ->> ''type'') as kind', 'case e.step when ''placement'' then coalesce(c.answers ->> ''type'', c.shared ->> ''type'')
      when ''periodOfCare'' then case when coalesce(c.answers ->> ''beganEarlier'', c.shared ->> ''beganEarlier'') = ''true'' then ''earlier'' end end as kind'],
    ['record.care_history(date, date)', 'c.entry = e.entry and e.step = ''placement''', 'c.entry = e.entry and e.step in (''placement'', ''periodOfCare'')']
  ]);
