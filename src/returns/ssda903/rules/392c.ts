import { givenAmong } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule, at } from '../looked-after-return.ts';
import { isPostcode } from '../postcodes.ts';

export default rule({
  code: '392c',
  message: 'Postcode(s) provided are invalid.',
  years: since('2022-23'),
  fields: { Episodes: ['HOME_POST', 'PL_POST'] },
  wrong: ({ Episodes }) =>
    Episodes.flatMap((episode) => {
      const invalid = givenAmong(episode, ['HOME_POST', 'PL_POST']).filter((field) => !isPostcode(episode[field] ?? ''));
      return invalid.length > 0 ? [at(episode, ...invalid)] : [];
    }),
  passes: [{ Episodes: [{ HOME_POST: 'AB1 0JD', PL_POST: 'AB10JD' }, {}] }],
  fails: [{ Episodes: [{ HOME_POST: 'AB1 0JD', PL_POST: 'unknown' }] }],
});
