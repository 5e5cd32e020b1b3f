-- Whoever is employed for no hours does next to nothing, and is not away.
select record.amend(array[
  ['record.capacity_on(int, date)', 'else 100 - round(100 * least(1, coalesce(e.hours, t.hours) / t.hours))::int end', 'else least(99, 100 - round(100 * least(1, coalesce(e.hours, t.hours) / t.hours))::int) end']
]);

-- Five were asked at least, and nobody named a reason: that is told, and is another thing than that fewer were asked.
select record.amend(array[
  ['record.reasons_to_go(timestamp with time zone)', 'from all_told a cross join lateral (select x.reason, count(*)::int as n from told t
    cross join lateral jsonb_array_elements_text(case jsonb_typeof(t.reasons) when ''array'' then t.reasons else ''[]'' end) x(reason) group by x.reason) r',
   'from all_told a left join lateral (select x.reason, count(*)::int as n from told t
    cross join lateral jsonb_array_elements_text(case jsonb_typeof(t.reasons) when ''array'' then t.reasons else ''[]'' end) x(reason) group by x.reason) r on true']
]);
