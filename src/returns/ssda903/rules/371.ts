import { birthday } from '../../../kernel/calendar/dates.ts';
import { before, everyPair } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

/** The placement began before the child was of the age from which it is allowed. */
const tooYoungFor =
  (place: string, age: number) =>
  ({ Episodes, Header }: ReturnChild) =>
    everyPair(Episodes, Header)
      .filter(([{ PLACE, DECOM }, { DOB }]) => PLACE === place && before(DECOM, DOB && birthday(DOB, age)))
      .map(([episode]) => episode);

const asked = { code: '371', fields: { Episodes: ['DECOM', 'PLACE'] } } as const;

export default [
  rule({
    ...asked,
    message: 'Child in semi-independent living accommodation not subject to children’s homes regulations should be at least 14.',
    years: between('2022-23', '2022-23'),
    wrong: tooYoungFor('H5', 14),
    passes: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'H5', DECOM: '2022-06-01' }] }],
    fails: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'H5', DECOM: '2022-05-31' }] }],
  }),
  rule({
    ...asked,
    message: 'Child in semi-independent living accommodation not subject to children’s homes regulations should be at least 16.',
    years: between('2023-24', '2023-24'),
    wrong: tooYoungFor('H5', 16),
    passes: [{ Header: [{ DOB: '2007-06-01' }], Episodes: [{ PLACE: 'H5', DECOM: '2023-06-01' }] }],
    fails: [{ Header: [{ DOB: '2007-06-01' }], Episodes: [{ PLACE: 'H5', DECOM: '2023-05-31' }] }],
  }),
  rule({
    ...asked,
    message: 'Child in supported accomodation not subject to children’s homes regulations should be at least 16.',
    years: since('2024-25'),
    wrong: tooYoungFor('K3', 16),
    passes: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'K3', DECOM: '2024-06-01' }] }],
    fails: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'K3', DECOM: '2024-05-31' }] }],
  }),
];
