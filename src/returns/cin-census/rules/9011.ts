import { isGiven } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * Draft. If PPOutcome (N00833) is present, it must be a valid value (codeset CS131). The code set is not out; its one value that is known
 * is A, so that any single capital letter is taken as valid until it is.
 */
export default rule({
  code: '9011',
  message: 'The outcome of the pre-proceedings must be reported using a valid value',
  level: 'error',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: { PreProceedings: ['PPOutcome'] },
  wrong: ({ PreProceedings }) => PreProceedings.filter(({ PPOutcome }) => isGiven(PPOutcome) && !/^[A-Z]$/.test(PPOutcome)),
  passes: [{ PreProceedings: [{ PPOutcome: 'A' }, {}] }],
  fails: [{ PreProceedings: [{ PPOutcome: 'stepped down' }] }],
});
