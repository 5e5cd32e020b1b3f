import { grouped } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { moreThanOne } from '../conditions.ts';

/** If there is more than one Disability (N00099) for a child, none of the values should appear more than once. */
export default rule({
  code: '8794',
  message: 'Child has two or more disabilities with the same code',
  level: 'error',
  years: since('2022-23'),
  fields: { Disabilities: ['Disability'] },
  wrong: ({ Disabilities }) => grouped(Disabilities, ({ Disability }) => Disability).flatMap(moreThanOne),
  passes: [
    {
      Disabilities: [
        { LAchildID: '1', Disability: 'MOB' },
        { LAchildID: '1', Disability: 'LD' },
        { LAchildID: '2', Disability: 'LD' },
        { LAchildID: '1' },
        { LAchildID: '1' },
      ],
    },
  ],
  fails: [{ Disabilities: [{ Disability: 'MOB' }, { Disability: 'LD' }, { Disability: 'MOB' }] }],
});
