import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * Excluding children where Disability (N00099) is NONE, within a local authority, one or more children should have more than one
 * disability recorded. Triggered for the whole return, if all children recorded as having a disability have only one code.
 */
export default rule({
  code: '2888Q',
  message:
    'Please check and either amend or provide a reason: Only one disability code is recorded per child and multiple disabilities should be recorded where possible.',
  level: 'query',
  years: since('2022-23'),
  fields: {},
  counts: ({ Disabilities }) => {
    const given = new Set(Disabilities.flatMap(({ Disability }) => Disability ?? []));
    return given.size === 0 || given.has('NONE') ? [] : [given.size > 1 ? 'several' : 'one'];
  },
  wrongInAll: ({ of }) => of('one') > 0 && of('several') === 0,
  passes: [
    {
      Disabilities: [
        { LAchildID: '1', Disability: 'MOB' },
        { LAchildID: '1', Disability: 'LD' },
        { LAchildID: '2', Disability: 'LD' },
      ],
    },
    { Disabilities: [{ LAchildID: '1', Disability: 'NONE' }] },
  ],
  fails: [
    {
      Disabilities: [
        { LAchildID: '1', Disability: 'MOB' },
        { LAchildID: '2', Disability: 'LD' },
      ],
    },
  ],
});
