import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { latest } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '334',
  message: 'Date child started to be looked after in latest period of care must be on or prior to the date should be placed for adoption.',
  years: since('2022-23'),
  needs: ['AD1', 'Episodes'],
  fields: { Episodes: ['DECOM', 'RNE'], AD1: ['DATE_INT'] },
  wrong: ({ Episodes, AD1 }) => {
    const start = latest(Episodes.filter(({ RNE }) => RNE === 'S'));
    return start === undefined ? [] : AD1.filter(({ DATE_INT }) => before(DATE_INT, start.DECOM)).map((adoption) => [start, adoption]);
  },
  passes: [{ Episodes: [{ RNE: 'S', DECOM: '2020-03-01' }], AD1: [{ DATE_INT: '2020-03-01' }, {}] }],
  fails: [
    {
      Episodes: [
        { RNE: 'S', DECOM: '2019-03-01' },
        { RNE: 'S', DECOM: '2020-03-01' },
      ],
      AD1: [{ DATE_INT: '2020-02-29' }],
    },
  ],
});
