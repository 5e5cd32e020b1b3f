import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { categoriesOfNeed, legalStatuses } from '../../vocabulary/ssda903.ts';
import { notAfterDeath, notAhead, notBeforeBirth } from '../checks.ts';
import { notGrownUp, notWhileLookedAfter } from './care.ts';
import { emergencyOrder, notLongerThanLawful } from './emergency-orders.ts';
import { shortBreakLimits } from './short-break-limits.ts';

const postcode = { pattern: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, patternSays: 'must be a postcode, for example OX1 1ND' } as const;

/** A period of care: one or many episodes, which are derived (see episodes-of-care.ts). */
export const periodOfCare = defineStep({
  name: 'periodOfCare',
  title: 'Became looked after',
  law: 'Children Act 1989 s20, s22 and s31; Care Planning, Placement and Case Review Regulations 2010',
  fields: {
    startedOn: date('Date the child became looked after', {
      required: 'Children looked after return; reviews, the care plan and the health assessment are counted from it',
      returns: { ssda903: 'episodes.DECOM' },
    }),
    legalStatus: code('Legal status', legalStatuses, { returns: { ssda903: 'episodes.LS' } }),
    startedAt: time('Time at which police protection began or the order was made', {
      askedWhen: (answers: SoFar) => ['L1', emergencyOrder].includes(String(answers['legalStatus'])),
      hint: 'Police protection lasts 72 hours',
    }),
    until: date('Until which day the order runs', {
      askedWhen: (answers: SoFar) => answers['legalStatus'] === emergencyOrder,
      hint: 'As the emergency protection order says: at most eight days with the day on which it is made, or, where the police applied for it, on which police protection began',
    }),
    categoryOfNeed: code('Main need', categoriesOfNeed, { returns: { ssda903: 'episodes.CIN' } }),
    homePostcode: text('Postcode of the child’s home', { ...postcode, returns: { ssda903: 'episodes.HOME_POST' } }),
    beganEarlier: yesNo('The child was already looked after on this date', {
      hint: 'Only where this record begins in the middle of a period of care, and its first day is not known',
    }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (_history, today) => ({ startedOn: { value: today } }),
  togetherWith: 'siblings',
  timescales: shortBreakLimits,
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ legalStatus, beganEarlier }) =>
    `${beganEarlier === true ? 'Already looked after' : 'Became looked after'}${legalStatus === undefined ? '' : `: ${legalStatuses[legalStatus]}`}`,
  decide: (history, { startedOn, legalStatus, until }, today) => {
    const day = { field: 'startedOn', what: 'The date the child became looked after', on: startedOn };
    return [
      ...notAhead(day, today),
      ...notBeforeBirth(day, history),
      ...notAfterDeath(day, history),
      ...notGrownUp(day, history),
      ...notWhileLookedAfter(history, startedOn),
      ...notLongerThanLawful([], startedOn, legalStatus, until),
    ];
  },
  dependsOn: ['personDetails', 'periodOfCare', 'periodOfCareEnd'],
  carriedBy: { ssda903: 'episodes' },
  examples: {
    'accommodated under section 20': {
      startedOn: literal('2026-01-12'),
      legalStatus: 'V2',
      categoryOfNeed: 'N1',
      homePostcode: 'OX1 1ND',
    },
    'taken into police protection': { startedOn: literal('2026-01-12'), legalStatus: 'L1', startedAt: '23:40', categoryOfNeed: 'N1' },
    'already looked after when the record began': { startedOn: literal('2025-04-01'), legalStatus: 'C2', beganEarlier: true },
  },
});
