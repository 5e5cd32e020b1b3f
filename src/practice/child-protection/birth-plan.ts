import { addDays, date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { until } from '../../kernel/step/timescale.ts';
import { lifeOf, notAhead, notBeforePregnancy } from '../checks.ts';
import { endsOfPlan } from './plan-moments.ts';

/** A plan for the birth is ready six weeks before it is expected: many children come early. */
const weeksBefore = 6;

const whileUnborn = (start: Statement, history: History): LocalDate | undefined => {
  const { bornOn, expectedOn } = lifeOf(history);
  return expectedOn !== undefined && (bornOn === undefined || bornOn > start.happenedOn) ? start.happenedOn : undefined;
};

export const birthPlan = defineStep({
  name: 'birthPlan',
  title: 'Plan for the birth',
  law: 'Children Act 1989 s17 and s47; Working Together 2023, chapter 3: unborn children',
  fields: {
    madeOn: date('Date of the plan', { required: 'The ward must have it before the birth' }),
    whoIsTold: text('Who is told, and whom the ward rings at the birth', { lines: 3 }),
    atTheBirth: text('Who may be there, and who may not', { lines: 2 }),
    goingHome: text('With whom the baby leaves hospital, and what is decided first', { lines: 3, neverPrefilled: true }),
  },
  each: { danger: text('What the baby is to be kept safe from', { lines: 3, neverPrefilled: true }) },
  happenedOn: (answers) => answers.madeOn,
  offers: (_history, today) => ({ madeOn: { value: today } }),
  timescales: [
    {
      rule: 'birthPlan',
      version: 'local',
      title: 'Plan for the birth',
      limit: ({ happenedOn }, history) => {
        const { expectedOn } = lifeOf(history);
        const ready = expectedOn === undefined ? happenedOn : addDays(expectedOn, -7 * weeksBefore);
        return until(ready < happenedOn ? happenedOn : ready);
      },
      starts: [{ step: 'childProtectionPlan', on: whileUnborn }],
      meets: { step: 'birthPlan' },
      endedBy: [...endsOfPlan, { step: 'personDetails', because: 'the child was born', on: (_details, history) => lifeOf(history).bornOn }],
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'local',
      law: 'Local standard: six weeks before the birth is expected, of an unborn child on a child protection plan',
    },
  ],
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: () => 'Plan for the birth made',
  decide: (history, { madeOn }, today) => {
    const day = { field: 'madeOn', what: 'The date of the plan', on: madeOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'five weeks before': {
      madeOn: literal('2026-02-20'),
      whoIsTold: 'Midwife, ward manager, night duty social worker',
      atTheBirth: 'Her sister. Not the father, by her wish.',
      goingHome: 'To the mother and baby unit; nobody leaves before the discharge meeting.',
      danger: 'The father hit her when she was pregnant before.',
    },
  },
});
