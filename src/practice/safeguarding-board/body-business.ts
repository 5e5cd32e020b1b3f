import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { ValueOf } from '../../kernel/field/field.ts';
import { text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { plannedActions } from '../actions/planned-actions.ts';
import { notAhead } from '../checks.ts';
import { agencies } from './agencies.ts';
import { reportDue } from './body-limits.ts';
import { mayOfBodies } from './readers.ts';

const planned = rows(
  'What is planned',
  { on: date('Meeting on'), item: text('Item', { longest: 300 }), agency: code('Brought by', agencies) },
  { line: 'Item', shown: 4 },
);
const isPlan = (value: unknown): value is ValueOf<typeof planned> => Array.isArray(value);

/** What comes before the body on which day, a year ahead. The last one stands. */
export const bodyForwardPlan = defineStep({
  name: 'bodyForwardPlan',
  title: 'Forward plan',
  law: 'Working Together 2023, chapter 2: partners plan what they look at',
  file: 'body',
  fields: {
    on: date('Date', { required: 'The last plan stands' }),
    plan: planned,
  },
  happenedOn: (answers) => answers.on,
  offers: (history, today) => {
    const last = history.findLast(({ step }) => step === 'bodyForwardPlan');
    const plan = last?.answers['plan'];
    return { on: { value: today }, ...(last !== undefined && isPlan(plan) ? { plan: { value: plan, from: last } } : {}) };
  },
  may: mayOfBodies,
  summary: ({ plan = [] }) => `Forward plan: ${plan.length} ${plan.length === 1 ? 'item' : 'items'}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'of a year': {
      on: literal('2026-04-01'),
      plan: [
        { on: literal('2026-06-01'), item: 'Multi-agency data of the quarter', agency: 'council' },
        { on: literal('2026-09-07'), item: 'Yearly report', agency: 'independent' },
      ],
    },
  },
});

const paperPurposes = { decision: 'For decision', discussion: 'For discussion', information: 'For information' } as const;

/** A paper for a meeting: what it asks is said here, and the paper itself is attached. */
export const bodyPaper = defineStep({
  name: 'bodyPaper',
  title: 'Paper',
  law: 'Working Together 2023, chapter 2',
  file: 'body',
  fields: {
    on: date('Date', { required: 'It comes before the next meeting after it' }),
    title: text('What it is called', { longest: 200, required: 'It stands on the agenda by it' }),
    agency: code('From', agencies),
    purpose: code('For what', paperPurposes, { required: 'A paper that asks for nothing needs no meeting' }),
    asks: text('What it asks of the body', { lines: 2, hint: 'No child’s name. The paper itself is attached to this entry' }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: mayOfBodies,
  summary: ({ title, purpose }) => `${title} (${paperPurposes[purpose].toLowerCase()})`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'an audit': {
      on: literal('2026-02-20'),
      title: 'Reports to conferences: audit of forty',
      agency: 'council',
      purpose: 'decision',
      asks: 'To decide what each agency will do by June.',
    },
  },
});

/** What a sub-group or a panel does in a year: each line is an action with an owner and a day. */
export const bodyWorkPlan = defineStep({
  name: 'bodyWorkPlan',
  title: 'Work plan',
  law: 'Working Together 2023, chapter 2: arrangements may work through sub-groups',
  file: 'body',
  fields: {
    on: date('Date', { required: 'What it holds is owed from it' }),
    serves: text('Which priorities it serves', { lines: 2 }),
    plan: plannedActions('What is to be done'),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: mayOfBodies,
  summary: ({ plan = [] }) => `Work plan: ${plan.length} ${plan.length === 1 ? 'piece' : 'pieces'} of work`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'of monitoring and evaluation': {
      on: literal('2026-04-01'),
      serves: 'Families read reports before the conference',
      plan: [
        {
          what: 'Audit of forty conferences',
          owner: '11111111-1111-4111-8111-111111111111',
          byWhen: literal('2026-09-30'),
          measure: 'Its result is before the board in October',
        },
      ],
    },
  },
});

/** The yearly report was published. It is made from all that is on record here, and approved as any paper is. */
export const bodyReport = defineStep({
  name: 'bodyReport',
  title: 'Yearly report published',
  law: 'Children Act 2004 s16G(7); Working Together 2023, chapter 2: published by the end of September',
  file: 'body',
  fields: {
    on: date('Published on', { required: 'It shows whether the report came by its day' }),
    yearEnded: date('Of the year that ended on', { required: 'The report is of one year: the last day of it, 31 March' }),
    sentOn: date('Sent to the national Panel and the What Works centre on', { hint: 'Within seven days of its publication' }),
    where: text('Where it is published', { longest: 300 }),
  },
  happenedOn: (answers) => answers.on,
  timescales: [reportDue],
  may: mayOfBodies,
  summary: ({ yearEnded }) => `Yearly report published, of the year to ${yearEnded.slice(0, 4)}`,
  decide: (_history, { on, yearEnded, sentOn }, today) => [
    ...notAhead({ field: 'on', what: 'The day of its publication', on }, today),
    ...notAhead({ field: 'sentOn', what: 'The day on which it was sent', on: sentOn }, today),
    ...(yearEnded >= on ? [{ field: 'yearEnded', message: 'The year had not ended when the report was published' }] : []),
  ],
  examples: { 'of 2025 to 2026': { on: literal('2026-09-21'), yearEnded: literal('2026-03-31'), sentOn: literal('2026-09-24') } },
});
