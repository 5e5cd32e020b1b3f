import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { reasonsCareCeased } from '../../vocabulary/ssda903.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { endsOnce } from './care.ts';

/** The last day of a period of care. An adoption order is one: its reasons are E11 and E12. */
export const periodOfCareEnd = defineStep({
  name: 'periodOfCareEnd',
  title: 'Ceased to be looked after',
  law: 'Children Act 1989 s22; Care Planning, Placement and Case Review Regulations 2010 reg 39',
  fields: {
    endedOn: date('Date the child ceased to be looked after', {
      required: 'Children looked after return, and the end of every limit for a looked-after child',
      returns: { ssda903: 'episodes.DEC' },
    }),
    reason: code('Why', reasonsCareCeased, {
      required: 'Children looked after return; it decides what the young person is owed after care',
      returns: { ssda903: 'episodes.REC' },
    }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ reason }) => `Ceased to be looked after: ${reasonsCareCeased[reason]}`,
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date the child ceased to be looked after', on: endedOn };
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'periodOfCare', 'the child became looked after'),
      ...endsOnce(day, history),
    ];
  },
  dependsOn: ['periodOfCare', 'periodOfCareEnd'],
  carriedBy: { ssda903: 'episodes' },
  examples: {
    'home to parents': { endedOn: literal('2026-06-30'), reason: 'E4A' },
    adopted: { endedOn: literal('2026-09-14'), reason: 'E12' },
  },
});
