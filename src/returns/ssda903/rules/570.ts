import { after } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '570',
  message:
    'The date that the child started to be missing or away from placement without authorisation is after the end of the collection year.',
  years: since('2022-23'),
  fields: { Missing: ['MIS_START'] },
  wrong: ({ Missing }, { end }) => Missing.filter(({ MIS_START }) => after(MIS_START, end)),
  passes: [{ Missing: [{ MIS_START: '2023-03-31' }, {}] }],
  fails: [{ Missing: [{ MIS_START: '2023-04-01' }] }],
});
