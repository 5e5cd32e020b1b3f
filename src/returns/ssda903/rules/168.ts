import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** A letter, which is never I, O or S, then 12 digits, of which the last is such a letter in a temporary number. */
const shape = /^([A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]|UN[1-5])$/;

export default rule({
  code: '168',
  message: 'Unique Pupil Number (UPN) is not valid. If unknown, default codes should be UN1, UN2, UN3, UN4 or UN5.',
  years: since('2022-23'),
  fields: { Header: ['UPN'] },
  wrong: ({ Header }) => Header.filter(({ UPN }) => !(isGiven(UPN) && shape.test(UPN))),
  passes: [{ Header: [{ UPN: 'H801200001001' }, { UPN: 'H80120000100T' }, { UPN: 'UN5' }] }],
  fails: [{ Header: [{}] }, { Header: [{ UPN: 'UN6' }] }, { Header: [{ UPN: 'O801200001001' }] }],
});
