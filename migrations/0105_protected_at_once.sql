-- Whether somebody newly qualified carries more than is protected also asks what their manager decided: by when it is mended, and how much it covers. Why they decided so stays in the file.
do $$
declare
  before text := pg_get_functiondef('record.inductions_told(timestamptz)'::regprocedure);
  after text := replace(replace(before, '''percent'', ''extendedTo'')', '''percent'', ''extendedTo'', ''decidedOn'', ''carried'', ''mendedBy'')'),
    '''inductionReview'', ''inductionEnd'')', '''inductionReview'', ''inductionEnd'', ''caseloadDecision'')');
begin
  if length(after) <> length(before) + length(', ''decidedOn'', ''carried'', ''mendedBy''') + length(', ''caseloadDecision''') then
    raise exception 'record.inductions_told is not as this migration knows it';
  end if;
  execute after;
end $$;
