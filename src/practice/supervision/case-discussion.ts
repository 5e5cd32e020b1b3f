import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agreedActions } from '../actions/planned-actions.ts';
import { notAhead } from '../checks.ts';
import { caseDiscussionDue } from './supervision-limits.ts';

/** A child's case in supervision: the child's part of it, on the child's record. What is the member of staff's own is in their file. */
export const caseDiscussion = defineStep({
  name: 'caseDiscussion',
  title: 'Case discussed in supervision',
  law: 'Working Together 2023, chapter 1: practice is overseen by supervision; Children Act 1989 s17',
  fields: {
    discussedOn: date('Date', { required: 'The limit for the next discussion runs from it' }),
    worker: link('With whom', 'member'),
    discussed: text('What was discussed', {
      hint: 'What is life like for this child today? What are we most worried about? What else could explain it? What do we not know?',
      lines: 6,
      required: 'Without it nobody can tell why it was decided so',
      neverPrefilled: true,
    }),
    decided: text('What was decided, and why', { lines: 3, neverPrefilled: true }),
    agreedActions,
  },
  happenedOn: (answers) => answers.discussedOn,
  offers: (_history, today) => ({ discussedOn: { value: today } }),
  timescales: [caseDiscussionDue],
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ decided }) => `Discussed in supervision${decided === undefined ? '' : `: ${decided}`}`,
  decide: (_history, { discussedOn }, today) => notAhead({ field: 'discussedOn', what: 'The date', on: discussedOn }, today),
  examples: {
    'a plan that has stood still': {
      discussedOn: literal('2026-04-14'),
      worker: '11111111-1111-4111-8111-111111111111',
      discussed: 'Nobody has seen the bedroom since February. We have taken his word that the flat is warm.',
      decided: 'Unannounced visit this week: the plan rests on the home, and we do not know it.',
      agreedActions: [{ what: 'Unannounced visit', owner: '11111111-1111-4111-8111-111111111111', byWhen: literal('2026-04-17') }],
    },
    'nothing to decide': { discussedOn: literal('2026-04-14'), discussed: 'School and health say the same as the family: it holds.' },
  },
});
