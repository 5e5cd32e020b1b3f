import { everyPair, isAnyBlank, within } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAdoption } from '../episodes.ts';
import { adoptionFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '601',
  message:
    'The additional fields relating to adoption have not been completed although the episode data shows that the child was adopted during the year.',
  years: since('2022-23'),
  needs: ['Episodes', 'AD1'],
  fields: { Episodes: ['REC'], AD1: adoptionFields },
  wrong: ({ Episodes, AD1 }, { start, end }) => {
    const adoptions = Episodes.filter((episode) => isAdoption(episode) && within(episode.DEC, start, end));
    const incomplete = AD1.filter((row) => isAnyBlank(row, adoptionFields));
    return AD1.length === 0 ? adoptions : everyPair(adoptions, incomplete);
  },
  passes: [{ Episodes: [{ REC: 'E11', DEC: '2022-03-31' }], AD1: [{}] }],
  fails: [
    { Episodes: [{ REC: 'E11', DEC: '2022-06-10' }], AD1: [{ NB_ADOPTR: '2' }] },
    { Episodes: [{ REC: 'E11', DEC: '2022-06-10' }], AD1: [] },
  ],
});
