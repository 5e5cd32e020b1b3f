import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { educationLimits } from './health-limits.ts';

export const personalEducationPlan = defineStep({
  name: 'personalEducationPlan',
  title: 'Personal education plan',
  law: 'Children Act 1989 s22(3A); Care Planning, Placement and Case Review Regulations 2010 Sch 1; Promoting the education of looked-after children 2018',
  fields: {
    heldOn: date('Date of the meeting', { required: 'The plan of the next term is counted from it' }),
    held: yesNo('The plan was made or reviewed', { hint: 'A meeting that was put off does not count' }),
  },
  each: {
    school: text('School or nursery'),
    progress: text('Progress and attendance', { lines: 4, neverPrefilled: true }),
    targets: text('What will be done, and how pupil premium plus is spent', { lines: 4 }),
    childsView: text('What the child said', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  timescales: educationLimits,
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ held, school }) => `Personal education plan${held === false ? ' put off' : ''}${school === undefined ? '' : `, ${school}`}`,
  decide: (_history, { heldOn }, today) => notAhead({ field: 'heldOn', what: 'The date of the meeting', on: heldOn }, today),
  examples: {
    'first plan': { heldOn: literal('2026-01-23'), held: true, school: 'St Example’s primary', targets: 'Reading with a tutor.' },
  },
});
