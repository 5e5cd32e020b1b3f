import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

/** An episode that has not ended is no previous one, unless last year’s return has it. */
export default rule({
  code: '1002',
  message:
    "This child has no previous episodes of care, therefore should not have care leaver information recorded. [NOTE: This tool can only test the current and previous year data loaded into the tool - this check may generate false positives if a child had episodes prior to last year's collection.]",
  years: since('2022-23'),
  needs: ['Episodes', 'Episodes_last'],
  fields: { OC3: careLeaverFields },
  wrong: ({ OC3, Episodes, Episodes_last }) =>
    Episodes_last.length > 0 || Episodes.some((episode) => !isBlank(episode, 'DEC')) ? [] : OC3,
  passes: [{ Episodes: [{ CHILD: '1', DEC: '2022-05-20' }], Episodes_last: [{ CHILD: '2' }], OC3: [{ CHILD: '1' }, { CHILD: '2' }] }],
  fails: [{ Episodes: [{ CHILD: '1' }], Episodes_last: [], OC3: [{ CHILD: '1' }, { CHILD: '2' }] }],
});
