import { since } from '../../rule/years.ts';
import { isPast } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '304',
  message: 'Date unaccompanied asylum-seeking child (UASC) status ceased must be on or before the 18th birthday of a child.',
  years: since('2022-23'),
  fields: { UASC: ['DUC'] },
  wrong: ({ UASC }) => UASC.filter(({ DUC, DOB }) => isPast(DOB, 18, DUC)),
  passes: [{ UASC: [{ DOB: '2004-06-01', DUC: '2022-06-01' }, { DUC: '2022-06-01' }] }],
  fails: [{ UASC: [{ DOB: '2004-06-01', DUC: '2022-06-02' }] }],
});
