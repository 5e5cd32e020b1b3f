import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { time } from '../../kernel/field/time.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { legalStatuses } from '../../vocabulary/ssda903.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { notOutsideCare } from './care.ts';
import { emergencyOrder, notLongerThanLawful } from './emergency-orders.ts';
import { emergencyPowerLimits } from './emergency-power-limits.ts';

const emergencyPower = (answers: SoFar): boolean => ['L1', emergencyOrder].includes(String(answers['legalStatus']));

/** A change of legal status while looked after. It begins an episode of care; it restarts no visit. */
export const legalStatus = defineStep({
  name: 'legalStatus',
  title: 'Change of legal status',
  law: 'Children Act 1989 s20, s31, s38, s44 and s46; Adoption and Children Act 2002 s21',
  fields: {
    changedOn: date('Date of the change', {
      required: 'Children looked after return: a new episode of care begins with it',
      returns: { ssda903: 'episodes.DECOM' },
    }),
    legalStatus: code('Legal status', legalStatuses, {
      required: 'Children looked after return; it says under which power the child is looked after',
      returns: { ssda903: 'episodes.LS' },
    }),
    changedAt: time('Time', { askedWhen: emergencyPower, hint: 'Police protection lasts 72 hours; an order says when it was made' }),
    until: date('Until which day the order runs', {
      askedWhen: (answers: SoFar) => answers['legalStatus'] === emergencyOrder,
      hint: 'As the emergency protection order says: at most eight days with the day on which it is made, or, where the police applied for it, on which police protection began. If the court extended it, the new last day',
    }),
  },
  happenedOn: (answers) => answers.changedOn,
  offers: (_history, today) => ({ changedOn: { value: today } }),
  togetherWith: 'siblings',
  timescales: emergencyPowerLimits,
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ legalStatus: status }) => `Legal status: ${legalStatuses[status]}`,
  decide: (history, { changedOn, legalStatus: status, until }, today) => {
    const day = { field: 'changedOn', what: 'The date of the change', on: changedOn };
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'periodOfCare', 'the child became looked after'),
      ...notOutsideCare(day, history),
      ...notLongerThanLawful(history, changedOn, status, until),
    ];
  },
  dependsOn: ['periodOfCare', 'periodOfCareEnd', 'legalStatus'],
  carriedBy: { ssda903: 'episodes' },
  examples: {
    'interim care order': { changedOn: literal('2026-02-03'), legalStatus: 'C1' },
    'emergency protection order extended by the court': {
      changedOn: literal('2026-02-10'),
      legalStatus: 'L2',
      changedAt: '11:20',
      until: literal('2026-02-17'),
    },
  },
});
