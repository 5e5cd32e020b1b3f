import { date } from '../../../kernel/calendar/dates.ts';
import { after, isBlank, isGiven, isMissing } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

/** Ofsted registers in England alone: of a placement elsewhere the postcode gives an authority of Scotland, Wales or Northern Ireland. */
const isInEngland = (authority: string | undefined): boolean => isGiven(authority) && !/^[SWN]/.test(authority) && authority !== 'CON';

export default rule({
  code: '230',
  message: 'Ofsted Unique reference number (URN) is required for any English H5 placements from 28 October 2023.',
  years: between('2023-24', '2023-24'),
  needs: ['postcodes'],
  fields: { Episodes: ['PLACE', 'DEC', 'URN'] },
  wrong: ({ Episodes }) =>
    Episodes.filter(
      (episode) =>
        episode.PLACE === 'H5' &&
        isInEngland(episode.PL_LA) &&
        (isMissing(episode.URN) || episode.URN === codes.noUrn) &&
        (isBlank(episode, 'DEC') || after(episode.DEC, date('2023-10-28'))),
    ),
  passes: [
    {
      Episodes: [
        { PLACE: 'H5', PL_LA: 'E06000001', URN: 'SC1' },
        { PLACE: 'H5', PL_LA: 'S12000005' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'H5', PL_LA: 'E06000001', DEC: '2023-10-29' }] }],
});
