import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAged, isUnder } from '../ages.ts';
import { isLookedAfterAllYear } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '186',
  message:
    'Children aged 4 or over at the start of the year and children aged under 17 at the end of the year and who have been looked after for at least 12 months continuously should have a Strengths and Difficulties (SDQ) score completed.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC2: ['SDQ_SCORE'] },
  wrong: (child, year) =>
    isLookedAfterAllYear(child, year)
      ? child.OC2.filter((row) => isBlank(row, 'SDQ_SCORE') && isAged(row.DOB, 4, year.start) && isUnder(row.DOB, 17, year.end))
      : [],
  passes: [
    { Episodes: [{ DECOM: '2020-01-01' }], OC2: [{ DOB: '2018-04-01', SDQ_SCORE: '10' }, { DOB: '2018-04-02' }, { DOB: '2006-03-31' }] },
    { Episodes: [{ RNE: 'L', DECOM: '2022-04-02' }], OC2: [{ DOB: '2010-01-01' }] },
  ],
  fails: [
    { Episodes: [{ DECOM: '2020-01-01' }], OC2: [{ DOB: '2018-04-01' }] },
    { Episodes: [{ DECOM: '2020-01-01' }], OC2: [{ DOB: '2006-04-01' }] },
  ],
});
