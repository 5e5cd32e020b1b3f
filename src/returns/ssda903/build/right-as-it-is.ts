/**
 * Rules that find what is right, because of what they are given: the words or the note of each say so, or its recorded example wants what its words do not
 * (docs/decisions/0026). Nobody who records is asked about them; with the return they are explained so.
 */
export const rightAsItIs: ReadonlyMap<string, string> = new Map([
  ['1001', 'The care that makes this young person a relevant or former relevant child is older than the two years that the rule looks at.'],
  ['1002', 'The episodes of care of this young person ended before the two years that the rule looks at.'],
  ['210', 'The child became looked after within the last week of the year: the rule finds those, and its words mean the others.'],
  ['357', 'Care began before the first return that this record can give; the episode goes on from it.'],
  ['SW12STG2', 'The same social worker has been responsible since before the episode began, and still is.'],
  ['SW17STG2', 'The child was no longer looked after at the end of the year.'],
]);
