import { inOrder, isBlank } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';
import { socialWorkerFields } from '../social-workers.ts';

/**
 * Looked after on 31 March: the current episode is open, and no short break. Each item must stand in some row. A child without episodes
 * is asked as well, as in the recorded example.
 */
export default rule({
  code: 'SW01STG1',
  message: 'Child looked after on 31 March, but no social worker episode information is reported',
  years: between('2023-24', '2023-24'),
  needs: ['Episodes'],
  fields: { SWEpisodes: socialWorkerFields },
  wrong: ({ SWEpisodes, Episodes }) => {
    const current = inOrder(Episodes, 'DECOM').at(-1);
    const isAsked = current === undefined || (isBlank(current, 'DEC') && !isShortBreak(current));
    const isComplete = socialWorkerFields.every((field) => SWEpisodes.some((row) => !isBlank(row, field)));
    return isAsked && !isComplete ? SWEpisodes : [];
  },
  passes: [
    { Episodes: [{}], SWEpisodes: [{ SW_ID: 'SW1', SW_DECOM: '2023-06-01', SW_REASON: 'FCONTA' }] },
    { Episodes: [{ LS: 'V4' }], SWEpisodes: [{}] },
  ],
  fails: [{ Episodes: [{}], SWEpisodes: [{ SW_ID: 'SW1', SW_DECOM: '2023-06-01' }] }],
});
