import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '1012',
  message: 'No other data should be returned for OC3 children who had no episodes in the current year',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { PlacedAdoption: ['CHILD'], Missing: ['CHILD'], Reviews: ['CHILD'], AD1: ['CHILD'], PrevPerm: ['CHILD'], OC2: ['CHILD'] },
  wrong: ({ Episodes, PlacedAdoption, Missing, Reviews, AD1, PrevPerm, OC2 }) =>
    Episodes.length > 0 ? [] : [...PlacedAdoption, ...Missing, ...Reviews, ...AD1, ...PrevPerm, ...OC2],
  passes: [{ Episodes: [{ CHILD: '1' }], Missing: [{ CHILD: '1' }] }],
  fails: [{ Episodes: [{ CHILD: '1' }], Missing: [{ CHILD: '2' }] }],
});
