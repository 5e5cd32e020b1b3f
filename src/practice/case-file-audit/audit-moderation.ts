import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agreedActions } from '../actions/planned-actions.ts';
import { notAhead } from '../checks.ts';
import { auditGrades } from './grades.ts';

/** The grade that counts, after one audit or two: the outcome goes to the child's record, how it was come to stays in the programme. */
export const auditModeration = defineStep({
  name: 'auditModeration',
  title: 'Moderation of an audit',
  law: 'Children Act 2004 s11',
  file: 'auditProgramme',
  fields: {
    on: date('Date', { required: 'The result of the programme is asked as known on it' }),
    child: link('Child', 'person', { required: 'A grade is of one child’s record' }),
    grade: code('The grade that counts', auditGrades, { required: 'Results are counted by it', neverPrefilled: true }),
    why: text('How it was come to, if two audits differed', { lines: 3, neverPrefilled: true }),
    strengths: text('Strengths', { lines: 2, neverPrefilled: true, hint: 'Goes to the child’s record' }),
    toChange: text('What is to change for the child', {
      lines: 2,
      neverPrefilled: true,
      hint: 'Goes to the child’s record, with the actions',
    }),
    again: date('Looked at again by'),
    agreedActions,
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  elsewhere: ({ on, child, grade, why, ...outcome }) => ({
    here: { on, child, grade, ...(why === undefined ? {} : { why }) },
    there: [{ person: child, step: 'caseFileAuditOutcome', answers: { on, grade, ...outcome } }],
  }),
  may: { record: ['headOfService'], read: practitioners },
  summary: ({ grade }) => `Moderated: ${auditGrades[grade].toLowerCase()}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'two who differed': {
      on: literal('2026-05-12'),
      child: '33333333-3333-4333-8333-333333333333',
      grade: 'requiresImprovement',
      why: 'One had not seen that "alone" was in the car.',
      toChange: 'The plan says nothing about nights.',
      again: literal('2026-08-12'),
    },
  },
});
