import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { grades } from '../workforce/grades.ts';

/** What supervisor and member of staff agree before the first supervision; the file of the member begins with it. */
export const staffSupervisionAgreement = defineStep({
  name: 'staffSupervisionAgreement',
  title: 'Supervision agreement',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 5: supervision',
  file: 'staff',
  fields: {
    startedOn: date('From', { required: 'The first supervision is due from it' }),
    grade: code('Grade', grades, { required: 'How often supervision is owed depends on it' }),
    startedInPostOn: date('First day as a newly qualified social worker', {
      hint: 'Supervision is weekly for six weeks from it, every two weeks up to six months. Blank: the first day of the agreement',
      askedWhen: ({ grade }) => grade === 'newlyQualified',
    }),
    everyWeeks: count('Supervision every how many weeks, if more often than the standard', { hint: 'Blank: as the standard says' }),
    terms: text('What else was agreed', { lines: 4, hint: 'The room, the time, what is kept, what to do when it is put off' }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (_history, today) => ({ startedOn: { value: today } }),
  may: { record: ['teamManager', 'headOfService'], read: practitionersAndLeads },
  summary: ({ grade }) => `Supervision agreed: ${grades[grade].toLowerCase()}`,
  decide: (_history, { startedOn, everyWeeks }, today) => [
    ...notAhead({ field: 'startedOn', what: 'The first day of the agreement', on: startedOn }, today),
    ...(everyWeeks !== undefined && (everyWeeks < 1 || everyWeeks > 4)
      ? [{ field: 'everyWeeks', message: `Every ${everyWeeks} weeks is not more often than the standard: enter 1 to 4, or leave it blank` }]
      : []),
  ],
  examples: {
    'as the standard says': { startedOn: literal('2026-01-05'), grade: 'socialWorker', terms: 'In person, ninety minutes, door shut.' },
    'newly qualified': { startedOn: literal('2026-01-05'), grade: 'newlyQualified', startedInPostOn: literal('2026-01-05') },
    'every two weeks after a long absence': { startedOn: literal('2026-01-05'), grade: 'advanced', everyWeeks: 2 },
  },
});
