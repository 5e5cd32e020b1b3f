import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * Excluding children where Disability (N00099) is NONE, the number of different disability codes used by an authority should be more than
 * 7. Triggered for the whole return.
 */
export default rule({
  code: '2887Q',
  message: 'Please check and either amend or provide a reason: Less than 8 disability codes have been used in your return',
  level: 'query',
  years: since('2022-23'),
  fields: {},
  counts: ({ Disabilities }) => {
    const given = Disabilities.flatMap(({ Disability }) => Disability ?? []);
    return given.includes('NONE') ? [] : given;
  },
  wrongInAll: ({ names }) => names.length <= 7,
  passes: [{ Disabilities: ['MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'VIS'].map((Disability) => ({ Disability })) }],
  fails: [
    { Disabilities: ['MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'LD'].map((Disability) => ({ Disability })) },
    { Disabilities: [{ Disability: 'NONE' }] },
  ],
});
