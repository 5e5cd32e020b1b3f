import { sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAdoption } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '582',
  message:
    'Child is showing as ceasing to be looked after due to adoption, but the date of adoption is the same as the date reported for being matched with adopters. In most circumstances we expect the date the child is matched with adopters to be before the date of adoption.',
  years: since('2022-23'),
  needs: ['AD1'],
  fields: { Episodes: ['DEC'] },
  wrong: ({ Episodes, AD1 }) =>
    Episodes.filter((episode) => isAdoption(episode) && AD1.some(({ DATE_MATCH }) => sameDay(DATE_MATCH, episode.DEC))),
  passes: [{ Episodes: [{ REC: 'E11', DEC: '2022-06-10' }], AD1: [{ DATE_MATCH: '2022-05-10' }] }],
  fails: [{ Episodes: [{ REC: 'E11', DEC: '2022-06-10' }], AD1: [{ DATE_MATCH: '2022-06-10' }] }],
});
