import { isAnyGiven, within } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAdoption } from '../episodes.ts';
import { adoptionFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '602',
  message: 'The episode data submitted for this child does not show that he/she was adopted during the year.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { AD1: ['CHILD'] },
  wrong: ({ Episodes, AD1 }, { start, end }) =>
    Episodes.some((episode) => isAdoption(episode) && within(episode.DEC, start, end))
      ? []
      : AD1.filter((row) => isAnyGiven(row, adoptionFields)),
  passes: [{ Episodes: [{ REC: 'E11', DEC: '2022-06-10' }], AD1: [{ NB_ADOPTR: '2' }] }],
  fails: [{ Episodes: [{ REC: 'E11', DEC: '2022-03-31' }], AD1: [{ NB_ADOPTR: '2' }] }],
});
