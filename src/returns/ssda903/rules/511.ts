import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { couples } from '../adopters.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '511',
  message:
    'If reporting that the number of person(s) adopting the looked after child is two adopters then the code should only be MM, FF or MF. MM = the adopting couple are both males; FF = the adopting couple are both females; MF = The adopting couple are male and female.',
  years: since('2022-23'),
  fields: { AD1: ['NB_ADOPTR', 'SEX_ADOPTR'] },
  wrong: ({ AD1 }) => AD1.filter(({ NB_ADOPTR, SEX_ADOPTR }) => NB_ADOPTR === '2' && isGiven(SEX_ADOPTR) && !oneOf(SEX_ADOPTR, couples)),
  passes: [{ AD1: [{ NB_ADOPTR: '2', SEX_ADOPTR: 'MF' }, { NB_ADOPTR: '1', SEX_ADOPTR: 'F1' }, { NB_ADOPTR: '2' }] }],
  fails: [{ AD1: [{ NB_ADOPTR: '2', SEX_ADOPTR: 'F1' }] }],
});
