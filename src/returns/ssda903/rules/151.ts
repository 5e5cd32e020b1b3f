import { isAnyBlank, isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { adoptionFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '151',
  message: 'All data items relating to a childs adoption must be coded or left blank.',
  years: since('2022-23'),
  fields: { AD1: adoptionFields },
  wrong: ({ AD1 }) => AD1.filter((adoption) => isAnyGiven(adoption, adoptionFields) && isAnyBlank(adoption, adoptionFields)),
  passes: [
    {
      AD1: [{}, { DATE_INT: '2022-01-01', DATE_MATCH: '2022-02-01', FOSTER_CARE: '0', NB_ADOPTR: '1', SEX_ADOPTR: 'F1', LS_ADOPTR: 'L0' }],
    },
  ],
  fails: [{ AD1: [{ DATE_INT: '2022-01-01' }] }],
});
