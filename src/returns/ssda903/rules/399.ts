import { isGiven, isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** A child of whom every episode is a short break. */
export default rule({
  code: '399',
  message: 'Mother field, review field or participation field are completed but child is looked after under legal status V3 or V4.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { Episodes: ['LS'], Header: ['MOTHER'], Reviews: ['REVIEW', 'REVIEW_CODE'] },
  wrong: ({ Episodes, Header, Reviews }) => {
    const mothers = Header.filter(({ MOTHER }) => isGiven(MOTHER));
    const reviews = Reviews.filter((review) => isAnyGiven(review, ['REVIEW', 'REVIEW_CODE']));
    const isOnShortBreaks = Episodes.length > 0 && Episodes.every(isShortBreak);
    return isOnShortBreaks && mothers.length + reviews.length > 0 ? [[...Episodes, ...mothers, ...reviews]] : [];
  },
  passes: [
    { Episodes: [{ LS: 'V3' }, { LS: 'C2' }], Header: [{ MOTHER: '1' }] },
    { Episodes: [{ LS: 'V3' }], Header: [{}], Reviews: [{}] },
  ],
  fails: [
    { Episodes: [{ LS: 'V4' }], Header: [{ MOTHER: '0' }] },
    { Episodes: [{ LS: 'V3' }], Reviews: [{ REVIEW: '2022-06-01' }] },
  ],
});
