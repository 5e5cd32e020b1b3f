import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

const later = ['UN2', 'UN3', 'UN4', 'UN5'];

/** A number where there was none, or another reason than that the child is too young (UN1), which passes. */
const isBetterKnown = (last: string | undefined, now: string | undefined): boolean =>
  oneOf(now, later) ? last === undefined || last === 'UN1' : isGiven(now) && now !== 'UN1' && oneOf(last, ['UN1', ...later]);

export default rule({
  code: '208',
  message: 'Unique Pupil Number (UPN) for the current year disagrees with the Unique Pupil Number (UPN) already recorded for this child.',
  years: since('2022-23'),
  needs: ['Header_last'],
  fields: { Header: ['UPN'] },
  wrong: ({ Header, Header_last }) =>
    Header.filter((header) =>
      Header_last.some((last) => header.UPN?.toUpperCase() !== last.UPN?.toUpperCase() && !isBetterKnown(last.UPN, header.UPN)),
    ),
  passes: [
    { Header: [{ UPN: 'H801200001001' }], Header_last: [{ UPN: 'UN5' }] },
    { Header: [{ UPN: 'UN2' }], Header_last: [{ UPN: 'UN1' }] },
  ],
  fails: [
    { Header: [{ UPN: 'H801200001001' }], Header_last: [{ UPN: 'H801200001002' }] },
    { Header: [{ UPN: 'UN3' }], Header_last: [{ UPN: 'UN4' }] },
  ],
});
