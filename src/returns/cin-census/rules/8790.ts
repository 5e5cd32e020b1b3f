import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * If a Disability (N00099) of NONE is present, there should be no other Disability values present for the same child. The others are
 * shown.
 */
export default rule({
  code: '8790',
  message: 'Disability information includes both None and other values',
  level: 'error',
  years: since('2022-23'),
  fields: { Disabilities: ['Disability'] },
  wrong: ({ Disabilities }) =>
    Disabilities.some(({ Disability }) => Disability === 'NONE')
      ? Disabilities.filter(({ Disability }) => isGiven(Disability) && Disability !== 'NONE')
      : [],
  passes: [
    {
      Disabilities: [
        { LAchildID: '1', Disability: 'NONE' },
        { LAchildID: '2', Disability: 'MOB' },
      ],
    },
  ],
  fails: [{ Disabilities: [{ Disability: 'NONE' }, { Disability: 'MOB' }] }],
});
