import { addMonths, date as literal, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf } from '../checks.ts';
import { isTemporary, periodAt } from './care.ts';
import { secureOrderLimits } from './secure-limits.ts';

/** In secure accommodation since before this record tells of it: which order was the first nobody can say from it. */
function isThereFromBefore(history: History, day: LocalDate): boolean {
  const placements = (periodAt(history, day)?.placements ?? []).filter((one) => one.happenedOn <= day && !isTemporary(one));
  const elsewhere = placements.findLastIndex(({ answers }) => answers['type'] !== 'K1');
  return placements.slice(elsewhere + 1).some(({ source, answers }) => source !== undefined || answers['beganEarlier'] === true);
}

const isInForce = (history: History, day: LocalDate): boolean =>
  statementsOf('secureAccommodationOrder', history).some((one) => one.happenedOn < day && String(one.answers['until']) >= day);

/** 1991 Regulations regs 11 and 12: at first three months; where an order is in force, six at a time. */
function notLongerThanAuthorised(history: History, madeOn: LocalDate, until: LocalDate): readonly Problem[] {
  const runs = `The order runs until ${formatDate(until)}: `;
  if (until < madeOn) return [{ field: 'until', message: `${runs}it cannot end before it is made, on ${formatDate(madeOn)}` }];
  const mayBeFurther = isInForce(history, madeOn) || isThereFromBefore(history, madeOn);
  const most = addMonths(madeOn, mayBeFurther ? 6 : 3);
  const why = mayBeFurther
    ? 'six months for a further order'
    : 'three months for a first order. If it is a further one, record the order before it first';
  return until <= most ? [] : [{ field: 'until', message: `${runs}at most until ${formatDate(most)}, ${why}` }];
}

/** A court lets a looked-after child be kept where liberty is restricted. */
export const secureAccommodationOrder = defineStep({
  name: 'secureAccommodationOrder',
  title: 'Secure accommodation order',
  law: 'Children Act 1989 s25; Children (Secure Accommodation) Regulations 1991 regs 10–12',
  fields: {
    madeOn: date('Date of the order', { required: 'Without an order a child is kept in secure accommodation for 72 hours at most' }),
    madeAt: time('Time at which it was made'),
    until: date('Until which day the child may be kept', { required: 'Section 25(4): the order names the longest time' }),
    court: text('Court'),
    reasons: text('Which of the criteria are met, and why', {
      lines: 3,
      hint: 'Likely to run away and then to suffer significant harm, or likely to injure themselves or others',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.madeOn,
  offers: (_history, today) => ({ madeOn: { value: today } }),
  timescales: secureOrderLimits,
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ until }) => `Secure accommodation order until ${formatDate(until)}`,
  decide: (history, { madeOn, until }, today) => [
    ...notAhead({ field: 'madeOn', what: 'The date of the order', on: madeOn }, today),
    ...notLongerThanAuthorised(history, madeOn, until),
  ],
  dependsOn: ['secureAccommodationOrder', 'placement'],
  examples: { 'for three months': { madeOn: literal('2026-03-04'), madeAt: '11:30', until: literal('2026-06-03') } },
});
