import { after, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { unbroken } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** Of each period of care, the first episode under the order. */
export default rule({
  code: '554',
  message:
    'Date of decision that the child should be placed for adoption should be on or prior to the date that the placement order was granted. [NOTE: This rule may result in false positives or false negatives if relevant episodes are in previous years; please check carefully!]',
  years: since('2022-23'),
  needs: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['DECOM', 'LS'], PlacedAdoption: ['DATE_PLACED'] },
  wrong: ({ Episodes, PlacedAdoption }) => {
    const granted = unbroken(Episodes).flatMap((period) => period.find(({ LS }) => LS === 'E1') ?? []);
    return everyPair(granted, PlacedAdoption).filter(([{ DECOM }, { DATE_PLACED }]) => after(DATE_PLACED, DECOM));
  },
  passes: [{ Episodes: [{ DECOM: '2022-06-01', LS: 'E1' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-06-01', LS: 'E1' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-02' }] }],
});
