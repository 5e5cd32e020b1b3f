import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'NoE',
  message: 'This child has no episodes loaded for previous year even though child started to be looked after before this current year.',
  years: since('2022-23'),
  needs: ['Episodes_last'],
  fields: { Episodes: ['DECOM'] },
  wrong: ({ Episodes, Episodes_last }, { start }) => (Episodes_last.length > 0 ? [] : Episodes.filter(({ DECOM }) => before(DECOM, start))),
  passes: [
    { Episodes: [{ DECOM: '2021-06-01' }], Episodes_last: [{ DECOM: '2021-06-01' }] },
    { Episodes: [{ DECOM: '2022-04-01' }], Episodes_last: [] },
  ],
  fails: [{ Episodes: [{ DECOM: '2022-03-31' }], Episodes_last: [] }],
});
