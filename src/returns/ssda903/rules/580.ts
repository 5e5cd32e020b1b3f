import { isBlank, onOrAfter, onOrBefore } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { endsCare } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** E8: care ceased for any other reason. */
export default rule({
  code: '580',
  message: 'Child is missing when cease being looked after but reason episode ceased not ‘E8’.',
  years: since('2022-23'),
  needs: ['Missing'],
  fields: { Episodes: ['REC'] },
  wrong: ({ Episodes, Missing }) =>
    Episodes.filter(
      (episode) =>
        endsCare(episode) &&
        episode.REC !== 'E8' &&
        Missing.some(
          (missing) =>
            onOrBefore(missing.MIS_START, episode.DEC) && (isBlank(missing, 'MIS_END') || onOrAfter(missing.MIS_END, episode.DEC)),
        ),
    ),
  passes: [
    { Episodes: [{ DEC: '2022-06-10', REC: 'E8' }], Missing: [{ MIS_START: '2022-06-05', MIS_END: '2022-06-10' }] },
    { Episodes: [{ DEC: '2022-06-10', REC: 'E5' }], Missing: [{ MIS_START: '2022-06-05', MIS_END: '2022-06-09' }] },
  ],
  fails: [{ Episodes: [{ DEC: '2022-06-10', REC: 'E5' }], Missing: [{ MIS_START: '2022-06-05', MIS_END: '2022-06-10' }] }],
});
