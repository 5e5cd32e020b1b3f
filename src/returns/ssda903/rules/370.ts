import { between } from '../../rule/years.ts';
import { placedUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

const asked = {
  code: '370',
  needs: ['Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
} as const;

export default [
  rule({
    ...asked,
    message: 'Child in independent living should be at least 15.',
    years: between('2022-23', '2022-23'),
    wrong: placedUnder(15, 'P2'),
    passes: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'P2', DECOM: '2023-06-01' }] }],
    fails: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'P2', DECOM: '2023-05-31' }] }],
  }),
  rule({
    ...asked,
    message: 'Child in independent living should be at least 16.',
    years: between('2023-24', '2023-24'),
    wrong: placedUnder(16, 'P2'),
    passes: [{ Header: [{ DOB: '2007-06-01' }], Episodes: [{ PLACE: 'P2', DECOM: '2023-06-01' }] }],
    fails: [{ Header: [{ DOB: '2007-06-01' }], Episodes: [{ PLACE: 'P2', DECOM: '2023-05-31' }] }],
  }),
];
