import { between, since } from '../../rule/years.ts';
import { placedUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

const asked = { code: '371', needs: ['Header'], fields: { Episodes: ['DECOM', 'PLACE'] } } as const;

export default [
  rule({
    ...asked,
    message: 'Child in semi-independent living accommodation not subject to children’s homes regulations should be at least 14.',
    years: between('2022-23', '2022-23'),
    wrong: placedUnder(14, 'H5'),
    passes: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'H5', DECOM: '2022-06-01' }] }],
    fails: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'H5', DECOM: '2022-05-31' }] }],
  }),
  rule({
    ...asked,
    message: 'Child in semi-independent living accommodation not subject to children’s homes regulations should be at least 16.',
    years: between('2023-24', '2023-24'),
    wrong: placedUnder(16, 'H5'),
    passes: [{ Header: [{ DOB: '2007-06-01' }], Episodes: [{ PLACE: 'H5', DECOM: '2023-06-01' }] }],
    fails: [{ Header: [{ DOB: '2007-06-01' }], Episodes: [{ PLACE: 'H5', DECOM: '2023-05-31' }] }],
  }),
  rule({
    ...asked,
    message: 'Child in supported accomodation not subject to children’s homes regulations should be at least 16.',
    years: since('2024-25'),
    wrong: placedUnder(16, 'K3'),
    passes: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'K3', DECOM: '2024-06-01' }] }],
    fails: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'K3', DECOM: '2024-05-31' }] }],
  }),
];
