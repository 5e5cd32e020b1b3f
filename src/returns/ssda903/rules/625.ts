import { after, inOrder, isBlank, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** Once care has ceased its last day is compared, until then the end of the year. */
export default rule({
  code: '625',
  message: 'Date of birth of the first child is beyond the end of this reporting year or the date the child ceased to be looked after.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Header: ['MC_DOB'], Episodes: ['DEC'] },
  wrong: ({ Header, Episodes }, { end }) => {
    const isOpen = Episodes.some((episode) => isBlank(episode, 'DEC'));
    const last = isOpen ? undefined : inOrder(Episodes, 'DEC').findLast(({ DEC }) => isGiven(DEC));
    return Header.filter(({ MC_DOB }) => after(MC_DOB, end) || after(MC_DOB, last?.DEC)).map((header) =>
      last ? [header, last] : [header],
    );
  },
  passes: [{ Header: [{ MC_DOB: '2022-06-01' }], Episodes: [{ DEC: '2022-06-01' }] }],
  fails: [
    { Header: [{ MC_DOB: '2022-06-02' }], Episodes: [{ DEC: '2022-06-01' }] },
    { Header: [{ MC_DOB: '2023-04-01' }], Episodes: [{}] },
  ],
});
