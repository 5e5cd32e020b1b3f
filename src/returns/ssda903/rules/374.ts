import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { placedUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

/** The recorded example passes over an episode that is still open, which no wording does. */
export default rule({
  code: '374',
  message: 'Child in residential employment should be at least 14 years old.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
  wrong: (child) => placedUnder(14, 'P3')(child).filter((episode) => !isBlank(episode, 'DEC')),
  passes: [
    {
      Header: [{ DOB: '2008-06-01' }],
      Episodes: [
        { PLACE: 'P3', DECOM: '2022-06-01', DEC: '2022-08-01' },
        { PLACE: 'P3', DECOM: '2022-05-31' },
      ],
    },
  ],
  fails: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'P3', DECOM: '2022-05-31', DEC: '2022-08-01' }] }],
});
