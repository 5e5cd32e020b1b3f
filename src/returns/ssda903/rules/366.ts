import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** Each break under V3 starts anew. */
export default rule({
  code: '366',
  message: 'A child cannot change placement during the course of an individual short-term respite break.',
  years: since('2022-23'),
  fields: { Episodes: ['RNE'] },
  wrong: ({ Episodes }) => Episodes.filter(({ LS, RNE }) => LS === 'V3' && RNE !== 'S'),
  passes: [
    {
      Episodes: [
        { LS: 'V3', RNE: 'S' },
        { LS: 'V4', RNE: 'T' },
      ],
    },
  ],
  fails: [{ Episodes: [{ LS: 'V3', RNE: 'U' }] }, { Episodes: [{ LS: 'V3' }] }],
});
