import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { deathLimits } from './death-limits.ts';

const bodies = {
  jointResponse: 'Joint agency response: police, health and social care have planned together',
  ncmd: 'Child death review partners and the National Child Mortality Database',
  panel: 'Child Safeguarding Practice Review Panel (serious incident notification)',
  secretaryOfState: 'Secretary of State and Ofsted: death of a looked-after child or care leaver',
  parents: 'Parents, and whoever has parental responsibility',
  coroner: 'Coroner',
} as const;

/** One entry may say that several were told at once. */
export const deathNotification = defineStep({
  name: 'deathNotification',
  title: 'Told of a death',
  law: 'Children Act 2004 s16C and ss16M–16P; Children Act 1989 Sch 2 para 20; Working Together 2023, chapters 5 and 6',
  togetherWith: 'nobody',
  fields: {
    notifiedOn: date('Date they were told', { required: 'Says whether each was told in time' }),
    notifiedAt: time('Time'),
    whom: codes('Who was told', bodies, { required: 'Each has a limit of its own' }),
    reference: text('Reference given', { longest: 100 }),
    note: text('What was agreed', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.notifiedOn,
  timescales: deathLimits,
  offers: (_history, today) => ({ notifiedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ whom }) => `Told of the death: ${whom.map((one) => bodies[one].split(':')[0]).join('; ')}`,
  decide: (history, { notifiedOn }, today) => {
    const day = { field: 'notifiedOn', what: 'The date they were told', on: notifiedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'childDeath', 'the death')];
  },
  dependsOn: ['childDeath'],
  examples: {
    'within the first day': { notifiedOn: literal('2026-03-06'), notifiedAt: '11:30', whom: ['jointResponse', 'coroner', 'ncmd'] },
    'the Panel': { notifiedOn: literal('2026-03-11'), whom: ['panel'], reference: 'SIN-26-0417' },
  },
});
