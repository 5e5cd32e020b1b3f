import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf } from '../checks.ts';
import { mayOfBodies } from './readers.ts';

const priorityOrigins = { own: 'Set by this body', above: 'Handed down from the body to which it answers' } as const;

/** A priority, with the measure by which anybody can tell. What a panel was handed down has a local measure of its own. */
export const bodyPriority = defineStep({
  name: 'bodyPriority',
  title: 'Priority',
  law: 'Working Together 2023, chapter 2: partners agree shared priorities, and report on what came of them',
  file: 'body',
  fields: {
    setOn: date('Date', { required: 'What came of it is told from it' }),
    priority: text('Priority', { longest: 300, required: 'What is not said cannot be handed down' }),
    origin: code('Whose', priorityOrigins),
    measure: text('How we shall know', { lines: 2, required: 'A priority that nobody can measure is a wish' }),
    localMeasure: text('How we shall know it here', { lines: 2, askedWhen: ({ origin }) => origin === 'above' }),
    until: date('Until'),
  },
  happenedOn: (answers) => answers.setOn,
  offers: (_history, today) => ({ setOn: { value: today } }),
  may: mayOfBodies,
  summary: ({ priority, origin }) => `${priority}${origin === 'above' ? ' (handed down)' : ''}`,
  decide: (_history, { setOn, until }, today) => [
    ...notAhead({ field: 'setOn', what: 'The date', on: setOn }, today),
    ...(until !== undefined && until < setOn ? [{ field: 'until', message: 'It ends before it began' }] : []),
  ],
  examples: {
    own: {
      setOn: literal('2026-03-02'),
      priority: 'Families read reports before the conference',
      origin: 'own',
      measure: 'Nine of ten conferences',
    },
    'handed down': {
      setOn: literal('2026-04-01'),
      priority: 'Families read reports before the conference',
      origin: 'above',
      measure: 'Nine of ten conferences',
      localMeasure: 'School reports two days before, of the eleven schools of the area',
      until: literal('2027-03-31'),
    },
  },
});

/** What came of a priority by a day. */
export const bodyPriorityProgress = defineStep({
  name: 'bodyPriorityProgress',
  title: 'Progress of a priority',
  law: 'Children Act 2004 s16G(7): partners report what they have done, and how effective it was',
  file: 'body',
  fields: {
    on: date('Date', { required: 'Progress is told from day to day' }),
    priority: link('Which priority', 'entry', { required: 'Progress is of one priority' }),
    found: text('What the measure says now', { lines: 2, required: 'Work done is no progress: the measure tells', neverPrefilled: true }),
    changed: text('What is different for children', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history) => statementsOf('bodyPriority', history),
  may: mayOfBodies,
  summary: ({ found }) => found,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  dependsOn: ['bodyPriority'],
  examples: {
    'after a quarter': {
      on: literal('2026-06-01'),
      priority: '55555555-5555-4555-8555-555555555555',
      found: '27 of 38 conferences from March to May',
      changed: 'Parents say that they came knowing what would be said.',
    },
  },
});
