import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isPast } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

/** V2 is section 20, K2 a children’s home. An open episode is looked at as on 31 March. */
export default rule({
  code: '359',
  message:
    'Child being looked after following 18th birthday must be accommodated under section 20(5) of the Children Act 1989 in a community home.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Episodes: ['DEC', 'LS', 'PLACE'] },
  wrong: ({ Episodes, Header }, { end }) =>
    Episodes.filter(
      (episode) =>
        !(episode.LS === 'V2' && episode.PLACE === 'K2') &&
        Header.some(({ DOB }) => isPast(DOB, 18, isBlank(episode, 'DEC') ? end : episode.DEC)),
    ),
  passes: [
    {
      Header: [{ DOB: '2004-06-01' }],
      Episodes: [
        { LS: 'C2', PLACE: 'U1', DEC: '2022-06-01' },
        { LS: 'V2', PLACE: 'K2' },
      ],
    },
  ],
  fails: [
    { Header: [{ DOB: '2004-06-01' }], Episodes: [{ LS: 'C2', PLACE: 'U1', DEC: '2022-06-02' }] },
    { Header: [{ DOB: '2004-06-01' }], Episodes: [{ LS: 'V2', PLACE: 'K1' }] },
  ],
});
