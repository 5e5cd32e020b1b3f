import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '626',
  message:
    'Child was reported as a mother but the date of birth of the first child is before the current year which contradicts with the mother status recorded last year.',
  years: since('2022-23'),
  needs: ['Header_last'],
  fields: { Header: ['MOTHER', 'MC_DOB'] },
  wrong: ({ Header, Header_last }, { start }) =>
    Header_last.some(({ MOTHER }) => MOTHER === '0') ? Header.filter(({ MOTHER, MC_DOB }) => MOTHER === '1' && before(MC_DOB, start)) : [],
  passes: [{ Header: [{ MOTHER: '1', MC_DOB: '2022-04-01' }], Header_last: [{ MOTHER: '0' }] }],
  fails: [{ Header: [{ MOTHER: '1', MC_DOB: '2022-03-31' }], Header_last: [{ MOTHER: '0' }] }],
});
