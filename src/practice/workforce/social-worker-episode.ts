import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { reasonsForSocialWorkerChange } from '../../vocabulary/ssda903.ts';
import { notAhead } from '../checks.ts';

/** A social worker of the child’s as another system’s return names them. Those of this system are allocations. */
export const socialWorkerEpisode = defineStep({
  name: 'socialWorkerEpisode',
  title: 'Social worker, as returned',
  law: 'Children looked after return: social worker episodes, from 2024',
  fields: {
    startedOn: date('Date from which the social worker was responsible', {
      required: 'Children looked after return: the start of the social worker’s episode',
      returns: { ssda903: 'social_worker.SW_DECOM' },
    }),
    socialWorker: text('Social Work England number', {
      required: 'Children looked after return: which social worker it was',
      returns: { ssda903: 'social_worker.SW_ID' },
    }),
    endedOn: date('Until', { returns: { ssda903: 'social_worker.SW_DEC' } }),
    reason: code('Why the social worker changed', reasonsForSocialWorkerChange, { returns: { ssda903: 'social_worker.SW_REASON' } }),
  },
  happenedOn: (answers) => answers.startedOn,
  may: { record: ['performanceAnalyst', 'administrator'], read: practitioners },
  summary: ({ socialWorker }) => `Social worker ${socialWorker}`,
  decide: (_history, { startedOn, endedOn }, today) => [
    ...notAhead({ field: 'startedOn', what: 'The date from which the social worker was responsible', on: startedOn }, today),
    ...(endedOn !== undefined && endedOn < startedOn ? [{ field: 'endedOn', message: 'Until must not be before the first day' }] : []),
  ],
  carriedBy: { ssda903: 'social_worker' },
  examples: {
    'from a return': { startedOn: literal('2025-06-02'), socialWorker: 'SW123456', endedOn: literal('2025-11-14'), reason: 'LEFTRL' },
  },
});
