import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '442',
  message: 'Unique Pupil Number (UPN) field is not completed.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { Header: ['UPN'] },
  wrong: ({ Header, Episodes }) => (Episodes.some((episode) => !isShortBreak(episode)) ? Header.filter(({ UPN }) => isMissing(UPN)) : []),
  passes: [
    { Header: [{ UPN: 'UN1' }], Episodes: [{ LS: 'C2' }] },
    { Header: [{}], Episodes: [{ LS: 'V3' }] },
  ],
  fails: [{ Header: [{}], Episodes: [{ LS: 'V4' }, { LS: 'C2' }] }],
});
