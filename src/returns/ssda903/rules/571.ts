import { after, before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '571',
  message:
    'The date that the child ceased to be missing or away from placement without authorisation is before the start or after the end of the collection year.',
  years: since('2022-23'),
  fields: { Missing: ['MIS_END'] },
  wrong: ({ Missing }, { start, end }) => Missing.filter(({ MIS_END }) => before(MIS_END, start) || after(MIS_END, end)),
  passes: [{ Missing: [{ MIS_END: '2022-04-01' }, { MIS_END: '2023-03-31' }, {}] }],
  fails: [{ Missing: [{ MIS_END: '2022-03-31' }] }, { Missing: [{ MIS_END: '2023-04-01' }] }],
});
