import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link } from '../../kernel/field/plain.ts';
import { boardPeople, practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import type { Moment } from '../../kernel/step/timescale.ts';
import { notAhead } from '../checks.ts';
import { answering, untilDayIn } from '../../kernel/step/limit-moments.ts';
import { actionColumns } from './planned-actions.ts';

/** What is told of this very action: when it was done, or that it will not be. */
const progress = (how: string): Moment => answering('actionProgress', 'action', (answers) => answers['how'] === how);

/**
 * The same action, agreed again with another day or owner. It comes after the one whose place it takes, also where both were agreed on one day; a day that
 * had passed by then stays passed.
 */
const agreedAgain: Moment = {
  ...answering('action', 'insteadOf'),
  at: (_again, start) => (start === undefined ? '00:00' : '00:01'),
};

/** Something that was agreed to be done: in a meeting, a plan, or on its own. Its owner has it in their day until it is done or withdrawn. */
export const action = defineStep({
  name: 'action',
  title: 'Action agreed',
  law: 'Working Together 2023, chapter 3: plans set out who will do what by when, and how progress is measured',
  file: 'also',
  fields: {
    agreedOn: date('Date it was agreed', { required: 'The limit of the action runs from it' }),
    ...actionColumns,
    agreedIn: link('Agreed in', 'entry', { inFilesAlone: true }),
    insteadOf: link('In place of', 'entry', { inFilesAlone: true }),
  },
  happenedOn: (answers) => answers.agreedOn,
  offers: (_history, today) => ({ agreedOn: { value: today } }),
  timescales: [
    {
      rule: 'actionDue',
      version: 'Working Together 2023',
      title: 'Action agreed',
      limit: untilDayIn('byWhen'),
      starts: [{ step: 'action' }],
      meets: progress('done'),
      endedBy: [
        { ...progress('withdrawn'), because: 'withdrawn' },
        { ...agreedAgain, because: 'agreed again, with another day or owner' },
        { step: 'closure', because: 'case closed' },
      ],
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'guidance',
      reading: 2,
      law: 'Working Together 2023, chapter 3: each action of a plan has a day by which it is done',
    },
  ],
  may: { record: [...practitionersAndLeads, ...boardPeople], read: [...practitionersAndLeads, ...boardPeople] },
  summary: ({ what, byWhen, insteadOf }) =>
    `Action${insteadOf === undefined ? '' : ' agreed again,'}${byWhen === undefined ? '' : ` by ${formatDate(byWhen)}`}: ${what}`,
  decide: (_history, { agreedOn, byWhen }, today) => [
    ...notAhead({ field: 'agreedOn', what: 'The date it was agreed', on: agreedOn }, today),
    ...(byWhen !== undefined && byWhen < agreedOn
      ? [{ field: 'byWhen', message: `By when is ${formatDate(byWhen)}, before it was agreed on ${formatDate(agreedOn)}` }]
      : []),
  ],
  examples: {
    'agreed in a core group': {
      agreedOn: literal('2026-04-02'),
      what: 'Nursery place from Monday, five mornings',
      owner: '11111111-1111-4111-8111-111111111111',
      byWhen: literal('2026-04-20'),
      measure: 'She is there nine days in ten',
    },
    'of the parents': {
      agreedOn: literal('2026-04-02'),
      what: 'Register with the doctor',
      whoElse: 'Her mother',
      byWhen: literal('2026-04-09'),
    },
  },
});
