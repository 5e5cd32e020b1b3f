import { isBlank, isGiven, onOrAfter, within } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '581',
  message: 'Child is missing but has not yet started to be looked after.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { Missing: ['MIS_START'] },
  wrong: ({ Missing, Episodes }) =>
    Episodes.length === 0
      ? []
      : Missing.filter(
          ({ MIS_START }) =>
            isGiven(MIS_START) &&
            !Episodes.some((episode) =>
              isBlank(episode, 'DEC') ? onOrAfter(MIS_START, episode.DECOM) : within(MIS_START, episode.DECOM, episode.DEC),
            ),
        ),
  passes: [{ Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-10' }], Missing: [{ MIS_START: '2022-06-01' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-10' }], Missing: [{ MIS_START: '2022-05-31' }] }],
});
