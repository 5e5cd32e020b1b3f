import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '426',
  message: 'A child receiving respite care cannot be recorded under a legal status of V3 and V4 in the same year.',
  years: since('2022-23'),
  fields: { Episodes: ['LS'] },
  wrong: ({ Episodes }) => {
    const isThere = (status: string): boolean => Episodes.some(({ LS }) => LS === status);
    return isThere('V3') && isThere('V4') ? [Episodes.filter(isShortBreak)] : [];
  },
  passes: [{ Episodes: [{ LS: 'V3' }, { LS: 'V3' }, { LS: 'C2' }] }],
  fails: [{ Episodes: [{ LS: 'V3' }, { LS: 'V4' }] }],
});
