import { isGiven } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * Draft. PPStartDate (N00826) has not been provided. Whether that is asked of each module or of the whole return the draft leaves open: it
 * is taken as of the whole return.
 */
export default rule({
  code: '9000Q',
  message: 'Please check: If you do not yet collect this data, please leave this field blank and provide a reason.',
  level: 'query',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: {},
  counts: ({ PreProceedings }) => PreProceedings.filter(({ PPStartDate }) => isGiven(PPStartDate)).map(() => 'started'),
  wrongInAll: ({ of }) => of('started') === 0,
  passes: [{ PreProceedings: [{ LAchildID: '1' }, { LAchildID: '2', PPStartDate: '2026-05-26' }] }],
  fails: [{ PreProceedings: [{ LAchildID: '1' }] }],
});
