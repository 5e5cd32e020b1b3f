import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agreedActions } from '../actions/planned-actions.ts';
import { notAhead } from '../checks.ts';
import { untilDayIn } from '../../kernel/step/limit-moments.ts';
import { auditGrades } from './grades.ts';

/** What an audit comes to, on the child's record: what was good, what is to change, and by when it is looked at again. */
export const caseFileAuditOutcome = defineStep({
  name: 'caseFileAuditOutcome',
  title: 'Outcome of a case file audit',
  law: 'Children Act 2004 s11',
  fields: {
    on: date('Date', { required: 'What has changed since is asked from it' }),
    grade: code('Grade', auditGrades, { required: 'Results are counted by it', neverPrefilled: true }),
    strengths: text('Strengths', { lines: 3, neverPrefilled: true }),
    toChange: text('What is to change for the child', { lines: 3, neverPrefilled: true }),
    again: date('Looked at again by'),
    agreedActions,
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  timescales: [
    {
      rule: 'caseFileReaudit',
      version: 'local',
      title: 'Second look after an audit',
      limit: untilDayIn('again'),
      starts: [{ step: 'caseFileAuditOutcome' }],
      meets: {
        step: 'caseFileAuditOutcome',
        on: ({ entry, happenedOn }, _history, start) => (entry === start?.entry ? undefined : happenedOn),
      },
      endedBy: [{ step: 'closure', because: 'case closed' }],
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'local',
      law: 'Local standard: by the day that the audit names',
    },
  ],
  may: { record: ['headOfService', 'reviewingOfficer', 'teamManager'], read: practitioners },
  summary: ({ grade, toChange }) =>
    `Audited: ${auditGrades[grade].toLowerCase()}${toChange === undefined ? '' : `. To change: ${toChange}`}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'to be looked at again': {
      on: literal('2026-05-12'),
      grade: 'requiresImprovement',
      strengths: 'He is known, and it shows.',
      toChange: 'The plan says nothing about nights.',
      again: literal('2026-08-12'),
      agreedActions: [{ what: 'Plan for nights', owner: '11111111-1111-4111-8111-111111111111', byWhen: literal('2026-05-29') }],
    },
  },
});
