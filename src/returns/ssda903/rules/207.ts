import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** A mother remains one. Asked where there is an episode this year. */
export default rule({
  code: '207',
  message: 'Mother status for the current year disagrees with the mother status already recorded for this child.',
  years: since('2022-23'),
  needs: ['Header_last', 'Episodes'],
  fields: { Header: ['MOTHER'] },
  wrong: ({ Header, Header_last, Episodes }) =>
    Episodes.length > 0 && Header_last.some(({ MOTHER }) => MOTHER === '1') ? Header.filter(({ MOTHER }) => MOTHER !== '1') : [],
  passes: [
    { Header: [{ MOTHER: '1' }], Header_last: [{ MOTHER: '0' }], Episodes: [{}] },
    { Header: [{}], Header_last: [{ MOTHER: '1' }], Episodes: [] },
  ],
  fails: [
    { Header: [{ MOTHER: '0' }], Header_last: [{ MOTHER: '1' }], Episodes: [{}] },
    { Header: [{}], Header_last: [{ MOTHER: '1' }], Episodes: [{}] },
  ],
});
