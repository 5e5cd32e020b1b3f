-- The page of the workforce asks how supervision stands: of supervisions that are older than two hundred days it needs none.
select record.amend(array[
    ['record.workforce_told(text[], timestamptz)', 'e.step = any(p_steps) limit 1) e', 'e.step = any(p_steps)
        and (e.step <> ''staffSupervision'' or l.corrects is not null or e.happened_on > (coalesce(v_then, record.now()) at time zone ''Europe/London'')::date - 200) limit 1) e']
  ]);
