import { date } from '../../../kernel/calendar/dates.ts';
import { after, isMissing, oneOf, isBlank } from '../../rule/compare.ts';
import { since, between } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

/** Ofsted registers in England alone; the authority is told by these codes or, from the postcode, by that of the statistical office. */
const isAbroad = (authority: string | undefined): boolean =>
  oneOf(authority, ['CON', 'NIR', 'SCO', 'WAL', 'NUK']) || /^[NSW][0-9]{8}$/.test(authority ?? '');

/** Asked of episodes that are open, or ended after 31 March 2015. */
const lackingUnless =
  (placements: readonly string[]) =>
  ({ Episodes }: ReturnChild) =>
    Episodes.filter(
      (episode) =>
        isMissing(episode.URN) &&
        !oneOf(episode.PLACE, placements) &&
        !isAbroad(episode.PL_LA) &&
        (isBlank(episode, 'DEC') || after(episode.DEC, date('2015-03-31'))),
    );

const asked = {
  code: '218',
  message: 'Ofsted Unique reference number (URN) is required.',
  needs: ['postcodes'],
  fields: { Episodes: ['URN'] },
} as const;

export default [
  rule({
    ...asked,
    years: between('2022-23', '2023-24'),
    wrong: lackingUnless([...codes.withoutUrn, 'H5', 'P2', 'Z1']),
    passes: [
      {
        Episodes: [
          { PLACE: 'H5', PL_LA: 'E06000001' },
          { PLACE: 'K2', PL_LA: 'W06000008' },
          { PLACE: 'K2', PL_LA: 'E06000001', URN: 'XXXXXXX' },
        ],
      },
    ],
    fails: [{ Episodes: [{ PLACE: 'K2', PL_LA: 'E06000001' }] }],
  }),
  rule({
    ...asked,
    years: between('2024-25', '2024-25'),
    wrong: lackingUnless([...codes.withoutUrn, 'Z1']),
    passes: [{ Episodes: [{ PLACE: 'Z1', PL_LA: 'E06000001' }] }],
    fails: [{ Episodes: [{ PLACE: 'K3', PL_LA: 'E06000001' }] }],
  }),
  rule({
    ...asked,
    years: since('2025-26'),
    wrong: lackingUnless([...codes.withoutUrn, ...codes.otherPlacements]),
    passes: [{ Episodes: [{ PLACE: 'Z11', PL_LA: 'E06000001' }] }],
    fails: [{ Episodes: [{ PLACE: 'K3', PL_LA: 'E06000001' }] }],
  }),
];
