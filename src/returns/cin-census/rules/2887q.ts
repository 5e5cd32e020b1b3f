import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * Excluding children where Disability (N00099) is NONE, the number of different disability codes used by an authority should be more than
 * 7. Triggered for the whole return. Rows that do not tell whose they are each stand for a child.
 */
export default rule({
  code: '2887Q',
  message: 'Please check and either amend or provide a reason: Less than 8 disability codes have been used in your return',
  level: 'query',
  years: since('2022-23'),
  fields: {},
  counts: ({ Disabilities }) => {
    const isExcluded = Disabilities.some(({ LAchildID, Disability }) => isGiven(LAchildID) && Disability === 'NONE');
    return isExcluded ? [] : Disabilities.flatMap(({ Disability }) => (Disability === 'NONE' ? [] : (Disability ?? [])));
  },
  wrongInAll: ({ names }) => names.length <= 7,
  passes: [
    { Disabilities: ['MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'VIS'].map((Disability) => ({ Disability })) },
    { Disabilities: ['MOB', 'HAND', 'NONE', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'VIS'].map((Disability) => ({ Disability })) },
  ],
  fails: [
    { Disabilities: ['MOB', 'HAND', 'NONE', 'PC', 'INC', 'COMM', 'LD', 'HEAR'].map((Disability) => ({ Disability })) },
    {
      Disabilities: [
        ...['MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR'].map((Disability) => ({ LAchildID: '1', Disability })),
        ...['VIS', 'NONE'].map((Disability) => ({ LAchildID: '2', Disability })),
      ],
    },
    { Disabilities: ['MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'LD'].map((Disability) => ({ Disability })) },
    { Disabilities: [{ Disability: 'NONE' }] },
  ],
});
