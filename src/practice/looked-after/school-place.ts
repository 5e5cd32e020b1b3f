import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { until, type Timescale } from '../../kernel/step/timescale.ts';
import { lifeOf, notAhead } from '../checks.ts';
import { endsOfCare, localStandard, whileLookedAfter } from './care-moments.ts';
import { keyStageFourLimits } from './key-stage-four-limits.ts';
import { addSchoolDays, isOfSchoolAge } from './school-days.ts';

const changes = { lost: 'Without a school place from this day', found: 'In school, or other full-time education, from this day' } as const;

function lost({ answers, happenedOn }: Statement, history: History): LocalDate | undefined {
  const isLost = answers['change'] === 'lost' && isOfSchoolAge(lifeOf(history).bornOn, happenedOn);
  return isLost ? whileLookedAfter(happenedOn, history) : undefined;
}

const schoolPlaceLimits: readonly Timescale[] = [
  {
    ...localStandard,
    standing: 'guidance',
    version: 'guidance, school terms of England',
    rule: 'schoolPlace',
    title: 'School place',
    limit: (_start, _history, on) => until(addSchoolDays(on, 20)),
    starts: [{ step: 'schoolPlace', on: lost }],
    meets: { step: 'schoolPlace', on: ({ answers, happenedOn }) => (answers['change'] === 'found' ? happenedOn : undefined) },
    endedBy: endsOfCare,
    law: 'Promoting the education of looked-after children 2018: after a placement in an emergency, within 20 school days',
  },
];

/** A looked-after child lost a school place, most often by a move, or has one again. */
export const schoolPlace = defineStep({
  name: 'schoolPlace',
  title: 'School place lost or found',
  law: 'Children Act 1989 s22(3A); Promoting the education of looked-after children 2018',
  fields: {
    changedOn: date('Date', { required: 'Guidance of 2018: a school place within 20 school days' }),
    change: code('What changed', changes, { required: 'A child without a school place is owed one' }),
    school: text('School'),
    approvedOn: date('A nominated officer approved the move on', {
      hint: 'Only in years 10 and 11, where a change of placement took the place away',
      askedWhen: (answers) => answers['change'] === 'lost',
      neverPrefilled: true,
    }),
    note: text('What is done about it, or how it went', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.changedOn,
  offers: (_history, today) => ({ changedOn: { value: today } }),
  timescales: [...schoolPlaceLimits, ...keyStageFourLimits],
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ change, school }) =>
    `${change === 'lost' ? 'Without a school place' : 'In school'}${school === undefined ? '' : `: ${school}`}`,
  decide: (_history, { changedOn, approvedOn }, today) => [
    ...notAhead({ field: 'changedOn', what: 'The date', on: changedOn }, today),
    ...notAhead({ field: 'approvedOn', what: 'The date of the approval', on: approvedOn }, today),
  ],
  examples: {
    'lost by a move': { changedOn: literal('2026-03-02'), change: 'lost', note: 'Placed 30 miles away; virtual school head told.' },
    found: { changedOn: literal('2026-03-23'), change: 'found', school: 'Example High School' },
  },
});
